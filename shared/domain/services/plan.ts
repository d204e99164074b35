import { addDays, endOf, startOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { Period } from '../periods'
import type { PlanPeriod } from './vocabulary'

/** 服务计划: so many units of an item in every week or month, for as long as it holds. */
export interface PlannedService extends Period {
  readonly count: number
  readonly every: PlanPeriod
}

/**
 * Units promised in the month of a day. A week belongs to the month of its Monday, so that twelve
 * months promise each week once; it counts where the plan holds on any of its days.
 */
export function promisedIn(plan: PlannedService, day: Day): number {
  const [first, last] = [startOf('month', day), endOf('month', day)]
  if (plan.every === 'month') return touches(plan, first, last) ? plan.count : 0
  let weeks = 0
  const before = startOf('week', first)
  for (let monday = before < first ? addDays(before, 7) : before; monday <= last;) {
    if (touches(plan, monday, addDays(monday, 6))) weeks += 1
    monday = addDays(monday, 7)
  }
  return weeks * plan.count
}

const touches = ({ from, to }: Period, first: Day, last: Day): boolean =>
  from <= last && (to === null || to >= first)
