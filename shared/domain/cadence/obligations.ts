import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type { ContactKind, Period } from '@shared/domain/vocabulary'
import type { CadenceRule, Duty } from './rules'
import { isWithinText, type TextRange } from './windows'

/**
 * Rules of the same duty, kinds and period. They share their windows and the contacts that count,
 * so within a window only the strictest of them matters (`needIn`). Obligations of one duty with
 * different periods or kinds stand beside each other and must all be met.
 */
export interface Obligation {
  readonly duty: Duty
  readonly kinds: readonly ContactKind[]
  readonly period: Period
  /** Strictest first: by count, then by id. */
  readonly rules: readonly CadenceRule[]
}

export function obligationsOf(rules: readonly CadenceRule[]): Obligation[] {
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

/** One number to count for each person: contacts of these kinds whose date text is in a range. */
export interface CountQuery {
  readonly kinds: readonly ContactKind[]
  /** One range, or two for a week across two months; the ranges do not overlap. */
  readonly ranges: readonly TextRange[]
  /** Count only what was typed after this local day; null counts everything. */
  readonly typedAfter: Day | null
}

/** Collects the distinct counts a plan needs and hands out their positions. */
export class CountQueries {
  readonly list: CountQuery[] = []
  private readonly positions = new Map<string, number>()

  /** The position of the query in `list`; the same query is counted once. */
  position(query: CountQuery): number {
    const key = JSON.stringify([[...query.kinds].sort(), query.ranges, query.typedAfter])
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
    ({ kinds, ranges, typedAfter }) =>
      contacts.filter(
        (contact) =>
          kinds.includes(contact.kind) &&
          isWithinText(ranges, contact.date) &&
          (typedAfter === null || contact.typedOn > typedAfter),
      ).length,
  )
}
