import { afterEach, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { InputOf, OutputOf } from '@shared/contract'
import { closeFile, enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault('2026-11-21')
  const [lower, willow] = await vault.must('villages.list', {})
  const [cai, da, wang] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id, birthDate: '1934-12-21' },
    { name: '仇大山', villageId: willow!.id, birthDate: '1950-03-04' },
    { name: '解旺', villageId: willow!.id },
  ]) as [number, number, number]
  const { id: helperId } = await vault.must('helpers.create', { name: '张吉祥' })
  return { vault, cai, da, wang, helperId, lower: lower!.id, willow: willow!.id }
}

const open = (vault: TestVault, more: Partial<InputOf<'activities.open'>> = {}) =>
  vault.must('activities.open', {
    name: '2026年重阳慰问活动',
    kind: 'festival',
    series: '重阳',
    heldOn: '2026-10-18',
    place: '镇文化站',
    ...more,
  })

async function act(
  vault: TestVault,
  id: number,
  move: InputOf<'activities.move'>['move'],
  more: Partial<InputOf<'activities.move'>> = {},
) {
  const { revision } = await vault.must('activities.file', { id })
  return vault.must('activities.move', { id, revision, move, day: '2026-11-21', ...more })
}

type TypedLine = InputOf<'activities.saveLines'>['lines'][number]

/** A line as a form sends it back: what is reckoned from it is left out. */
function typed(line: OutputOf<'activities.file'>['lines'][number]): TypedLine {
  const { planned, ...rest } = line
  expect(planned).toBeGreaterThanOrEqual(0)
  return rest
}

async function saveLines(vault: TestVault, id: number, lines: TypedLine[]) {
  const { revision } = await vault.must('activities.file', { id })
  return vault.core.do('activities.saveLines', { id, revision, lines })
}

