import { assignOperator } from '@db/repositories/operators'
import { enterPeople } from '@electron/core/test-people'
import {
  closeTestVaults,
  openTestVault,
  testFounding,
  type TestVault,
} from '@electron/core/test-vault'
import type { InputOf } from '@shared/contract'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
const november = { from: '2026-11-01', to: '2026-11-30' }
let vault: TestVault
let lower: number
let willow: number
let wife: number
let husband: number
let neighbour: number
let helperId: number

beforeEach(async () => {
  vault = await openTestVault(today)
  const villages = await vault.must('villages.list', {})
  ;[lower, willow] = villages.map(({ id }) => id) as [number, number]
  ;[wife, husband, neighbour] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower, birthDate: '1936-11-25', lunarBirthday: '十月二十' },
    { name: '解旺', villageId: lower },
    { name: '单桂兰', villageId: willow },
  ]) as [number, number, number]
  await vault.must('recipients.update', {
    id: wife,
    revision: 1,
    facts: { spouseRecipientId: husband },
  })
  ;({ id: helperId } = await vault.must('helpers.create', {
    name: '张吉祥',
    phones: ['13900001111'],
  }))
  await vault.must('pairings.create', {
    helperId,
    recipientIds: [wife, husband],
    from: '2026-03-01',
  })
})
afterAll(closeTestVaults)

const prepared = async (plan: Partial<InputOf<'visitSheets.prepare'>> = {}) => {
  const { ids } = await vault.must('visitSheets.prepare', { ...november, ...plan })
  return (await vault.must('visitSheets.read', { ids })).sheets
}
const line = (
  key: string,
  recipientId: number,
  more: Partial<InputOf<'contacts.recordLines'>['lines'][number]> = {},
): InputOf<'contacts.recordLines'>['lines'][number] => ({
  key: key.padEnd(8, '.'),
  recipientId,
  kind: 'home',
  dates: ['2026-11-20'],
  ...more,
})

describe('preparing sheets', () => {
  it('makes one for each helper, and one by village for people nobody helps', async () => {
    expect(await vault.must('visitSheets.plan', november)).toMatchObject([
      { helperName: '张吉祥', lines: 2, existing: null },
      { helperName: null, villageName: '柳林村', lines: 1 },
    ])
    const sheets = await prepared()
    expect(
      sheets.map(({ number, helper, villageName }) => [number, helper?.name ?? villageName]),
    ).toEqual([
      ['2611-001', '张吉祥'],
      ['2611-002', '柳林村'],
    ])
    expect(sheets[0]!.lines.map(({ code, name }) => [code, name])).toEqual([
      ['2611-001-01', '尉迟彩霞'],
      ['2611-001-02', '解旺'],
    ])
    expect(sheets[0]!.lines[0]).toMatchObject({
      owed: [{ state: 'overdue', words: '探访 本月 0/1' }],
      birthdays: ['11月25日（公历） 虚岁 91', expect.stringContaining('农历')],
      housemates: [expect.objectContaining({ id: husband })],
    })
  })

  it('makes one for each village where the office works so', async () => {
    const sheets = await prepared({ by: 'village' })
    expect(sheets.map(({ villageName, lines }) => [villageName, lines.length])).toEqual([
      ['下河村', 2],
      ['柳林村', 1],
    ])
  })

  it('prints a sheet again instead of preparing it twice', async () => {
    const first = await prepared()
    await vault.must('visitSheets.markPrinted', { ids: first.map(({ id }) => id) })
    expect(await vault.must('visitSheets.prepare', november)).toEqual({
      ids: [],
      existing: first.map(({ id }) => id),
    })
    expect(await vault.must('visitSheets.list', {})).toMatchObject([
      { printedOn: today },
      { printedOn: today },
    ])
  })

  it('gives the number of a cancelled sheet to no other', async () => {
    const [sheet] = await prepared({ helperId })
    await vault.must('visitSheets.cancel', {
      sheets: [{ id: sheet!.id, revision: sheet!.revision }],
      reason: '打错了月份',
    })
    const [again] = await prepared({ helperId })
    expect(again!.number).toBe('2611-002')
    expect(await vault.must('visitSheets.list', { state: 'open' })).toHaveLength(1)
  })

  it('keeps what it asked for, whatever was entered since', async () => {
    const [sheet] = await prepared({ helperId })
    await vault.must('contacts.record', { recipientIds: [wife], dates: [today], kind: 'home' })
    const { sheets } = await vault.must('visitSheets.read', { ids: [sheet!.id] })
    expect(sheets[0]!.lines[0]!.owed).toEqual(sheet!.lines[0]!.owed)
  })

  it('names what the last visit left open and when it was to be looked at again', async () => {
    await vault.must('contacts.record', {
      recipientIds: [neighbour],
      dates: ['2026-10-12'],
      kind: 'home',
      problem: '灶房屋顶漏雨',
      revisitOn: '2026-11-15',
    })
    const [sheet] = await prepared({ villageId: willow, onlyOwed: false })
    expect(sheet!.lines[0]!.points).toEqual([
      '2026年10月12日发现：灶房屋顶漏雨',
      '约定 2026年11月15日回访',
    ])
  })

  it('asks in advance for what will be due when the next month begins', async () => {
    await vault.must('contacts.record', {
      recipientIds: [wife, husband, neighbour],
      dates: [today],
      kind: 'home',
    })
    expect(await vault.must('visitSheets.plan', november)).toEqual([])
    const [sheet] = await prepared({ from: '2026-12-01', to: '2026-12-31', helperId })
    expect(sheet!.number).toBe('2612-001')
    expect(sheet!.lines[0]!.owed).toEqual([{ state: 'due', words: '探访 本月 0/1' }])
  })
})

