import { cellText, saysNothing } from '@shared/domain/cell-text'
import { arabicNumerals } from './chinese-numerals'
import { addDays, addMonths, dayOf, dayOfMonth, daysInMonth, monthOf, yearOf } from './days'
import { lunarYearOf } from './lunar'
import { earliestDay, latestDay } from './partial-date'
import type { Day, PartialDate } from './types'

/** When a year of 周岁 is complete: on the birthday, or the day after it. Offices differ. */
export type AgeTurns = 'onBirthday' | 'dayAfter'

/** An age as far as the birth date tells it: `min` equals `max` where it is certain. */
export interface AgeSpan {
  min: number
  max: number
}

/** The birthday in a year; 29 February becomes the month's last day (民法典 202). */
function birthdayIn(birth: Day, year: number): Day {
  const month = monthOf(birth)
  return dayOf(year, month, Math.min(dayOfMonth(birth), daysInMonth(year, month)))
}

/** 周岁 of somebody born on a known day, in whole years; negative before the birth. */
export function fullYears(birth: Day, day: Day, turns: AgeTurns): number {
  const counted = turns === 'onBirthday' ? day : addDays(day, -1)
  if (day >= birth && counted < birth) return 0
  const years = yearOf(counted) - yearOf(birth)
  return counted < birthdayIn(birth, yearOf(counted)) ? years - 1 : years
}

/** 周岁 on a day; null where the year of birth is unknown or the birth lies wholly after the day. */
export function ageOn(birth: PartialDate, day: Day, turns: AgeTurns): AgeSpan | null {
  const earliest = earliestDay(birth)
  const latest = latestDay(birth)
  if (earliest === null || latest === null || earliest > day) return null
  return {
    min: Math.max(0, fullYears(latest, day, turns)),
    max: fullYears(earliest, day, turns),
  }
}

/** 虚岁 on a day: one at birth, one more at every 春节. Null as for `ageOn`. */
export function nominalAgeOn(birth: PartialDate, day: Day): AgeSpan | null {
  const earliest = earliestDay(birth)
  const latest = latestDay(birth)
  if (earliest === null || latest === null || earliest > day) return null
  const current = lunarYearOf(day)
  return {
    min: Math.max(1, current - lunarYearOf(latest) + 1),
    max: current - lunarYearOf(earliest) + 1,
  }
}

/** The age where it is certain, else null. */
export function certainAge(span: AgeSpan | null): number | null {
  return span !== null && span.min === span.max ? span.min : null
}

/** `91岁`, or `82–83岁` where month or day of birth is unknown. */
export function formatAge(span: AgeSpan): string {
  return span.min === span.max ? `${span.min}岁` : `${span.min}–${span.max}岁`
}

/** An age band by 周岁, both ends included; `to` null is open. */
export interface AgeBand {
  from: number
  to: number | null
  label: string
}

/** The bands of the office's figures (domain facts §6). */
export const ageBands: readonly AgeBand[] = [
  { from: 60, to: 64, label: '60–64岁' },
  { from: 65, to: 69, label: '65–69岁' },
  { from: 70, to: 79, label: '70–79岁' },
  { from: 80, to: 89, label: '80–89岁' },
  { from: 90, to: 99, label: '90–99岁' },
  { from: 100, to: null, label: '100岁及以上' },
]

/** The band that surely holds the age; null below the first band or where the span crosses two. */
export function ageBandOf(span: AgeSpan, bands: readonly AgeBand[] = ageBands): AgeBand | null {
  const holds = (band: AgeBand): boolean =>
    span.min >= band.from && (band.to === null || span.max <= band.to)
  return bands.find(holds) ?? null
}

/** 整寿 custom: 做十 keeps the 80th at 80 虚岁, 做九 keeps it a year early at 79. */
export type RoundBirthdayCustom = 'atTen' | 'atNine'

/** The 整寿 (60, 70 … ) kept at this 虚岁, or null. */
export function roundBirthday(nominalAge: number, custom: RoundBirthdayCustom): number | null {
  const kept = custom === 'atTen' ? nominalAge : nominalAge + 1
  return kept >= 60 && kept % 10 === 0 ? kept : null
}

/** The first birthday by the solar calendar on or after a day; null unless month and day are known. */
export function nextSolarBirthday(birth: PartialDate, from: Day): Day | null {
  const monthAndDay = /-(\d{2}-\d{2})$/.exec(birth)?.[1]
  if (monthAndDay === undefined) return null
  const model = `2000-${monthAndDay}`
  const thisYear = birthdayIn(model, yearOf(from))
  return thisYear >= from ? thisYear : birthdayIn(model, yearOf(from) + 1)
}

export type AgeReading =
  | { state: 'missing' }
  /** `nominal` where the ledger says 虚岁. */
  | { state: 'ok'; age: number; nominal: boolean }
  | { state: 'invalid'; message: string }

/** Reads the age cell of a ledger that gives no birth date: `88`, `97岁`, `８０周岁`, `虚岁91`, `七十六岁`. */
export function readAge(raw: string | number | null): AgeReading {
  const text = cellText(String(raw ?? ''))
  if (saysNothing(text)) return { state: 'missing' }
  const match = /^(虚岁)?(\d{1,3})(虚岁|周岁|岁)?$/.exec(arabicNumerals(text.replace(/\s/g, '')))
  const age = Number(match?.[2])
  if (!match) return { state: 'invalid', message: `“${text}”不是年龄，应为数字，如 82` }
  if (age > 130) return { state: 'invalid', message: `年龄 ${age} 岁不合常理，请核对` }
  return { state: 'ok', age, nominal: match[1] !== undefined || match[3] === '虚岁' }
}

/** The days on which somebody may have been born who is `age` 周岁 old on a day. */
export function birthSpanOfAge(
  age: number,
  on: Day,
  turns: AgeTurns,
): { earliest: Day; latest: Day } {
  const latestBirthFor = (years: number): Day => {
    const counted = turns === 'onBirthday' || years === 0 ? on : addDays(on, -1)
    const candidate = addMonths(counted, -12 * years)
    const next = addDays(candidate, 1)
    // born on 29 February, counted on the 28th of a common year
    return next <= on && fullYears(next, on, turns) >= years ? next : candidate
  }
  return { earliest: addDays(latestBirthFor(age + 1), 1), latest: latestBirthFor(age) }
}
