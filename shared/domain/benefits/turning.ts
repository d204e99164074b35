import { addDays, addMonths } from '../calendar/days'
import { earliestDay, isComplete, latestDay } from '../calendar/partial-date'
import type { AgeTurns } from '../calendar/age'
import type { Day, PartialDate } from '../calendar/types'

/**
 * When somebody turns an age of 周岁, as far as the birth date tells it; null where the year of birth
 * is not known.
 */
export function turnsAgeOn(birth: PartialDate, age: number, turns: AgeTurns): PartialDate | null {
  if (birth.startsWith('--')) return null
  if (!isComplete(birth)) return `${Number(birth.slice(0, 4)) + age}${birth.slice(4)}`
  const birthday = addMonths(birth, 12 * age)
  return turns === 'onBirthday' ? birthday : addDays(birthday, 1)
}

/** Whether a date that may be partial could fall between two days, both included. */
export function mayFallBetween(date: PartialDate, from: Day, to: Day): boolean {
  const earliest = earliestDay(date)
  const latest = latestDay(date)
  return earliest !== null && latest !== null && earliest <= to && latest >= from
}
