import { afterEach, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'
import { openNeed } from './index'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const [cai, da] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id },
    { name: '仇大山', villageId: willow!.id },
  ]) as [number, number]
  const { id: helperId } = await vault.must('helpers.create', { name: '张吉祥' })
  return { vault, cai, da, helperId, lower: lower!.id, willow: willow!.id }
}

const open = (vault: TestVault, recipientId: number, more: Partial<InputOf<'needs.open'>> = {}) =>
  vault.must('needs.open', {
    recipientId,
    kind: 'medical',
    content: '降压药快用完，请人代购',
    openedOn: '2026-11-10',
    ...more,
  })

async function act(
  vault: TestVault,
  id: number,
  move: InputOf<'needs.move'>['move'],
  more: Partial<InputOf<'needs.move'>> = {},
) {
  const { revision } = await vault.must('needs.file', { id })
  return vault.must('needs.move', { id, revision, move, day: '2026-11-15', ...more })
}

describe('a need', () => {
  it('goes from being told to being confirmed, each step with its day and doer', async () => {
    const { vault, cai, helperId } = await township()
    const { id } = await open(vault, cai)
    await act(vault, id, 'assign', { assigneeId: helperId, dueOn: '2026-11-20' })
    await act(vault, id, 'start', { day: '2026-11-16' })
    await act(vault, id, 'finish', { day: '2026-11-18', note: '已代购两盒', cost: 46.5, helperId })
    await act(vault, id, 'confirm', { day: '2026-11-19', how: '电话', by: '本人' })
    const file = await vault.must('needs.file', { id })
    expect(file).toMatchObject({
      state: 'confirmed',
      closedOn: '2026-11-19',
      ageDays: 9,
      helperName: '张吉祥',
      result: '已代购两盒',
      cost: 46.5,
      moves: ['reopen'],
    })
    expect(
      file.steps.map(({ day, label, helperName, by }) => [day, label, helperName, by]),
    ).toEqual([
      ['2026-11-10', '登记', null, null],
      ['2026-11-15', '分派', null, null],
      ['2026-11-16', '开始办理', null, null],
      ['2026-11-18', '办结', '张吉祥', null],
      ['2026-11-19', '本人确认', null, '本人'],
    ])
  })

  it('goes up village, town, joint meeting, and no further', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    await act(vault, id, 'raise', { note: '村里没有车' })
    await act(vault, id, 'raise', { note: '镇里没有经费', day: '2026-11-18' })
    const { level, state, steps, revision } = await vault.must('needs.file', { id })
    expect([level, state]).toEqual(['joint', 'opened'])
    expect(steps.map(({ day, toWhom }) => [day, toWhom])).toEqual([
      ['2026-11-10', null],
      ['2026-11-15', '镇级'],
      ['2026-11-18', '联席会议'],
    ])
    const again = { id, revision, move: 'raise' as const, day: '2026-11-19', note: '再报' }
    expect(await vault.core.do('needs.move', again)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })

  it('refuses what the machine does not know, what lacks its words, and days that cannot be', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai, { responsible: '村委会' })
    const { revision, state } = await vault.must('needs.file', { id })
    expect(state).toBe('assigned')
    const step = { id, revision, day: '2026-11-15' }
    expect(await vault.core.do('needs.move', { ...step, move: 'confirm' })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect(await vault.core.do('needs.move', { ...step, move: 'finish' })).toMatchObject({
      error: { code: 'VALIDATION', fields: { note: '请填写办理结果' } },
    })
    expect(await vault.core.do('needs.move', { ...step, move: 'assign' })).toMatchObject({
      error: { code: 'VALIDATION', fields: { assignee: '请填写责任人' } },
    })
    for (const day of ['2026-11-09', '2026-11-22']) {
      const asked = { ...step, move: 'start' as const, day }
      expect(await vault.core.do('needs.move', asked), day).toMatchObject({
        error: { code: 'VALIDATION', fields: { day: expect.any(String) } },
      })
    }
    const stale = { ...step, revision: revision - 1, move: 'start' as const }
    expect(await vault.core.do('needs.move', stale)).toMatchObject({ error: { code: 'CONFLICT' } })
    expect((await vault.must('needs.file', { id })).steps).toHaveLength(2)
  })

  it('assigns many at once or none of them', async () => {
    const { vault, cai, da, helperId } = await township()
    const needs = await Promise.all(
      [cai, da].map(async (person) => {
        const { id } = await open(vault, person)
        return { id, revision: (await vault.must('needs.file', { id })).revision }
      }),
    )
    const input = { needs, assigneeId: helperId, day: '2026-11-15', dueOn: '2026-11-30' }
    const stale = needs.map((one, at) => (at === 1 ? { ...one, revision: 9 } : one))
    expect(await vault.core.do('needs.assignMany', { ...input, needs: stale })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect((await vault.must('needs.summary', {})).byState.opened).toBe(2)
    await vault.must('needs.assignMany', input)
    expect((await vault.must('needs.summary', {})).byState.assigned).toBe(2)
  })

  it('is opened inside another command from a visit of the same person, and from no other visit', async () => {
    const { vault, cai, da } = await township()
    const visit = { recipientIds: [cai], dates: ['2026-11-12'], kind: 'home' as const }
    const { ids } = await vault.must('contacts.record', visit)
    const facts = {
      kind: 'safety' as const,
      content: '灶房电线老化',
      openedOn: '2026-11-12',
      source: 'visit' as const,
      contactId: ids[0]!,
    }
    const id = vault.write((ctx) => openNeed(ctx, { recipientId: cai, ...facts }))
    expect(await vault.must('needs.file', { id })).toMatchObject({ contactId: ids[0] })
    expect(() => vault.write((ctx) => openNeed(ctx, { recipientId: da, ...facts }))).toThrow(
      '找不到这次走访',
    )
  })

  it('is told in its history and in the life of the person, also after it was corrected', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai, { responsible: '村委会' })
    const { revision } = await vault.must('needs.file', { id })
    const facts = { kind: 'safety' as const, source: 'visit' as const, cost: null }
    await vault.must('needs.update', { id, revision, ...facts, content: '换电线' })
    const history = await vault.must('ledgers.history', { entity: 'need', id })
    const update = history.find(({ operation }) => operation === 'needs.update')!
    expect(update.fields).toContainEqual(
      expect.objectContaining({ field: 'content', to: '换电线', from: '降压药快用完，请人代购' }),
    )
    const life = await vault.must('ledgers.timeline', { recipientId: cai })
    expect(life.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['需求 · 登记', '需求 · 分派']),
    )
  })
})

