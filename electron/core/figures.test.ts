import { array, asyncProperty, assert, constantFrom, integer, option, record } from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import {
  contact,
  fundEntry,
  fundLine,
  groupPeriod,
  hazard,
  helper,
  need,
  pairing,
  recipient,
  residencePeriod,
  riskPeriod,
  statusPeriod,
} from '@db/schema'
import { closeTestVaults, openTestVault, testFounding, type TestVault } from './test-vault'
import type { FigureKey } from '@shared/domain/figures/registry'
import { figureKeys, figures } from '@shared/domain/figures/registry'

afterAll(closeTestVaults)

const today = '2026-11-21'
/** Days of two years, as many as `integer` says after the first. */
const dayAfter = (days: number): string =>
  new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
const LAST = 689
const day = integer({ min: 0, max: LAST }).map(dayAfter)
const span = record({ a: day, b: option(day) }).map(({ a, b }) =>
  b === null ? { from: a, to: null } : a <= b ? { from: a, to: b } : { from: b, to: a },
)

const life = record({
  entered: day,
  left: option(
    record({ on: day, status: constantFrom('deceased', 'movedOut', 'childrenReturned') }),
  ),
  moved: option(day),
  village: constantFrom(0, 1),
  gender: constantFrom('male', 'female', null),
  birthDate: constantFrom('1935-05-06', '1948-12-31', '1956-02-29', '1961', '1970-01-01', null),
  group: constantFrom('elder', 'woman', 'child'),
  risk: option(record({ span, level: constantFrom('high', 'key', 'general') })),
  pairings: array(record({ span, helper: constantFrom(0, 1, 2) }), { maxLength: 3 }),
  contacts: array(
    record({ kind: constantFrom('phone', 'home', 'proxy', 'child', 'checkup'), day }),
    { maxLength: 12 },
  ),
  cases: array(
    record({
      need: constantFrom(true, false),
      span,
      dropped: constantFrom(true, false, false),
      due: day,
    }),
    { maxLength: 3 },
  ),
})
const money = array(
  record({ day, direction: constantFrom('in', 'out'), amount: integer({ min: 1, max: 900_000 }) }),
  { maxLength: 8 },
)

/** What the records themselves say, read row by row without the roster, spans or folds. */
interface RawRows {
  people: (typeof recipient.$inferSelect)[]
  statuses: (typeof statusPeriod.$inferSelect)[]
  residences: (typeof residencePeriod.$inferSelect)[]
  risks: (typeof riskPeriod.$inferSelect)[]
  pairings: (typeof pairing.$inferSelect)[]
  contacts: (typeof contact.$inferSelect)[]
  needs: (typeof need.$inferSelect)[]
  hazards: (typeof hazard.$inferSelect)[]
  money: (typeof fundEntry.$inferSelect)[]
}

const within = (date: string | null, from: string, to: string): boolean =>
  date !== null && date >= from && date <= to
const holds = (one: { from: string; to: string | null }, on: string): boolean =>
  one.from <= on && (one.to ?? '9999') >= on