describe('an activity', () => {
  it('goes from idea to report with who came, what it cost, and a line in each life', async () => {
    const { vault, cai, da, helperId } = await township()
    const { id } = await open(vault)
    const people = [
      { recipientId: cai, reason: '年满90周岁' },
      { recipientId: da, reason: null },
    ]
    expect(await vault.must('activities.invite', { id, people })).toEqual({ added: 2, already: 0 })
    expect(await vault.must('activities.invite', { id, people })).toEqual({ added: 0, already: 2 })
    await vault.must('activities.invite', {
      id,
      role: 'volunteer',
      helperIds: [helperId],
      names: ['县剧团'],
    })
    await saveLines(vault, id, [{ item: '重阳糕', quantity: 30, unit: '份', price: 12.5 }])
    await act(vault, id, 'plan')
    await act(vault, id, 'approve')
    await act(vault, id, 'hold', { day: '2026-10-19' })
    const list = await vault.must('activities.people', { id })
    const of = (name: string) => list.find((one) => one.name === name)!
    await vault.must('activities.attend', {
      id,
      personIds: [of('尉迟彩霞').id, of('张吉祥').id],
      present: true,
    })
    await vault.must('activities.attend', { id, personIds: [of('仇大山').id], present: false })
    const [line] = (await vault.must('activities.file', { id })).lines
    expect(await saveLines(vault, id, [{ ...typed(line!), spent: 360.2 }])).toMatchObject({
      value: { planned: 375, spent: 360.2, left: 14.8 },
    })
    await act(vault, id, 'report', { note: '老人都说热闹' })
    expect(await vault.must('activities.file', { id })).toMatchObject({
      state: 'reported',
      heldOn: '2026-10-19',
      invited: 2,
      present: 1,
      costPerPerson: 360.2,
      outcome: '老人都说热闹',
      moves: ['reopen'],
    })
    const titles = async (recipientId: number) =>
      (await vault.must('ledgers.timeline', { recipientId })).map(({ title }) => title)
    expect(await titles(cai)).toContain('参加活动：2026年重阳慰问活动')
    expect(await titles(da)).not.toContain('参加活动：2026年重阳慰问活动')
    const asked = { from: '2026-10-01', to: '2026-10-31' }
    const { items } = await vault.must('calendar.days', asked)
    expect(items).toContainEqual(
      expect.objectContaining({ day: '2026-10-19', kind: 'activity', path: `/activities/${id}` }),
    )
    const history = await vault.must('activities.history', { id })
    expect(history[0]).toMatchObject({ operation: 'activities.move' })
  })

  it('is not approved without a day and a place, and not changed once it is', async () => {
    const { vault } = await township()
    const { id } = await open(vault, { heldOn: null, place: null })
    await act(vault, id, 'plan')
    const file = await vault.must('activities.file', { id })
    const { revision } = file
    const approve = { id, revision, move: 'approve' as const, day: '2026-11-21' }
    expect(await vault.core.do('activities.move', approve)).toMatchObject({
      error: { code: 'VALIDATION', fields: { heldOn: '请填写活动日期', place: '请填写地点' } },
    })
    const plan = { name: '重阳', kind: 'festival' as const, heldOn: '2026-11-25', place: '戏台' }
    await vault.must('activities.update', { id, revision, ...plan })
    await act(vault, id, 'approve')
    const approved = await vault.must('activities.file', { id })
    const late = { id, revision: approved.revision, ...plan, place: '别处' }
    expect(await vault.core.do('activities.update', late)).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('已批准') },
    })
    const early = { ...approve, revision: approved.revision, move: 'hold' as const }
    expect(await vault.core.do('activities.move', { ...early, day: '2026-11-25' })).toMatchObject({
      error: { code: 'VALIDATION', fields: { day: expect.any(String) } },
    })
  })

  it('keeps the approved budget: only what was paid and what nobody planned is entered', async () => {
    const { vault } = await township()
    const { id } = await open(vault)
    await saveLines(vault, id, [
      { item: '米', quantity: 10, price: 50 },
      { item: '横幅', price: 80 },
    ])
    await act(vault, id, 'plan')
    await act(vault, id, 'approve')
    const { lines } = await vault.must('activities.file', { id })
    const [rice, banner] = lines.map(typed) as [TypedLine, TypedLine]
    for (const changed of [
      [{ ...rice, price: 60 }, banner],
      [rice],
      [rice, banner, { item: '油', price: 10 }],
    ]) {
      expect(await saveLines(vault, id, changed)).toMatchObject({ error: { code: 'CONFLICT' } })
    }
    expect(
      await saveLines(vault, id, [banner, { ...rice, spent: 520 }, { item: '搬运费', spent: 30 }]),
    ).toMatchObject({ value: { planned: 580, spent: 550, left: 30 } })
  })

  it('lets two who type lines at once notice each other', async () => {
    const { vault } = await township()
    const { id } = await open(vault)
    const { revision } = await vault.must('activities.file', { id })
    const save = (item: string) =>
      vault.core.do('activities.saveLines', { id, revision, lines: [{ item }] })
    expect(await save('米')).toMatchObject({ ok: true })
    expect(await save('油')).toMatchObject({ error: { code: 'CONFLICT' } })
    const { lines } = await vault.must('activities.file', { id })
    expect(lines.map(({ item }) => item)).toEqual(['米'])
  })

  it('begins another year as a copy: plan, budget without what was paid, and who can still come', async () => {
    const { vault, cai, da, wang } = await township()
    const { id } = await open(vault, { schedule: '签到\n慰问演出' })
    await saveLines(vault, id, [{ item: '米', quantity: 2, price: 50, spent: 99 }])
    const people = [cai, da, wang].map((recipientId) => ({ recipientId }))
    await vault.must('activities.invite', { id, people })
    closeFile(vault, da, 'deceased', '2026-11-01')
    const copy = await vault.must('activities.copy', {
      id,
      name: '2027年重阳慰问活动',
      heldOn: '2027-10-08',
      withPeople: true,
    })
    const file = await vault.must('activities.file', { id: copy.id })
    expect(file).toMatchObject({
      state: 'idea',
      series: '重阳',
      schedule: '签到\n慰问演出',
      planned: 100,
      spent: null,
      copiedFrom: { id },
    })
    const names = (await vault.must('activities.people', { id: copy.id })).map(({ name }) => name)
    expect(names).toEqual(['尉迟彩霞', '解旺'])
  })

  it('proposes by conditions with the reason, and never the dead', async () => {
    const { vault, cai, da } = await township()
    const { id } = await open(vault)
    const aged = { id, criteria: [{ kind: 'age' as const, from: 80, upTo: null }] }
    const found = await vault.must('activities.candidates', aged)
    expect(found).toMatchObject([{ recipientId: cai, reasons: [expect.stringContaining('91')] }])
    closeFile(vault, da, 'deceased', '2026-10-01')
    const dead = { id, people: [{ recipientId: cai }, { recipientId: da }] }
    expect(await vault.core.do('activities.invite', dead)).toMatchObject({
      error: { code: 'VALIDATION', message: expect.stringContaining('仇大山') },
    })
    expect(await vault.must('activities.people', { id })).toEqual([])
  })

  it('takes no tick before it was held', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault)
    await vault.must('activities.invite', { id, people: [{ recipientId: cai }] })
    const [one] = await vault.must('activities.people', { id })
    const tick = { id, personIds: [one!.id], present: true }
    expect(await vault.core.do('activities.attend', tick)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })

  it('is written as plan and report; what nobody entered is named as missing', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault)
    const paper = async (asked: 'plan' | 'report') => {
      const { jobId } = await vault.must('activities.paper', { id, paper: asked })
      return (await finishedJob(vault.core, jobId)).result as { title: string; missing: string[] }
    }
    expect(await paper('plan')).toMatchObject({
      title: '2026年重阳慰问活动方案',
      missing: expect.arrayContaining(['活动目的', '活动主题', '物资与预算', '人员分工']),
    })
    await vault.must('activities.invite', { id, people: [{ recipientId: cai }] })
    expect(await paper('report')).toMatchObject({
      missing: expect.arrayContaining(['到场人数（名单还没有勾到场）', '实支金额', '活动成效']),
    })
  })
})