describe('the ledger of needs', () => {
  it('pages through everything once, latest first or most pressing first, and counts it', async () => {
    const { vault, cai, da, lower } = await township()
    for (let at = 0; at < 25; at += 1) {
      const day = `2026-11-${String((at % 9) + 10)}`
      const dueOn = at % 3 === 0 ? null : `2026-11-${String((at % 7) + 16)}`
      await open(vault, at % 2 === 0 ? cai : da, { openedOn: day, dueOn, content: `第${at}件` })
    }
    for (const order of ['opened', 'due'] as const) {
      const seen: string[] = []
      let after: { day: string; id: number } | undefined
      for (;;) {
        const page = await vault.must('needs.list', { order, limit: 4, after })
        seen.push(
          ...page.rows.map((row) =>
            order === 'due' ? (row.dueOn ?? '9999') : `${row.openedOn} ${row.id}`,
          ),
        )
        if (!page.next) break
        after = page.next
      }
      expect(seen).toHaveLength(25)
      expect(seen).toEqual(order === 'due' ? seen.toSorted() : seen.toSorted().reverse())
    }
    const summary = await vault.must('needs.summary', { filter: { villageId: lower } })
    const { rows } = await vault.must('needs.list', { filter: { villageId: lower }, limit: 500 })
    expect(summary.open).toBe(rows.length)
    expect(summary.overdue).toBe(rows.filter(({ overdue }) => overdue).length)
    expect(summary.oldestDays).toBe(11)
  })

  it('is searched by the name of the person or the words of the case', async () => {
    const { vault, cai, da } = await township()
    await open(vault, cai, { content: '想修100%漏雨的屋顶' })
    await open(vault, da, { content: '想学用手机' })
    const found = async (text: string) =>
      (await vault.must('needs.list', { filter: { text } })).rows.map(({ content }) => content)
    expect(await found('qds')).toEqual(['想学用手机'])
    expect(await found('屋顶')).toEqual(['想修100%漏雨的屋顶'])
    expect(await found('0%漏')).toEqual(['想修100%漏雨的屋顶'])
    expect(await found('_')).toEqual([])
  })

  it('goes to Excel as filtered, and refuses an empty sheet', async () => {
    const { vault, cai } = await township()
    await open(vault, cai)
    const { jobId } = await vault.must('needs.export', {})
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
    const none = await vault.must('needs.export', { filter: { kind: 'wish' } })
    expect((await finishedJob(vault.core, none.jobId)).error?.message).toMatch(/没有符合条件/)
  })

  it('shows a clerk of one village nothing of another, by list, count, case or history', async () => {
    const { vault, cai, da, lower } = await township()
    await open(vault, cai)
    const { id } = await open(vault, da)
    const { operator } = await vault.must('session.me', {})
    vault.write((ctx) =>
      assignOperator(ctx, operator.id, {
        role: 'clerk',
        scope: { villages: [lower], groups: null },
      }),
    )
    await vault.must('vault.lock', {})
    await vault.must('vault.unlock', { operatorId: operator.id, password: '松绿-2026-桑榆' })
    expect((await vault.must('needs.list', {})).rows.map((row) => row.recipientName)).toEqual([
      '尉迟彩霞',
    ])
    expect((await vault.must('needs.summary', {})).open).toBe(1)
    for (const asked of [
      vault.core.do('needs.file', { id }),
      vault.core.do('ledgers.history', { entity: 'need', id }),
      vault.core.do('ledgers.timeline', { recipientId: da }),
      vault.core.do('needs.void', { ids: [id], reason: '试' }),
    ]) {
      expect(await asked).toMatchObject({ error: { code: 'NOT_FOUND' } })
    }
  })
})