/** The second, plain way. */
function plainCounts(rows: RawRows, from: string, to: string, keep: (id: number) => boolean) {
  const own = <Row extends { recipientId: number | null }>(all: Row[]): Row[] =>
    all.filter(({ recipientId }) => recipientId !== null && keep(recipientId))
  const onFile = rows.people
    .map(({ id }) => id)
    .filter(
      (id) =>
        keep(id) &&
        rows.statuses.some(
          (one) => one.recipientId === id && one.status === 'active' && holds(one, to),
        ),
    )
  const paired = onFile.filter((id) =>
    rows.pairings.some((one) => one.recipientId === id && holds(one, to)),
  )
  const made = own(rows.contacts).filter(({ date }) => within(date, from, to))
  const visits = made.filter(({ kind }) => ['phone', 'home', 'video', 'proxy'].includes(kind))
  const open = <Row extends { openedOn: string; closedOn: string | null }>(all: Row[]): Row[] =>
    all.filter(({ openedOn, closedOn }) => openedOn <= to && (closedOn === null || closedOn > to))
  const age = (ones: { openedOn: string }[], until: (one: never) => string): number | null =>
    ones.length === 0
      ? null
      : ones.reduce(
          (sum, one) =>
            sum + (Date.parse(until(one as never)) - Date.parse(one.openedOn)) / 86_400_000,
          0,
        ) / ones.length
  const needs = own(rows.needs)
  const solved = needs.filter(
    ({ state, closedOn }) => state === 'confirmed' && within(closedOn, from, to),
  )
  const hazards = own(rows.hazards)
  const sum = (direction: string): number =>
    rows.money
      .filter((one) => one.direction === direction && within(one.day, from, to))
      .reduce((total, { amount }) => total + amount, 0)
  return {
    'people.onFile': onFile.length,
    'people.added': rows.people.filter(
      ({ id }) =>
        keep(id) &&
        rows.statuses.some(
          (one) => one.recipientId === id && one.status === 'active' && within(one.from, from, to),
        ),
    ).length,
    'people.left': rows.people.filter(
      ({ id }) =>
        keep(id) &&
        rows.statuses.some(
          (one) => one.recipientId === id && one.status !== 'active' && within(one.from, from, to),
        ),
    ).length,
    'people.died': own(rows.statuses).filter(
      (one) => one.status === 'deceased' && within(one.from, from, to),
    ).length,
    'people.paired': paired.length,
    'people.unpaired': onFile.length - paired.length,
    'helpers.paired': new Set(
      rows.pairings
        .filter((one) => onFile.includes(one.recipientId) && holds(one, to))
        .map(({ helperId }) => helperId),
    ).size,
    'contacts.visits': visits.length,
    'contacts.home': made.filter(({ kind }) => kind === 'home').length,
    'contacts.checkup': made.filter(({ kind }) => kind === 'checkup').length,
    'people.visited': new Set(visits.map(({ recipientId }) => recipientId)).size,
    'needs.opened': needs.filter(
      ({ state, openedOn }) => state !== 'withdrawn' && within(openedOn, from, to),
    ).length,
    'needs.closed': solved.length,
    'needs.open': open(needs).length,
    'needs.overdue': open(needs).filter(({ dueOn }) => dueOn !== null && dueOn < to).length,
    'needs.daysToClose': age(solved, (one: { closedOn: string }) => one.closedOn),
    'needs.openDays': age(open(needs), () => to),
    'hazards.opened': hazards.filter(
      ({ state, openedOn }) => state !== 'gone' && within(openedOn, from, to),
    ).length,
    'hazards.open': open(hazards).length,
    'funds.received': sum('in'),
    'funds.spent': sum('out'),
  } satisfies Partial<Record<FigureKey, number | null>>
}

const aboutNobody: readonly string[] = ['funds.received', 'funds.spent']

async function township(
  lives: readonly unknown[],
  entries: readonly unknown[],
): Promise<{ vault: TestVault; rows: RawRows; villages: number[] }> {
  const vault = await openTestVault(today)
  const villages = (await vault.must('villages.list', {})).map(({ id }) => id)
  const rows = vault.write((ctx) => {
    const { writer } = ctx
    const helpers = ['张吉祥', '解旺', '单桂兰'].map((name) => writer.create(helper, { name }))
    for (const one of lives as Life[]) enter(ctx, one, villages, helpers)
    const line = writer.create(fundLine, { year: 2026, name: '慰问', budget: 1 })
    for (const entry of entries as Money[])
      writer.create(fundEntry, { ...entry, fundLineId: line, purpose: '慰问' } as never)
    const { db } = ctx
    return {
      people: db.select().from(recipient).all(),
      statuses: db.select().from(statusPeriod).all(),
      residences: db.select().from(residencePeriod).all(),
      risks: db.select().from(riskPeriod).all(),
      pairings: db.select().from(pairing).all(),
      contacts: db.select().from(contact).all(),
      needs: db.select().from(need).all(),
      hazards: db.select().from(hazard).all(),
      money: db.select().from(fundEntry).all(),
    }
  })
  return { vault, rows, villages }
}

type Life = typeof life extends { generate: (...args: never[]) => { value: infer Value } }
  ? Value
  : never
