import type { Period } from '@shared/domain/vocabulary'
import type { Day } from './types'

/*
 * Arithmetic on local calendar days without `Date`: a day has no time and no zone, so no hour of
 * the clock can move it. Text in, text out, whole numbers in between.
 * Arguments must be days (`isDay`); what comes from outside is checked at the contract.
 */

interface Civil {
  year: number
  month: number
  day: number
}

const DAYS_BEFORE_1970 = 719_468
const DAYS_OF_400_YEARS = 146_097
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

export const yearOf = (day: Day): number =>
  digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
export const monthOf = (day: Day): number => digit(day, 5) * 10 + digit(day, 6)
export const dayOfMonth = (day: Day): number => digit(day, 8) * 10 + digit(day, 9)

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number of days of a month, 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)
}

/** The day of a year, month (1–12) and day of month; the parts must exist together. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** Whether year, month and day name a day that exists, from year 1 to 9999. */
export function existsDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whether the text is a day that exists, spelled `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && existsDay(yearOf(text), monthOf(text), dayOfMonth(text))
  )
}

/** Days since 1970-01-01. Counts years from 1 March, so that the leap day is a year's last. */
function numberOf({ year, month, day }: Civil): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_BEFORE_1970
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
  return numberOf({ year: yearOf(day), month: monthOf(day), day: dayOfMonth(day) })
}

/** The day with this number of days since 1970-01-01. @throws RangeError outside years 1–9999. */
export function dayFromNumber(number: number): Day {
  const shifted = number + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`no day has the number ${number}`)
  return dayOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** How many days lie from one day to another: 1 from today to tomorrow. */
export function diffDays(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of the month `count` months later, or that month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)))
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** Order of two days for `sort`: negative where the first is earlier. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** First month of the run of `length` months (3 quarter, 6 half-year) that holds `month`. */
const firstMonthOf = (month: number, length: number): number => month - ((month - 1) % length)

/** The first day of the calendar window of this period that holds the day. */
export function startOf(period: Period, day: Day): Day {
  const year = yearOf(day)
  const month = monthOf(day)
  switch (period) {
    case 'week':
      return addDays(day, 1 - weekday(day))
    case 'halfMonth':
      return dayOf(year, month, dayOfMonth(day) < 16 ? 1 : 16)
    case 'month':
      return dayOf(year, month, 1)
    case 'quarter':
      return dayOf(year, firstMonthOf(month, 3), 1)
    case 'halfYear':
      return dayOf(year, firstMonthOf(month, 6), 1)
    case 'year':
      return dayOf(year, 1, 1)
  }
}

/** The last day of the calendar window of this period that holds the day. */
export function endOf(period: Period, day: Day): Day {
  const year = yearOf(day)
  const month = monthOf(day)
  const endOfMonth = (m: number): Day => dayOf(year, m, daysInMonth(year, m))
  switch (period) {
    case 'week':
      return addDays(day, 7 - weekday(day))
    case 'halfMonth':
      return dayOfMonth(day) < 16 ? dayOf(year, month, 15) : endOfMonth(month)
    case 'month':
      return endOfMonth(month)
    case 'quarter':
      return endOfMonth(firstMonthOf(month, 3) + 2)
    case 'halfYear':
      return endOfMonth(firstMonthOf(month, 6) + 5)
    case 'year':
      return dayOf(year, 12, 31)
  }
}

/** The calendar day on the wall where the program runs, of a moment handed in by the host. */
export function todayLocal(moment: Date): Day {
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
}
