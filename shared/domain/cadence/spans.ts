import { addDays, compareDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { DayWindow } from './windows'

/** A fact that holds from one day to another, both inclusive; a null end is open. */
export interface Dated {
  readonly from: Day | null
  readonly to: Day | null
}

/** Sets of days: sorted runs that neither overlap nor touch nor lie inside out. */
export type DayRuns = readonly DayWindow[]

export function holdsOn(fact: Dated, day: Day): boolean {
  return (fact.from === null || fact.from <= day) && (fact.to === null || day <= fact.to)
}

/**
 * The days of the window on which at least one of the facts holds. A window wholly covered comes
 * back as itself, which is the usual case and lets `intersect` and `subtract` skip their work.
 */
export function runsWithin(window: DayWindow, facts: readonly Dated[]): DayRuns {
  const clipped: DayWindow[] = []
  for (const fact of facts) {
    const from = fact.from === null || fact.from <= window.from ? window.from : fact.from
    const to = fact.to === null || fact.to >= window.to ? window.to : fact.to
    if (from === window.from && to === window.to) return [window]
    if (from <= to) clipped.push({ from, to })
  }
  if (clipped.length < 2) return clipped
  clipped.sort((a, b) => compareDays(a.from, b.from))
  const merged: DayWindow[] = []
  for (const run of clipped) {
    const last = merged.at(-1)
    if (last === undefined || run.from > addDays(last.to, 1)) merged.push(run)
    else if (run.to > last.to) merged[merged.length - 1] = { from: last.from, to: run.to }
  }
  return merged
}

export function intersect(a: DayRuns, b: DayRuns): DayRuns {
  if (isSame(a, b)) return a
  const common: DayWindow[] = []
  for (const one of a) {
    for (const other of b) {
      const from = one.from > other.from ? one.from : other.from
      const to = one.to < other.to ? one.to : other.to
      if (from <= to) common.push({ from, to })
    }
  }
  return common
}

export function subtract(days: DayRuns, taken: DayRuns): DayRuns {
  if (isSame(days, taken)) return []
  let left = days
  for (const cut of taken) {
    left = left.flatMap((run) => {
      if (cut.to < run.from || cut.from > run.to) return [run]
      const rest: DayWindow[] = []
      if (run.from < cut.from) rest.push({ from: run.from, to: addDays(cut.from, -1) })
      if (run.to > cut.to) rest.push({ from: addDays(cut.to, 1), to: run.to })
      return rest
    })
  }
  return left
}

function isSame(a: DayRuns, b: DayRuns): boolean {
  return a.length === 1 && b.length === 1 && a[0] === b[0]
}
