import * as fc from 'fast-check'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { codesOf } from '@shared/domain/vocabulary'
import type { CadenceFacts } from './coverage'
import type { CountedContact } from './obligations'
import type { CadencePolicy, CadenceRule } from './rules'
import type { Dated } from './spans'
import { rulePeriodLabel } from './vocabulary'

/** Random rules, lives and contacts over a year and a half, for tests only. Days cluster at month ends. */

/**
 * Runs of a property: small enough for every test run; SANGYU_HISTORIES multiplies them for the
 * long one.
 */
export const heavier = (runs: number): number =>
  Math.round(runs * Number(process.env['SANGYU_HISTORIES'] ?? 1))

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
  changes: fc.array(fc.record({ date: someDay, kind: fc.constant('discharge') }), { maxLength: 3 }),
}) as fc.Arbitrary<CadenceFacts>

const ruleShape = fc.record({
  group: fc.option(group, { freq: 2 }),
  category: fc.option(category, { freq: 2 }),
  riskLevel: fc.option(level, { freq: 2 }),
  duty: fc.constantFrom('visit', 'visit', 'phone', 'alive'),
  kinds: fc.constantFrom(['phone'], ['phone', 'home']),
  count: fc.integer({ min: 1, max: 4 }),
  period: fc.constantFrom(...codesOf(rulePeriodLabel)),
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

/** Rules with what counts for what and who is measured, both of them changing by date. */
export const somePolicy: fc.Arbitrary<CadencePolicy> = fc.record({
  rules: someRules,
  credits: fc.array(
    fc
      .tuple(
        mostlyAlways,
        fc.constantFrom('phone', 'home', 'video'),
        fc.constantFrom('visit', 'phone', 'alive'),
      )
      .map(([span, kind, duty]) => ({ ...span, kind, duty })),
    { maxLength: 4 },
  ),
  rateScopes: fc.array(
    fc
      .tuple(mostlyAlways, fc.constantFrom('bound', 'specialHardship'))
      .map(([span, who]) => ({ ...span, who })),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<CadencePolicy>

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

/** A day to ask on and contacts until then; often just after one of the person's changes. */
export const someSituation: fc.Arbitrary<
  readonly [CadencePolicy, CadenceFacts, CountedContact[], Day]
> = fc
  .tuple(
    somePolicy,
    someFacts,
    someContacts,
    someDay,
    fc.option(fc.tuple(fc.nat(3), fc.integer({ min: -1, max: 3 }), fc.option(fc.nat(2)))),
  )
  .map(([policy, facts, contacts, day, near]) => {
    const change = facts.changes[0]
    if (near === null || change === undefined) return [policy, facts, contacts, day] as const
    const [ago, visited, away] = near
    const exemptions = away === null ? [] : [{ from: addDays(change.date, away), to: null }]
    const life = { ...facts, exemptions: [...facts.exemptions, ...exemptions] }
    const visit = { kind: 'phone' as const, date: addDays(change.date, visited), typedOn: day }
    return [policy, life, [...contacts, visit], addDays(change.date, ago)] as const
  })