type Money = { day: string; direction: 'in' | 'out'; amount: number }
type Writing = Parameters<Parameters<TestVault['write']>[0]>[0]

function enter({ writer, now }: Writing, one: Life, villages: number[], helpers: number[]): void {
  const { entered, left, moved, village, gender, birthDate, group, risk } = one
  const recipientId = writer.create(recipient, { name: '测试人', gender, birthDate } as never)
  const isLeft = left !== null && left.on > entered
  writer.create(statusPeriod, {
    recipientId,
    status: 'active',
    from: entered,
    to: isLeft ? before(left.on) : null,
  } as never)
  if (isLeft)
    writer.create(statusPeriod, { recipientId, status: left.status, from: left.on } as never)
  const isMoved = moved !== null && moved > entered
  writer.create(residencePeriod, {
    recipientId,
    villageId: villages[village]!,
    from: entered,
    to: isMoved ? before(moved) : null,
  })
  if (isMoved)
    writer.create(residencePeriod, { recipientId, villageId: villages[1 - village]!, from: moved })
  writer.create(groupPeriod, { recipientId, group, from: entered } as never)
  if (risk) writer.create(riskPeriod, { recipientId, level: risk.level, ...risk.span } as never)
  for (const pair of one.pairings)
    writer.create(pairing, { recipientId, helperId: helpers[pair.helper]!, ...pair.span } as never)
  for (const { kind, day: date } of one.contacts)
    writer.create(contact, { recipientId, kind, date, enteredAt: now } as never)
  for (const {
    need: isNeed,
    span: { from, to },
    dropped,
    due,
  } of one.cases) {
    const base = { recipientId, openedOn: from, closedOn: to, dueOn: due, content: '测试' }
    if (isNeed)
      writer.create(need, {
        ...base,
        state: to === null ? 'inHand' : dropped ? 'withdrawn' : 'confirmed',
        kind: 'other',
        source: 'visit',
      } as never)
    else
      writer.create(hazard, {
        ...base,
        state: to === null ? 'found' : dropped ? 'gone' : 'passed',
        kind: 'other',
        source: 'visit',
      } as never)
  }
}

const before = (date: string): string =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

