import * as fc from 'fast-check'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { codesOf, periodLabel } from '@shared/domain/vocabulary'
import type { CadenceFacts } from './coverage'
import type { CountedContact } from './obligations'
import type { CadenceRule } from './rules'
import type { Dated } from './spans'

/** Random rules, lives and contacts over a year and a half, for tests only. Days cluster at month ends. */

const anyDay = fc.integer({ min: 0, max: 500 }).map((offset) => addDays('2025-10-01', offset))
const monthEdge = fc
  .tuple(fc.integer({ min: 2025, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.nat(2))
  .map(([year, month, offset]) =>
    addDays(`${year}-${String(month).padStart(2, '0')}-01`, offset - 1),
  )

export const someDay: fc.Arbitrary<Day> = fc.oneof(anyDay, monthEdge)

/** Periods of any kind: open at either end, overlapping, a single day, or long. */
const dated: fc.Arbitrary<Dated> = fc
  .tuple(fc.option(someDay, { freq: 2 }), fc.option(fc.nat(300), { freq: 2 }))
  .map(([from, length]) => ({
    from,
    to: length === null ? null : addDays(from ?? '2025-06-15', length),
  }))

const always: Dated = { from: null, to: null }
const mostlyAlways = fc.oneof({ weight: 2, arbitrary: fc.constant(always) }, dated)
const periods = <Fact>(fact: fc.Arbitrary<Fact>, most = 3): fc.Arbitrary<(Dated & Fact)[]> =>
  fc.array(
    fc.tuple(mostlyAlways, fact).map(([span, fact]) => ({ ...span, ...fact })),
    { minLength: 0, maxLength: most },
  )

const group = fc.constantFrom('elder', 'woman')
const category = fc.constantFrom('livingAlone', 'advancedAge')
const level = fc.constantFrom('high', 'general')

export const someFacts: fc.Arbitrary<CadenceFacts> = fc.record({
  statuses: fc
    .tuple(mostlyAlways, periods(fc.record({ status: fc.constantFrom('active', 'movedOut') })))
    .map(([span, rest]) => [{ ...span, status: 'active' as const }, ...rest]),
  groups: periods(fc.record({ group })),
  categories: periods(fc.record({ category })),
  risks: periods(fc.record({ level })),
  exemptions: fc.array(dated, { maxLength: 2 }),
}) as fc.Arbitrary<CadenceFacts>

const ruleShape = fc.record({
  group: fc.option(group, { freq: 2 }),
  category: fc.option(category, { freq: 2 }),
  riskLevel: fc.option(level, { freq: 2 }),
  duty: fc.constantFrom('visit', 'phone'),
  kinds: fc.constantFrom(['phone'], ['phone', 'home']),
  count: fc.integer({ min: 1, max: 4 }),
  period: fc.constantFrom(...codesOf(periodLabel)),
})

export const someRules: fc.Arbitrary<CadenceRule[]> = fc
  .array(
    fc
      .tuple(ruleShape, fc.oneof(fc.constant('2020-01-01'), someDay), fc.option(fc.nat(400)))
      .map(([shape, from, length]) => ({
        ...shape,
        from,
        to: length === null ? null : addDays(from, length),
      })),
    { minLength: 1, maxLength: 6, size: 'max' },
  )
  .map((rules) => rules.map((rule, index) => ({ ...rule, id: index + 1, title: `R${index + 1}` })))
  .map((rules) => rules as CadenceRule[])

const partialDate = fc.oneof(
  { weight: 6, arbitrary: someDay },
  someDay.map((day) => day.slice(0, 7)),
  someDay.map((day) => day.slice(0, 4)),
  someDay.map((day) => `-${day.slice(4)}`),
)

export const someContacts: fc.Arbitrary<CountedContact[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('phone', 'home', 'video'),
    date: partialDate,
    typedOn: someDay,
  }),
  { maxLength: 60, size: 'max' },
)
