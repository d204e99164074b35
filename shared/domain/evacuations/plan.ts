import { yearOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { PlanStanding } from './vocabulary'

/** Who moves one person where, as far as it is arranged. */
export interface EvacuationPlan {
  /** The person responsible, by name; null where there is none, or they have left. */
  readonly mover: string | null
  readonly phone: string | null
  readonly shelter: string | null
  /** The day it was last gone through with the family and the mover. */
  readonly confirmedOn: Day | null
}

/** What no list of transfers may leave open, in the order in which it is asked. */
const asked = [
  ['mover', '转移责任人'],
  ['phone', '联系电话'],
  ['shelter', '安置地点'],
] as const satisfies readonly (readonly [keyof EvacuationPlan, string])[]

/** What is still open of a plan, in the words of the form. */
export function planGaps(plan: EvacuationPlan | null): string[] {
  return asked.filter(([field]) => !plan?.[field]?.trim()).map(([, label]) => label)
}

/**
 * How far somebody is provided for: nobody to move them, something open, not gone through again
 * since the first of January, or ready. A year is asked because movers, telephones and roads change
 * between one rainy season and the next, whatever its months are.
 */
export function planStanding(plan: EvacuationPlan | null, today: Day): PlanStanding {
  const gaps = planGaps(plan)
  if (gaps.includes('转移责任人')) return 'missing'
  if (gaps.length > 0) return 'incomplete'
  const { confirmedOn } = plan!
  return confirmedOn !== null && yearOf(confirmedOn) >= yearOf(today) ? 'ready' : 'unconfirmed'
}