describe('figures of any day', () => {
  it(
    'say the same as a second, plain count of the raw rows, in random townships on random days',
    { timeout: 240_000 },
    async () => {
      await assert(
        asyncProperty(
          array(life, { minLength: 6, maxLength: 30 }),
          money,
          array(span, { minLength: 4, maxLength: 6 }),
          async (lives, entries, periods) => {
            const { vault, rows, villages } = await township(lives, entries)
            for (const { from, to: end } of periods) {
              const to = end ?? today
              const village = villages[0]!
              const standsIn = (id: number): number | undefined =>
                rows.residences
                  .filter((one) => one.recipientId === id && one.from <= to)
                  .sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.villageId ??
                rows.residences.find((one) => one.recipientId === id)?.villageId
              const parts: [Record<string, string>, (id: number) => boolean][] = [
                [{}, () => true],
                [{ village: String(village) }, (id) => standsIn(id) === village],
                [
                  { gender: 'none' },
                  (id) => rows.people.find((one) => one.id === id)!.gender === null,
                ],
                [
                  { risk: 'high' },
                  (id) =>
                    rows.risks.some(
                      (one) => one.recipientId === id && one.level === 'high' && holds(one, to),
                    ),
                ],
              ]
              for (const [slice, keep] of parts) {
                const plain = Object.entries(plainCounts(rows, from, to, keep)).filter(
                  ([key]) => Object.keys(slice).length === 0 || !aboutNobody.includes(key),
                )
                const questions = plain.map(([figure]) => ({
                  figure: figure as FigureKey,
                  from,
                  to,
                  slice,
                }))
                const { answers } = await vault.must('figures.values', { questions })
                expect([
                  from,
                  to,
                  slice,
                  plain.map(([key], at) => [key, answers[at]!.value]),
                ]).toEqual([from, to, slice, plain])
              }
            }
            await vault.close()
          },
        ),
        { numRuns: 6 },
      )
    },
  )

  it(
    'equal the rows they open, one by one, for every figure there is',
    { timeout: 120_000 },
    async () => {
      const { vault } = await township(lifeSamples(), [
        { day: '2026-03-01', direction: 'in', amount: 5 },
      ])
      for (const figure of figureKeys) {
        for (const to of [today, '2026-02-03']) {
          const { answer, rows, total } = await vault.must('figures.rows', {
            question: { figure, from: '2025-06-01', to, slice: {} },
            limit: 1000,
          })
          expect(rows).toHaveLength(total)
          expect(answer.rows).toBe(total)
          if (answer.why !== null) continue
          const sum = rows.reduce((all, { amount }) => all + amount, 0)
          const whole = rows.reduce((all, one) => all + (one.whole ?? 0), 0)
          const expected = {
            count: total,
            sum,
            share: whole ? sum / whole : null,
            mean: total ? sum / total : null,
          }
          expect([figure, answer.value]).toEqual([figure, expected[figures[figure].fold]])
        }
      }
    },
  )

  it('part the people so that what does not overlap adds up to the whole', async () => {
    const { vault } = await township(lifeSamples(), [])
    for (const by of ['village', 'gender', 'ageBand', 'tier', 'ability', 'risk'] as const) {
      const { total, cells } = await vault.must('figures.breakdown', {
        question: { figure: 'people.onFile', from: '2026-01-01', to: '2026-06-30' },
        by: [by],
      })
      expect(cells.reduce((sum, { value }) => sum + value!, 0)).toBe(total.value)
    }
  })

  it('say why they cannot be told, instead of a wrong number', async () => {
    const { vault } = await township([], [])
    const { answers } = await vault.must('figures.values', {
      questions: [
        { figure: 'people.incomplete', from: '2026-01-01', to: '2026-06-30' },
        { figure: 'funds.spent', from: '2026-01-01', to: today, slice: { gender: 'male' } },
        { figure: 'people.onFile', from: today, to: '2026-12-31' },
      ],
    })
    expect(answers.map(({ value, why }) => [value, why !== null])).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ])
  })

  it('never count or name people of another village to whoever sees only one', async () => {
    const { vault, villages } = await township(lifeSamples(), [])
    const { operator } = await vault.must('session.me', {})
    const ask = () =>
      vault.must('figures.breakdown', {
        question: { figure: 'people.onFile', from: '2026-01-01', to: '2026-06-30' },
        by: ['village'],
      })
    expect((await ask()).cells.length).toBe(2)
    vault.write((ctx) =>
      assignOperator(ctx, operator.id, {
        role: 'village',
        scope: { villages: [villages[0]!], groups: null },
      }),
    )
    await vault.must('vault.lock', {})
    await vault.must('vault.unlock', {
      operatorId: operator.id,
      password: testFounding.operator.password,
    })
    const { cells } = await ask()
    expect(cells.map(({ marks }) => marks)).toEqual([[String(villages[0])]])
  })
})

/** Forty lives that between them do everything a life here can do. */
const lifeSamples = (): unknown[] =>
  Array.from({ length: 40 }, (_, at) => ({
    entered: dayAfter((at * 13) % 300),
    left: at % 7 === 0 ? { on: dayAfter(310 + at * 9), status: 'deceased' } : null,
    moved: at % 5 === 0 ? dayAfter(320 + at * 5) : null,
    village: at % 2,
    gender: at % 3 === 0 ? null : at % 2 ? 'female' : 'male',
    birthDate: ['1935-05-06', '1948-12-31', '1961', null][at % 4],
    group: 'elder',
    risk: at % 4 === 0 ? { span: { from: dayAfter(100), to: null }, level: 'high' } : null,
    pairings: at % 3 ? [{ span: { from: dayAfter(200), to: null }, helper: at % 3 }] : [],
    contacts: [
      { kind: 'phone', day: dayAfter(400 + at) },
      { kind: 'home', day: dayAfter(LAST - at) },
    ],
    cases: [
      {
        need: at % 2 === 0,
        span: { from: dayAfter(300 + at), to: at % 3 ? dayAfter(420 + at) : null },
        dropped: at % 9 === 0,
        due: dayAfter(380),
      },
    ],
  }))
