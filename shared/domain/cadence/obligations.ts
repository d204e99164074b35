import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type { ContactKind, Period } from '@shared/domain/vocabulary'
import type { CadenceRule, Credit, Duty } from './rules'
import { runsWithin } from './spans'
import type { RulePeriod } from './vocabulary'
import { isWithinText, type DayWindow, type TextRange, textRangesUntil } from './windows'

/**
 * Rules of the same duty, kinds and period. They share their windows and the contacts that count,
 * so within a window only the strictest of them matters (`needIn`). Obligations of one duty with
 * different periods or kinds stand beside each other and must all be met.
 */
export interface Obligation<Asked extends RulePeriod = Period> {
  readonly duty: Duty
  readonly kinds: readonly ContactKind[]
  readonly period: Asked
  /** Strictest first: by count, then by id. */
  readonly rules: readonly CadenceRule[]
}

/** What the rules ask for in every calendar window. */
export function obligationsOf(rules: readonly CadenceRule[]): Obligation[] {
  return grouped(rules).filter((one): one is Obligation => one.period !== 'change')
}

/** What the rules ask for once after each major change. */
export function changeObligationsOf(rules: readonly CadenceRule[]): Obligation<'change'>[] {
  return grouped(rules).filter((one): one is Obligation<'change'> => one.period === 'change')
}

function grouped(rules: readonly CadenceRule[]): Obligation<RulePeriod>[] {
  const byKey = new Map<string, CadenceRule[]>()
  for (const rule of rules) {
    const key = [rule.duty, rule.period, ...[...rule.kinds].sort()].join(' ')
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [rule])
    else same.push(rule)
  }
  return [...byKey.values()].map((rules) => {
    const { duty, kinds, period } = rules[0]!
    const strictestFirst = rules.sort((a, b) => b.count - a.count || a.id - b.id)
    return { duty, kinds, period, rules: strictestFirst }
  })
}

/** A contact as the rules see it: the day it was done as far as known, and the day it was typed. */
export interface CountedContact {
  readonly kind: ContactKind
  readonly date: PartialDate
  /** Local day of entry. */
  readonly typedOn: Day
}

/** Contacts of one kind whose date text lies in one of the ranges, which do not overlap. */
export interface CountedKind {
  readonly kind: ContactKind
  readonly ranges: readonly TextRange[]
}

/** One number to count for each person: contacts that lie in any of the parts. */
export interface CountQuery {
  /** Each kind once. */
  readonly parts: readonly CountedKind[]
  /** Count only what was typed after this local day; null counts everything. */
  readonly typedAfter: Day | null
}

/**
 * What counts for an obligation in a window, as far as begun by `until`: its own kinds throughout,
 * and other kinds on the days on which a credit lets them count.
 */
export function countedIn(
  { duty, kinds }: Pick<Obligation<RulePeriod>, 'duty' | 'kinds'>,
  credits: readonly Credit[],
  window: DayWindow,
  until: Day,
): CountedKind[] {
  const ranges = textRangesUntil(window, until)
  const parts: CountedKind[] = kinds.map((kind) => ({ kind, ranges }))
  const credited = credits.filter((one) => one.duty === duty && !kinds.includes(one.kind))
  for (const kind of new Set(credited.map((one) => one.kind))) {
    const runs = runsWithin(
      window,
      credited.filter((one) => one.kind === kind),
    )
    const ranges = runs.flatMap((run) => textRangesUntil(run, until))
    if (ranges.length > 0) parts.push({ kind, ranges })
  }
  return parts
}

/** Whether a contact lies in one of the parts. */
export const counts = (
  parts: readonly CountedKind[],
  { kind, date }: Pick<CountedContact, 'kind' | 'date'>,
): boolean => parts.some((part) => part.kind === kind && isWithinText(part.ranges, date))

/** Collects the distinct counts a plan needs and hands out their positions. */
export class CountQueries {
  readonly list: CountQuery[] = []
  private readonly positions = new Map<string, number>()

  /** The position of the query in `list`; the same query is counted once. */
  position(query: CountQuery): number {
    const parts = query.parts.map((part) => JSON.stringify(part)).sort()
    const key = JSON.stringify([parts, query.typedAfter])
    const known = this.positions.get(key)
    if (known !== undefined) return known
    this.positions.set(key, this.list.length)
    return this.list.push(query) - 1
  }
}

/** The counts of one person from a list of contacts, as the repository's SQL counts them. */
export function tally(
  queries: readonly CountQuery[],
  contacts: readonly CountedContact[],
): number[] {
  return queries.map(
    ({ parts, typedAfter }) =>
      contacts.filter(
        (contact) =>
          counts(parts, contact) && (typedAfter === null || contact.typedOn > typedAfter),
      ).length,
  )
}
