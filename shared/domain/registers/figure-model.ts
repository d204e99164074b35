/*
 * The slow, plain count that the database's own is held to in tests (db/repositories/registers.ts
 * counts for the program, without reading the entries).
 */
import { earliestDay, latestDay } from '../calendar/partial-date'
import type { Day } from '../calendar/types'
import type { RegisterFigure } from './definition'
import type { EntryValues } from './values'

/** What of an entry counts. */
export interface CountedEntry {
  readonly id: number
  readonly state: string
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly values: EntryValues
}

/** A figure over a period, with the entries behind it: the number opens just these. */
export interface FigureValue {
  /** Entries, or the sum; of an amount in 分. */
  readonly value: number
  readonly entries: readonly number[]
}

/**
 * Counts a register's figure over the days `from`–`to`, both included. An entry falls into the
 * period by the figure's own day; one without that day falls into none. A date of its own that is
 * known only by month or year falls in where all of it does.
 */
export function figureByHand(
  { how, field, states, dayOf }: RegisterFigure,
  entries: readonly CountedEntry[],
  { from, to }: { from: Day; to: Day },
): FigureValue {
  const counted = entries.filter((entry) => {
    if (states !== null && !states.includes(entry.state)) return false
    const { first, last } = daysOfEntry(entry, dayOf)
    return first !== null && last !== null && from <= first && last <= to
  })
  return {
    value:
      how === 'count'
        ? counted.length
        : counted.reduce((sum, { values }) => sum + amountOf(values, field), 0),
    entries: counted.map(({ id }) => id),
  }
}

/** The first and the last day that the day an entry is counted by can mean. */
function daysOfEntry(entry: CountedEntry, dayOf: string): { first: Day | null; last: Day | null } {
  if (dayOf === 'opened') return { first: entry.openedOn, last: entry.openedOn }
  if (dayOf === 'closed') return { first: entry.closedOn, last: entry.closedOn }
  const date = entry.values[dayOf]
  return typeof date === 'string'
    ? { first: earliestDay(date), last: latestDay(date) }
    : { first: null, last: null }
}

const amountOf = (values: EntryValues, field: string | null): number => {
  const value = field === null ? undefined : values[field]
  return typeof value === 'number' ? value : 0
}
