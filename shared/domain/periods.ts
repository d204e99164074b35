import { addDays } from './calendar/days'
import type { Day } from './calendar/types'

/** A fact that holds day by day from `from` to `to`, both included; `to` is null while it holds. */
export interface Period {
  readonly from: Day
  readonly to: Day | null
}

export const holdsOn = ({ from, to }: Period, day: Day): boolean =>
  from <= day && (to === null || day <= to)

/**
 * The period that tells where a person stands on a day: the one that holds, or else the last that
 * had begun, or else the first that will. Undefined where there is none at all.
 */
export function standingOn<Fact extends Period>(
  periods: readonly Fact[],
  day: Day,
): Fact | undefined {
  let best: Fact | undefined
  for (const period of periods) {
    if (holdsOn(period, day)) return period
    if (best === undefined || isNearer(period, best, day)) best = period
  }
  return best
}

function isNearer(one: Period, other: Period, day: Day): boolean {
  const begun = one.from <= day
  if (begun !== other.from <= day) return begun
  return begun ? one.from > other.from : one.from < other.from
}

/** Whether there is a day on which both hold. */
export const overlap = (one: Period, other: Period): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/** What must happen to the present periods so that a new one may hold from a day on. */
export interface Succession<Fact extends Period> {
  /** Begun before the day and reaching into it: they end the day before. */
  readonly ended: readonly (readonly [Fact, Day])[]
  /** Begun on the day or later: the new fact takes their place. */
  readonly replaced: readonly Fact[]
}

/** Clears the days from `day` on, of facts that exclude each other; days before stay as they are. */
export function succession<Fact extends Period>(
  periods: readonly Fact[],
  day: Day,
): Succession<Fact> {
  const eve = addDays(day, -1)
  return {
    ended: periods
      .filter(({ from, to }) => from < day && (to === null || to >= day))
      .map((period) => [period, eve] as const),
    replaced: periods.filter(({ from }) => from >= day),
  }
}