describe('the ledger of activities', () => {
  it('pages through everything once, undated first and then the latest, and counts it', async () => {
    const { vault } = await township()
    for (let at = 0; at < 23; at += 1) {
      const heldOn = at % 4 === 0 ? null : `2026-0${(at % 9) + 1}-11`
      await open(vault, { name: `第${at}次`, heldOn })
    }
    const seen: string[] = []
    let after: { day: string; id: number } | undefined
    for (;;) {
      const page = await vault.must('activities.list', { limit: 5, after })
      seen.push(...page.rows.map((row) => row.heldOn ?? '9999'))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toHaveLength(23)
    expect(seen).toEqual(seen.toSorted().toReversed())
    const year = { filter: { year: 2026 } }
    expect((await vault.must('activities.list', year)).rows).toHaveLength(17)
    expect(await vault.must('activities.summary', year)).toMatchObject({
      open: 17,
      byState: { idea: 17, reported: 0 },
      series: ['重阳'],
    })
    const { jobId } = await vault.must('activities.export', year)
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
  })

  it('shows a village its own and the township’s without others’ people, and lets it write its own', async () => {
    const { vault, cai, da, lower, willow } = await township()
    const { id } = await open(vault)
    const people = [cai, da].map((recipientId) => ({ recipientId }))
    await vault.must('activities.invite', { id, people })
    const other = await open(vault, { name: '柳林村夜校', villageId: willow })
    const { operator } = await vault.must('session.me', {})
    vault.write((ctx) =>
      assignOperator(ctx, operator.id, {
        role: 'clerk',
        scope: { villages: [lower], groups: null },
      }),
    )
    await vault.must('vault.lock', {})
    await vault.must('vault.unlock', { operatorId: operator.id, password: '松绿-2026-桑榆' })
    const { rows } = await vault.must('activities.list', {})
    expect(rows.map(({ name, invited }) => [name, invited])).toEqual([['2026年重阳慰问活动', 1]])
    expect((await vault.must('activities.people', { id })).map(({ name }) => name)).toEqual([
      '尉迟彩霞',
    ])
    expect((await vault.must('activities.file', { id })).moves).toEqual([])
    for (const [asked, code] of [
      [vault.core.do('activities.file', { id: other.id }), 'NOT_FOUND'],
      [vault.core.do('activities.void', { id: other.id, reason: '试' }), 'NOT_FOUND'],
      [vault.core.do('activities.void', { id, reason: '试' }), 'FORBIDDEN'],
      [vault.core.do('activities.open', { name: '全镇的', kind: 'other' }), 'VALIDATION'],
    ] as const) {
      expect(await asked).toMatchObject({ error: { code } })
    }
    await vault.must('activities.open', { name: '本村的', kind: 'other', villageId: lower })
  })
})
