import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'
import { openHazard } from '../hazards'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id, phones: ['13700000001'] },
    { name: '仇大山', villageId: willow!.id },
    { name: '查老实', villageId: willow!.id },
  ]) as [number, number, number]
  const { revision } = await vault.must('recipients.file', { id: people[0] })
  const facts = { hazardZone: '后山滑坡点' }
  await vault.must('recipients.update', { id: people[0], revision, facts })
  vault.write((ctx) =>
    openHazard(ctx, {
      recipientId: people[1],
      kind: 'flood',
      content: '院坝进水',
      openedOn: '2026-05-02',
      source: 'inspection',
    }),
  )
  return { vault, people, lower: lower!.id, willow: willow!.id }
}

const arrange = {
  responsible: '李村主任',
  phone: '13700000099',
  shelter: '村小学',
  vehicle: '三轮车',
}
const plan = (
  vault: TestVault,
  people: InputOf<'evacuations.plan'>['people'],
  facts: Partial<InputOf<'evacuations.plan'>> = arrange,
) => vault.must('evacuations.plan', { people, ...facts })

const standings = async (vault: TestVault): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await vault.must('evacuations.list', {})).rows.map(({ name, standing }) => [name, standing]),
  )

describe('汛期转移名单', () => {
  it('holds whoever lives in danger, by village, with nobody to move them until it is arranged and gone through', async () => {
    const { vault, people } = await township()
    expect(await standings(vault)).toEqual({ 尉迟彩霞: 'missing', 仇大山: 'missing' })
    await plan(vault, [
      { recipientId: people[0], revision: null },
      { recipientId: people[1], revision: null },
    ])
    expect(await standings(vault)).toEqual({ 尉迟彩霞: 'unconfirmed', 仇大山: 'unconfirmed' })
    await plan(vault, [{ recipientId: people[0], revision: 1 }], { confirmedOn: '2026-11-20' })
    const { rows, villages } = await vault.must('evacuations.list', {
      filter: { standing: 'ready' },
    })
    expect(rows).toMatchObject([
      { name: '尉迟彩霞', mover: '李村主任', plan: { shelter: '村小学', vehicle: '三轮车' } },
    ])
    expect(villages.map(({ villageName, byStanding }) => [villageName, byStanding.ready])).toEqual([
      ['下河村', 1],
      ['柳林村', 0],
    ])
  })

  it('counts somebody as unprovided for once the helper who was to move them has left', async () => {
    const { vault, people, lower } = await township()
    const { id: helperId } = await vault.must('helpers.create', {
      name: '张吉祥',
      phones: ['13700000088'],
      villageId: lower,
    })
    await plan(vault, [{ recipientId: people[0], revision: null }], {
      helperId,
      shelter: '村小学',
      confirmedOn: '2026-11-20',
    })
    expect((await standings(vault))['尉迟彩霞']).toBe('ready')
    await vault.must('helpers.leave', { id: helperId, on: '2026-11-20', reason: '调走' })
    expect((await standings(vault))['尉迟彩霞']).toBe('missing')
  })

  it('drops a home whose hazard passed its re-check, and keeps whoever was put on it by hand', async () => {
    const { vault, people } = await township()
    await plan(vault, [{ recipientId: people[2], revision: null }])
    const { rows } = await vault.must('hazards.list', { filter: { recipientId: people[1] } })
    await vault.must('hazards.move', {
      id: rows[0]!.id,
      revision: 1,
      move: 'dismiss',
      day: '2026-11-20',
      note: '已疏通',
    })
    expect(Object.keys(await standings(vault))).toEqual(['尉迟彩霞', '查老实'])
    await vault.must('evacuations.voidPlan', { recipientId: people[2], reason: '录错人' })
    expect(Object.keys(await standings(vault))).toEqual(['尉迟彩霞'])
  })

  it('arranges many alike or none, and overwrites nobody who was arranged meanwhile', async () => {
    const { vault, people } = await township()
    await plan(vault, [{ recipientId: people[1], revision: null }])
    const both = people.slice(0, 2).map((recipientId) => ({ recipientId, revision: null }))
    const refused = await vault.core.do('evacuations.plan', { people: both, responsible: '别人' })
    expect(refused).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await standings(vault)).toMatchObject({ 尉迟彩霞: 'missing' })
  })

  it('confirms nobody whom no one is to move', async () => {
    const { vault, people } = await township()
    expect(
      await vault.core.do('evacuations.plan', {
        people: [{ recipientId: people[0], revision: null }],
        confirmedOn: '2026-11-20',
      }),
    ).toMatchObject({ error: { code: 'VALIDATION', fields: { responsible: '请先安排责任人' } } })
  })

  it('goes to Excel as filtered', async () => {
    const { vault } = await township()
    const { jobId } = await vault.must('evacuations.export', {})
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
  })
})

describe('a transfer', () => {
  it('keeps who stood on the list that day, and is ticked off with the hour', async () => {
    const { vault, people, willow } = await township()
    const all = { kind: 'drill' as const, day: '2026-11-20' }
    const { id } = await vault.must('evacuations.begin', all)
    await plan(vault, [{ recipientId: people[2], revision: null }])
    const { evacuees } = await vault.must('evacuations.round', { id })
    expect(evacuees.map(({ name }) => name)).toEqual(['尉迟彩霞', '仇大山'])
    await vault.must('evacuations.tick', {
      id,
      evacueeIds: [evacuees[0]!.id],
      outcome: 'moved',
      time: '15:20',
    })
    const still = { id, evacueeIds: [evacuees[1]!.id], outcome: 'refused' as const }
    expect(await vault.core.do('evacuations.tick', still)).toMatchObject({
      error: { fields: { note: '请写明怎么办' } },
    })
    await vault.must('evacuations.tick', { ...still, note: '村干部留下守着' })
    expect(await vault.must('evacuations.rounds', {})).toMatchObject([
      { people: 2, moved: 1, refused: 1, away: 0 },
    ])
    const again = await vault.must('evacuations.begin', { ...all, villageId: willow })
    expect(again.people).toBe(2)
  })

  it('ticks nobody of another list', async () => {
    const { vault } = await township()
    const begin = { kind: 'real' as const, day: '2026-11-20' }
    const one = await vault.must('evacuations.begin', begin)
    const other = await vault.must('evacuations.begin', begin)
    const { evacuees } = await vault.must('evacuations.round', { id: other.id })
    expect(
      await vault.core.do('evacuations.tick', {
        id: one.id,
        evacueeIds: [evacuees[0]!.id],
        outcome: 'moved',
      }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})
