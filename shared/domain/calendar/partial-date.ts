import { dayOf, daysInMonth, existsDay, yearOf } from './days'
import type { Day, PartialDate } from './types'

/** The parts of a date that are known. */
export interface DateParts {
  year?: number
  month?: number
  day?: number
}

const SHAPE = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))$/
/** A leap year: the 29th of February is a good day while the year is unknown. */
const ANY_YEAR = 2000

/** The parts of a partial date, or null where the text is none or names a day that does not exist. */
export function partsOf(text: string): DateParts | null {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [, year, month, day, lateMonth, lateDay] = match
  const parts: DateParts = {}
  if (year) parts.year = Number(year)
  if (month ?? lateMonth) parts.month = Number(month ?? lateMonth)
  if (day ?? lateDay) parts.day = Number(day ?? lateDay)
  return existsDay(parts.year ?? ANY_YEAR, parts.month ?? 1, parts.day ?? 1) ? parts : null
}

export function isPartialDate(text: string): boolean {
  return partsOf(text) !== null
}

/** The text of the known parts; null where they are no partial date (a month alone, 30 February). */
export function partialDate({ year, month, day }: DateParts): PartialDate | null {
  if (year === undefined) {
    if (month === undefined || day === undefined || !existsDay(ANY_YEAR, month, day)) return null
    return `-${dayOf(ANY_YEAR, month, day).slice(4)}`
  }
  if (month === undefined && day !== undefined) return null
  if (!existsDay(year, month ?? 1, day ?? 1)) return null
  const text = dayOf(year, month ?? 1, day ?? 1)
  if (month === undefined) return text.slice(0, 4)
  return day === undefined ? text.slice(0, 7) : text
}

/** Whether day, month and year are all known. */
export const isComplete = (date: PartialDate): boolean => date.length === 10

/** `2026年3月1日`, `2026年3月`, `2026年` or `3月1日`. */
export function formatPartialDate(date: PartialDate): string {
  const { year, month, day } = partsOf(date) ?? {}
  const part = (value: number | undefined, unit: string): string =>
    value === undefined ? '' : `${value}${unit}`
  return part(year, '年') + part(month, '月') + part(day, '日')
}

/**
 * The date with its year filled in by somebody who knows it. A date that has a year keeps it.
 * Null for 29 February of a common year: that day did not happen, the entry must be corrected.
 */
export function withYear(date: PartialDate, year: number): PartialDate | null {
  const parts = partsOf(date)
  if (!parts) return null
  return partialDate({ ...parts, year: parts.year ?? year })
}

/** The first day the date can mean; null while its year is unknown. */
export function earliestDay(date: PartialDate): Day | null {
  const parts = partsOf(date)
  if (parts?.year === undefined) return null
  return dayOf(parts.year, parts.month ?? 1, parts.day ?? 1)
}

/** The last day the date can mean; null while its year is unknown. */
export function latestDay(date: PartialDate): Day | null {
  const parts = partsOf(date)
  if (parts?.year === undefined) return null
  const month = parts.month ?? 12
  return dayOf(parts.year, month, parts.day ?? daysInMonth(parts.year, month))
}

/** Whether the day is one of those the date can mean. */
export function mayMean(date: PartialDate, day: Day): boolean {
  const whole = withYear(date, yearOf(day))
  return whole !== null && day.startsWith(whole)
}
