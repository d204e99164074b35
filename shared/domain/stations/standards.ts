import { addDays, addMonths } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { ServiceKind } from '../services/vocabulary'
import type { FireResult, StationKind } from './vocabulary'

/** What the plan asks of a station: data that an office edits. */
export interface StationStandards {
  /** Kinds of service that each station of these kinds offers at least. */
  readonly leastServices: number
  readonly leastServicesOf: readonly StationKind[]
  /** Months from one 消防安全检查 to the next. */
  readonly fireCheckMonths: number
  /** Days that a check which found something gives until the next. */
  readonly recheckDays: number
}

export const usualStationStandards: StationStandards = {
  leastServices: 5,
  leastServicesOf: ['station', 'mutualHome', 'dayCare'],
  fireCheckMonths: 6,
  recheckDays: 15,
}

/** How many kinds of service a station still lacks; 0 where nothing is asked of its kind. */
export function lackingServices(
  { leastServices, leastServicesOf }: StationStandards,
  station: { readonly kind: StationKind; readonly services: readonly ServiceKind[] },
): number {
  if (!leastServicesOf.includes(station.kind)) return 0
  return Math.max(0, leastServices - new Set(station.services).size)
}

/** The day of the next check where whoever checked named none. */
export const nextFireCheck = (
  { fireCheckMonths, recheckDays }: StationStandards,
  day: Day,
  result: FireResult,
): Day => (result === 'failed' ? addDays(day, recheckDays) : addMonths(day, fireCheckMonths))

export interface FireCheck {
  readonly day: Day
  readonly result: FireResult
  readonly nextOn: Day
}

/** `never`: open and not checked once. `overdue`: the next check was to be before today. */
export type FireStanding = 'never' | 'overdue' | 'due' | 'met'

/** How many days before its day a check is said to be due. */
export const fireNoticeDays = 30

/** Where a station stands with its checks on a day; of those of one day the last given counts. */
export function fireStandingOn(
  checks: readonly FireCheck[],
  today: Day,
): { readonly standing: FireStanding; readonly last: FireCheck | null } {
  const last = checks
    .filter(({ day }) => day <= today)
    .reduce<FireCheck | null>((best, one) => (best && best.day > one.day ? best : one), null)
  if (!last) return { standing: 'never', last }
  if (last.nextOn < today) return { standing: 'overdue', last }
  return { standing: last.nextOn <= addDays(today, fireNoticeDays) ? 'due' : 'met', last }
}