describe('a sheet that comes back', () => {
  it('is found by its number or the code of a line, and says what it is when it is not', async () => {
    const [sheet] = await prepared({ helperId })
    expect(await vault.must('visitSheets.find', { code: '2611001' })).toMatchObject({
      id: sheet!.id,
      lineId: null,
    })
    expect(await vault.must('visitSheets.find', { code: ' 2611-001-02 ' })).toMatchObject({
      lineId: sheet!.lines[1]!.id,
    })
    expect(await vault.core.do('visitSheets.find', { code: '2611-9' })).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('2611-009') },
    })
    expect(await vault.core.do('visitSheets.find', { code: '张吉祥' })).toMatchObject({
      error: { code: 'VALIDATION' },
    })
  })

  it('is partly back with its first line and back with its last; undoing opens it again', async () => {
    const [sheet] = await prepared({ helperId })
    const [first, second] = sheet!.lines.map(({ id }) => id) as [number, number]
    const state = async () =>
      (await vault.must('visitSheets.list', {})).map(({ state, answered }) => [state, answered])
    await vault.must('contacts.recordLines', {
      lines: [line('a', wife, { visitSheetLineId: first })],
    })
    expect(await state()).toEqual([['partlyBack', 1]])
    await vault.must('contacts.recordLines', {
      lines: [line('b', husband, { visitSheetLineId: second, missed: 'hospital' })],
    })
    expect(await state()).toEqual([['back', 2]])
    const last = await vault.must('changes.latestOwn', {})
    expect(last).toMatchObject({ operation: 'contacts.recordLines', obstacle: null })
    await vault.must('changes.undo', { changeSetId: last!.changeSetId })
    expect(await state()).toEqual([['partlyBack', 1]])
  })

  it('is chased once its period is over, and ticked off by hand', async () => {
    const [late] = await prepared({ from: '2026-10-01', to: '2026-10-31', helperId })
    await prepared({ helperId })
    const [chased, ...others] = await vault.must('visitSheets.list', { state: 'late' })
    expect(others).toEqual([])
    expect(chased).toMatchObject({
      id: late!.id,
      daysMissing: 21,
      helper: { phone: '13900001111' },
    })
    const { id, revision } = chased!
    await vault.must('visitSheets.receive', { sheets: [{ id, revision }], on: today })
    expect(await vault.must('visitSheets.list', { state: 'late' })).toEqual([])
    expect(
      await vault.core.do('visitSheets.receive', { sheets: [{ id, revision }], on: today }),
    ).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  it('takes no entry once it was cancelled', async () => {
    const [sheet] = await prepared({ helperId })
    const { id, revision, lines } = sheet!
    await vault.must('visitSheets.cancel', { sheets: [{ id, revision }], reason: '作废' })
    const answer = await vault.must('contacts.recordLines', {
      lines: [line('a', wife, { visitSheetLineId: lines[0]!.id })],
    })
    expect(answer.refused).toMatchObject([{ field: 'visitSheetLineId', same: false }])
    expect((await vault.must('contacts.list', {})).rows).toEqual([])
  })
})

