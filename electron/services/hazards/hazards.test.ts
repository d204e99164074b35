import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'
import { openHazard } from './index'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const [cai, da] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id },
    { name: '仇大山', villageId: willow!.id },
  ]) as [number, number]
  return { vault, cai, da }
}

const open = (
  vault: TestVault,
  recipientId: number,
  more: Partial<InputOf<'hazards.open'>> = {},
): Promise<{ id: number }> =>
  vault.must('hazards.open', {
    recipientId,
    kind: 'electricity',
    content: '灶房电线老化',
    openedOn: '2026-11-10',
    ...more,
  })

async function act(
  vault: TestVault,
  id: number,
  move: InputOf<'hazards.move'>['move'],
  more: Partial<InputOf<'hazards.move'>> = {},
) {
  const { revision } = await vault.must('hazards.file', { id })
  return vault.must('hazards.move', { id, revision, move, day: '2026-11-15', ...more })
}

describe('a hazard', () => {
  it('is mended again after a re-check it did not pass, each step with its day', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai, { grade: 'serious', foundBy: '李村主任' })
    await act(vault, id, 'tell', {
      assignee: '村电工',
      measure: '换线，装漏电保护',
      dueOn: '2026-11-18',
    })
    await act(vault, id, 'start')
    await act(vault, id, 'finish', {
      day: '2026-11-16',
      note: '已换线',
      cost: 120,
      dueOn: '2026-11-19',
    })
    await act(vault, id, 'fail', { day: '2026-11-17', note: '没装漏电保护', dueOn: '2026-11-20' })
    expect(await vault.must('hazards.file', { id })).toMatchObject({
      state: 'failed',
      dueOn: '2026-11-20',
      closedOn: null,
    })
    await act(vault, id, 'start', { day: '2026-11-18' })
    await act(vault, id, 'finish', { day: '2026-11-19', note: '已装漏电保护' })
    await act(vault, id, 'pass', { day: '2026-11-20', by: '李村主任' })
    const file = await vault.must('hazards.file', { id })
    expect(file).toMatchObject({
      state: 'passed',
      closedOn: '2026-11-20',
      responsible: '村电工',
      measure: '换线，装漏电保护',
      result: '已装漏电保护',
      cost: 120,
      moves: ['reopen'],
    })
    expect(file.steps.map(({ label }) => label)).toEqual([
      '登记',
      '告知并安排整改',
      '开始整改',
      '整改完成',
      '复查不合格',
      '开始整改',
      '整改完成',
      '复查合格',
    ])
  })

  it('passes no re-check before it is mended, and is arranged with nobody', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    const { revision } = await vault.must('hazards.file', { id })
    const step = { id, revision, day: '2026-11-15' }
    expect(await vault.core.do('hazards.move', { ...step, move: 'pass' })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect(await vault.core.do('hazards.move', { ...step, move: 'tell' })).toMatchObject({
      error: { code: 'VALIDATION', fields: { assignee: '请填写整改责任人' } },
    })
    expect((await vault.must('hazards.file', { id })).steps).toHaveLength(1)
  })

  it('is opened inside another command from a visit of the same person, and from no other visit', async () => {
    const { vault, cai, da } = await township()
    const visit = { recipientIds: [cai], dates: ['2026-11-12'], kind: 'home' as const }
    const { ids } = await vault.must('contacts.record', visit)
    const facts = {
      kind: 'fire' as const,
      content: '柴堆靠近灶口',
      openedOn: '2026-11-12',
      source: 'visit' as const,
      contactId: ids[0]!,
      responsible: '本人',
    }
    const id = vault.write((ctx) => openHazard(ctx, { recipientId: cai, ...facts }))
    expect(await vault.must('hazards.file', { id })).toMatchObject({
      contactId: ids[0],
      state: 'told',
    })
    expect(() => vault.write((ctx) => openHazard(ctx, { recipientId: da, ...facts }))).toThrow(
      '找不到这次走访',
    )
  })

  it('concerns the whole home: it is listed for the husband whose wife was visited', async () => {
    const { vault, cai, da } = await township()
    const { revision } = await vault.must('recipients.file', { id: da })
    await vault.must('recipients.update', {
      id: da,
      revision,
      facts: { spouseRecipientId: cai },
    })
    await open(vault, cai)
    const of = async (id: number) =>
      (await vault.must('hazards.list', { filter: { householdOf: id } })).rows.length
    expect([await of(cai), await of(da)]).toEqual([1, 1])
    const own = await vault.must('hazards.list', { filter: { recipientId: da } })
    expect(own.rows).toEqual([])
  })
})

describe('the ledger of hazards', () => {
  it('presses what is grave or past its day, and nothing that is closed', async () => {
    const { vault, cai, da } = await township()
    await open(vault, cai, { content: '不急' })
    await open(vault, cai, { content: '过期', dueOn: '2026-11-12' })
    await open(vault, da, { content: '重大', grade: 'grave' })
    const { id } = await open(vault, da, { content: '已拆', grade: 'grave' })
    await act(vault, id, 'dismiss', { note: '旧房已拆' })
    const { rows } = await vault.must('hazards.list', { filter: { pressing: true } })
    expect(rows.map(({ content }) => content).toSorted()).toEqual(['过期', '重大'].toSorted())
    expect((await vault.must('hazards.summary', { filter: { pressing: true } })).open).toBe(2)
  })

  it('makes one move of many or of none', async () => {
    const { vault, cai, da } = await township()
    const hazards = await Promise.all(
      [cai, da].map(async (person) => {
        const { id } = await open(vault, person, { responsible: '村电工' })
        return { id, revision: (await vault.must('hazards.file', { id })).revision }
      }),
    )
    const round = { move: 'finish' as const, day: '2026-11-15', note: '统一换线' }
    const stale = hazards.map((one, at) => (at === 1 ? { ...one, revision: 9 } : one))
    expect(await vault.core.do('hazards.moveMany', { ...round, hazards: stale })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect((await vault.must('hazards.summary', {})).byState.mended).toBe(0)
    await vault.must('hazards.moveMany', { ...round, hazards })
    expect((await vault.must('hazards.summary', {})).byState.mended).toBe(2)
  })

  it('goes to Excel as filtered, and stands on the calendar and in the life of the person', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai, { dueOn: '2026-11-25' })
    const { jobId } = await vault.must('hazards.export', {})
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
    const { items } = await vault.must('calendar.days', { from: '2026-11-20', to: '2026-11-30' })
    expect(items).toContainEqual(
      expect.objectContaining({ day: '2026-11-25', what: '隐患到期', path: `/hazards/${id}` }),
    )
    const life = await vault.must('ledgers.timeline', { recipientId: cai })
    expect(life.map(({ title }) => title)).toContain('隐患 · 登记')
  })
})