describe('entering a grid', () => {
  it('registers every good line as one act and answers why the others are not', async () => {
    const answer = await vault.must('contacts.recordLines', {
      lines: [
        line('a', wife, { dates: ['2026-11-03', '2026-11-10'], kind: 'phone' }),
        line('b', husband, { dates: ['2026-11-22'] }),
        line('c', 4711),
        line('d', neighbour, { helperId: 4711 }),
      ],
    })
    expect(answer.registered).toMatchObject([{ key: 'a.......', already: false }])
    expect(answer.refused.map(({ key, field }) => [key[0], field])).toEqual([
      ['b', 'dates'],
      ['c', 'recipientId'],
      ['d', 'helperId'],
    ])
    expect((await vault.must('contacts.list', {})).rows).toHaveLength(2)
    expect((await vault.must('changes.latestOwn', {}))!.records).toBe(2)
  })

  it('enters a line once, however often it is sent; after an undo it is entered anew', async () => {
    const lines = [line('a', wife)]
    const first = await vault.must('contacts.recordLines', { lines })
    const again = await vault.must('contacts.recordLines', { lines })
    expect(again.registered).toEqual([{ ...first.registered[0], already: true }])
    const { changeSetId } = (await vault.must('changes.latestOwn', {}))!
    await vault.must('changes.undo', { changeSetId })
    expect((await vault.must('contacts.list', {})).rows).toEqual([])
    await vault.must('contacts.recordLines', { lines })
    expect((await vault.must('contacts.list', {})).rows).toHaveLength(1)
  })

  it('refuses the same day twice, also within one grid, until told that it is meant', async () => {
    const lines = [line('a', wife), line('b', wife)]
    const { refused } = await vault.must('contacts.recordLines', { lines })
    expect(refused).toMatchObject([{ key: 'b.......', field: 'dates', same: true }])
    await vault.must('contacts.recordLines', { lines: [line('b', wife, { allowSame: true })] })
    expect((await vault.must('contacts.list', {})).rows).toHaveLength(2)
  })

  it('names the usual helper where the line names nobody', async () => {
    await vault.must('contacts.recordLines', {
      lines: [
        line('a', wife, { usualHelper: true }),
        line('b', neighbour, { usualHelper: true }),
        line('c', husband, { usualHelper: true, visitor: '村里的网格员' }),
      ],
    })
    const { rows } = await vault.must('contacts.list', {})
    expect(
      rows
        .map(({ recipientName, helperName, visitor }) => [recipientName, helperName ?? visitor])
        .sort(),
    ).toEqual([
      ['单桂兰', null],
      ['尉迟彩霞', '张吉祥'],
      ['解旺', '村里的网格员'],
    ])
  })

  it('does not count a visit that met nobody', async () => {
    const before = (await vault.must('home.due', {})).total
    await vault.must('contacts.recordLines', {
      lines: [line('a', wife, { missed: 'notHome', summary: '邻居说去赶集了' })],
    })
    expect((await vault.must('home.due', {})).total).toBe(before)
    expect((await vault.must('contacts.list', {})).rows).toEqual([])
    expect(await vault.must('contacts.missed', { recipientId: wife })).toMatchObject([
      { reason: 'notHome', note: '邻居说去赶集了', date: '2026-11-20' },
    ])
  })

  it('opens the need in the same act, so that one undo takes back both', async () => {
    const followUp = { ledger: 'need', kind: 'medical', urgency: 'soon' } as const
    const without = await vault.must('contacts.recordLines', {
      lines: [line('a', wife, { followUp })],
    })
    expect(without.refused).toMatchObject([{ field: 'followUp' }])
    const { registered } = await vault.must('contacts.recordLines', {
      lines: [
        line('b', wife, {
          followUp,
          problem: '降压药断了一周',
          dates: ['2026-11-03', '2026-11-10'],
        }),
      ],
    })
    const needs = async () => (await vault.must('needs.list', {})).rows
    expect(await needs()).toMatchObject([
      {
        content: '降压药断了一周',
        openedOn: '2026-11-10',
        source: 'visit',
        contactId: registered[0]!.ids[1],
      },
    ])
    const { changeSetId } = (await vault.must('changes.latestOwn', {}))!
    await vault.must('changes.undo', { changeSetId })
    expect(await needs()).toEqual([])
    expect((await vault.must('contacts.list', {})).rows).toEqual([])
  })

  it('opens a hazard found at home, told by whoever went there', async () => {
    const followUp = { ledger: 'hazard', kind: 'electricity', grade: 'serious' } as const
    const { registered } = await vault.must('contacts.recordLines', {
      lines: [line('a', wife, { followUp, problem: '电线老化', usualHelper: true })],
    })
    expect((await vault.must('hazards.list', {})).rows).toMatchObject([
      {
        kind: 'electricity',
        grade: 'serious',
        content: '电线老化',
        openedOn: '2026-11-20',
        source: 'visit',
        contactId: registered[0]!.ids[0],
        foundBy: '张吉祥',
      },
    ])
  })

  it('opens what must be reported with its clock from the visit, and takes it back with it', async () => {
    const followUp = { ledger: 'incident', kind: 'criticalIllness' } as const
    const found = { followUp, problem: '叫不应，送镇卫生院', visitor: '村医老何' }
    const wrong = { ...found, followUp: { ledger: 'incident', kind: '没有这种' } as const }
    const { refused, registered } = await vault.must('contacts.recordLines', {
      lines: [
        line('a', wife, { ...found, startTime: '09:30' }),
        line('b', husband, wrong),
        line('c', husband, { ...found, dates: ['2026-11'] }),
        line('d', husband, { ...found, missed: 'notHome' }),
      ],
    })
    expect(registered).toHaveLength(1)
    expect(refused.map(({ key, field }) => [key[0], field])).toEqual([
      ['b', 'followUp'],
      ['c', 'followUp'],
      ['d', 'followUp'],
    ])
    const incidents = async () => (await vault.must('incidents.list', {})).rows
    expect(await incidents()).toMatchObject([
      {
        recipientName: '尉迟彩霞',
        kind: 'criticalIllness',
        situation: '叫不应，送镇卫生院',
        openedOn: '2026-11-20',
        discoveredAt: '09:30',
        discoveredBy: '村医老何',
        nextDeadline: '2026-11-20T10:30',
      },
    ])
    const { changeSetId } = (await vault.must('changes.latestOwn', {}))!
    await vault.must('changes.undo', { changeSetId })
    expect(await incidents()).toEqual([])
  })

  it('keeps the whole 走访记录表', async () => {
    const details = {
      startTime: '09:30',
      endTime: '10:10',
      vitals: { systolic: 138, diastolic: 82 },
      childrenTold: '长子，当晚电话',
      reportedTo: '村支书，11月20日',
      revisitOn: '2026-12-01',
      checks: { health: 'fine', safety: 'concern', services: 'notApplicable' },
    } as const
    await vault.must('contacts.recordLines', { lines: [line('a', wife, details)] })
    expect((await vault.must('contacts.list', {})).rows).toMatchObject([details])
  })
})

it('shows an operator of one village only its lines, and no sheet without any', async () => {
  const [, ofWillow] = await prepared()
  const { operator } = await vault.must('session.me', {})
  vault.write((ctx) =>
    assignOperator(ctx, operator.id, {
      role: 'village',
      scope: { villages: [lower], groups: null },
    }),
  )
  await vault.must('vault.lock', {})
  const { password } = testFounding.operator
  await vault.must('vault.unlock', { operatorId: operator.id, password })
  expect((await vault.must('visitSheets.list', {})).map(({ number }) => number)).toEqual([
    '2611-001',
  ])
  for (const [name, input] of [
    ['visitSheets.find', { code: '2611-002' }],
    ['visitSheets.read', { ids: [ofWillow!.id] }],
    ['visitSheets.cancel', { sheets: [{ id: ofWillow!.id, revision: 1 }], reason: '试' }],
  ] as const)
    expect(await vault.core.call(name, input)).toMatchObject({ error: { code: 'NOT_FOUND' } })
})
