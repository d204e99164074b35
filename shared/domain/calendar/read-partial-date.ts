import { cellText, saysNothing } from '@shared/domain/cell-text'
import { arabicNumerals, HAN_NUMERALS } from './chinese-numerals'
import { dayFromNumber, dayNumber, dayOfMonth, monthOf, yearOf } from './days'
import { readLunar, speaksLunar, type LunarDate } from './lunar'
import { formatPartialDate, partialDate, type DateParts } from './partial-date'
import type { Day, PartialDate } from './types'

export type PartialDateReading =
  | { state: 'missing' }
  | {
      state: 'ok'
      /** As far as the cell is certain: the number 1943.1 gives `1943`. */
      date: PartialDate
      /** What the cell says beyond the date, or why it says less; for the clerk. */
      note?: string
      /** What the cell may mean, where it can mean several dates. */
      candidates?: PartialDate[]
    }
  /** A date of the lunar calendar, which no solar date can be made of here. */
  | { state: 'lunar'; text: string; lunar: LunarDate | null; note?: string }
  | { state: 'invalid'; message: string; candidates?: PartialDate[] }

export interface ReadingOptions {
  /** Reads `12.5` and `3/1` as month and day, as people type days of the current year. */
  monthDay?: boolean
  /**
   * The last day that makes sense (today for births and past contacts). Later dates are invalid;
   * years of two digits are read only when this leaves exactly one century.
   */
  notAfter?: Day
  /** The first day that makes sense: nobody files a contact of 1926, so 26.3.11 is of 2026. */
  notBefore?: Day
}

const FIRST_YEAR = 1800
const LAST_YEAR = 2100
/** The serial number Excel gives to 1970-01-01 (its day 1 is 1900-01-01, with a 1900-02-29). */
const EXCEL_1970 = 25_569
/** Integers up to 2100 are read as years; nobody on a ledger was born before 1905-10. */
const FIRST_SERIAL = LAST_YEAR + 1
const LAST_SERIAL = EXCEL_1970 + dayNumber(`${LAST_YEAR}-12-31`)

type Invalid = Extract<PartialDateReading, { state: 'invalid' }>

const invalid = (message: string, candidates?: PartialDate[]): Invalid =>
  candidates ? { state: 'invalid', message, candidates } : { state: 'invalid', message }

const unreadable = (text: string): Invalid => invalid(`“${text}”看不出日期，请写成 2026-03-01 这样`)

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR

const isLate = (date: PartialDate, { notAfter }: ReadingOptions): boolean =>
  notAfter !== undefined && !date.startsWith('-') && date > notAfter.slice(0, date.length)

const isEarly = (date: PartialDate, { notBefore }: ReadingOptions): boolean =>
  notBefore !== undefined && !date.startsWith('-') && date < notBefore.slice(0, date.length)

/** Parts written as 00 are parts left open. */
function withoutZeros({ year, month, day }: DateParts): DateParts {
  return { year, month: month || undefined, day: month === 0 ? undefined : day || undefined }
}

/** The reading of parts that were spelled out, checked against the calendar and the options. */
function fromParts(spelled: DateParts, options: ReadingOptions): PartialDateReading {
  const parts = withoutZeros(spelled)
  const { year, month, day } = parts
  if (year !== undefined && !isYear(year)) return invalid(`年份 ${year} 不合常理，请核对`)
  if (month !== undefined && month > 12) return invalid(`没有 ${month} 月，请核对`)
  const date = partialDate(parts)
  if (date === null) {
    if (day === undefined) return invalid('只写了月份，缺年份')
    return invalid(`${year === undefined ? '' : `${year}年`}${month}月没有${day}日，请核对`)
  }
  if (isLate(date, options))
    return invalid(`${formatPartialDate(date)}晚于${formatPartialDate(options.notAfter!)}，请核对`)
  if (isEarly(date, options)) return invalid(`${formatPartialDate(date)}太早了，请核对`)
  return { state: 'ok', date }
}

/** A year of two digits is a date only where no more than one century is possible. */
function fromShortYear(
  short: number,
  rest: DateParts,
  options: ReadingOptions,
): PartialDateReading {
  const readings = [1900, 2000].map((century) =>
    fromParts({ ...rest, year: century + short }, options),
  )
  const dates = readings.flatMap((r) => (r.state === 'ok' ? [r.date] : []))
  const [only] = dates
  if (only === undefined) return readings[0]!
  if (options.notAfter === undefined || dates.length > 1)
    return invalid('年份只写了两位，请写四位', dates)
  return { state: 'ok', date: only, note: `两位年份按 ${only.slice(0, 4)} 年读` }
}

function fromSerial(serial: number, options: ReadingOptions): PartialDateReading {
  const day = dayFromNumber(Math.floor(serial) - EXCEL_1970)
  return fromParts({ year: yearOf(day), month: monthOf(day), day: dayOfMonth(day) }, options)
}

const isSerial = (value: number): boolean => value >= FIRST_SERIAL && value < LAST_SERIAL + 1

/** `19610608`, `196106`, `610608`: dates without separators. */
function fromDigits(digits: string, options: ReadingOptions): PartialDateReading {
  const at = (from: number, to: number): number => Number(digits.slice(from, to))
  if (digits.length === 8)
    return fromParts({ year: at(0, 4), month: at(4, 6), day: at(6, 8) }, options)
  if (digits.length !== 6) return unreadable(digits)
  if (isYear(at(0, 4)) && at(4, 6) <= 12)
    return fromParts({ year: at(0, 4), month: at(4, 6) }, options)
  return fromShortYear(at(0, 2), { month: at(2, 4), day: at(4, 6) }, options)
}

/**
 * A number loses its last zero: 1943.1 may have been typed 1943.10, 3.1 may be 3.10. What the digits
 * after the point can mean: one value, or two.
 */
function fractionMeanings(fraction: string): number[] {
  const value = Number(fraction)
  return fraction.length === 1 ? [value, value * 10] : [value]
}

function fromNumber(value: number, options: ReadingOptions): PartialDateReading {
  const text = String(value)
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return unreadable(text)
  const year = Number(whole)
  if (fraction === '') {
    if (isYear(year)) return fromParts({ year }, options)
    return isSerial(value) ? fromSerial(value, options) : fromDigits(whole, options)
  }
  if (isYear(year) && fraction.length <= 2) {
    const dates = datesOf(fractionMeanings(fraction).map((month) => ({ year, month })))
    if (dates.length <= 1) return fromParts({ year, month: Number(fraction) }, options)
    const read = fromParts({ year }, options)
    if (read.state !== 'ok') return read
    return { ...read, note: `数字 ${text} 分不清是 1 月还是 10 月`, candidates: dates }
  }
  if (options.monthDay && Number(whole) <= 12 && fraction.length <= 2) {
    const month = Number(whole)
    const dates = datesOf(fractionMeanings(fraction).map((day) => ({ month, day })))
    if (dates.length <= 1) return fromParts({ month, day: Number(fraction) }, options)
    return invalid(`数字 ${text} 分不清是${dates.map(formatPartialDate).join('还是')}`, dates)
  }
  return isSerial(value) ? fromSerial(value, options) : unreadable(text)
}

function datesOf(meanings: DateParts[]): PartialDate[] {
  return meanings.flatMap((parts) => partialDate(parts) ?? [])
}

const TIME =
  /(?:[T\s]+\d{1,2}:\d{2}(?:\s*(?:-|—|~|～|至)\s*\d{1,2}:\d{2})|[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?|(?<=[日号\s])(?:上午|下午|早上|中午|晚上)?\d{1,2}[时点](?:\d{1,2}分?|半)?|上午|下午|早上|中午|晚上)$/i
const WEEKDAY = /\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$/
/** Words around a date that do not change it. */
const NEUTRAL = /(?:出生|生|起|开始|以来|至今)$/
/** Words that make a date vaguer or wider than its digits; the clerk should see them. */
const VAGUE =
  /^(?:大约|大概|约)|(?:左右|前后|上旬|中旬|下旬|上半年|下半年|春节|[初底末春夏秋冬前后])$/g

/** `八月十五`: a day in Han numerals without 日 is how people say a lunar day. */
const SPOKEN_DAY = new RegExp(
  `^(?:[${HAN_NUMERALS}\\d]{4}年)?[${HAN_NUMERALS}]{1,2}月[${HAN_NUMERALS}]{1,3}$`,
)

function fromTokens(text: string, options: ReadingOptions): PartialDateReading {
  const hasYearUnit = text.includes('年')
  const hasMonthUnit = text.includes('月')
  const tokens = text
    .replace(/年度/g, '年')
    .replace(/月份/g, '月')
    .split(/[年月日号./\\\-—–_,，、·。\s]+/)
    .filter((token) => token !== '')
  if (tokens.length === 0 || !tokens.every((token) => /^\d+$/.test(token))) return unreadable(text)
  if (tokens.length > 3) return invalid('像是几个日期或一段时间，请只写一个日期')
  const [first = '', second, third] = tokens
  if (second === undefined) return fromOneToken(first, text, options)
  if (second.length > 2 || (third ?? '').length > 2)
    return invalid(`“${text}”请按 年-月-日 的顺序写`)
  const [a, b] = [Number(first), Number(second)]
  const c = third === undefined ? undefined : Number(third)
  if (first.length === 4) return fromParts({ year: a, month: b, day: c }, options)
  if (first.length > 2) return unreadable(text)
  if (hasYearUnit || (c !== undefined && !hasMonthUnit && first.length === 2))
    return fromShortYear(a, { month: b, day: c }, options)
  if (c !== undefined) return unreadable(text)
  if (hasMonthUnit || options.monthDay) return fromParts({ month: a, day: b }, options)
  return invalid(`“${text}”缺年份`)
}

function fromOneToken(digits: string, text: string, options: ReadingOptions): PartialDateReading {
  if (text.includes('月')) return fromParts({ month: Number(digits) }, options)
  if (digits.length === 4) return fromParts({ year: Number(digits) }, options)
  if (digits.length === 2 && text.includes('年')) return fromShortYear(Number(digits), {}, options)
  if (digits.length === 5 && isSerial(Number(digits))) return fromSerial(Number(digits), options)
  return text === digits ? fromDigits(digits, options) : unreadable(text)
}

function noted(reading: PartialDateReading, note: string): PartialDateReading {
  if (reading.state !== 'ok' && reading.state !== 'lunar') return reading
  return { ...reading, note: reading.note === undefined ? note : `${reading.note}；${note}` }
}

function fromText(text: string, options: ReadingOptions): PartialDateReading {
  if (saysNothing(text)) return { state: 'missing' }
  const bare = text
    .replace(/^['‘’`]/, '')
    .replace(WEEKDAY, '')
    .replace(TIME, '')
    .replace(WEEKDAY, '')
    .trim()
  const [, outer = '', inner = ''] = /^([^(]*\d[^(]*)\((.*)\)$/.exec(bare) ?? []
  const innerIsOnlyAMark = speaksLunar(inner) && readLunar(inner) === null
  if (inner !== '' && !innerIsOnlyAMark) return noted(fromText(outer.trim(), options), inner)
  if (speaksLunar(bare)) return { state: 'lunar', text: bare, lunar: readLunar(bare) }
  if (SPOKEN_DAY.test(bare)) {
    const note = '没有写“日”，按农历读'
    return { state: 'lunar', text: bare, lunar: readLunar(bare), note }
  }
  const plain = arabicNumerals(bare).replace(NEUTRAL, '')
  const precise = plain.replace(VAGUE, '').trim()
  const reading = fromTokens(precise, options)
  return precise === plain ? reading : noted(reading, `原文“${bare}”`)
}

/**
 * Reads a date in any of the spellings of office ledgers: `2026.3.1`, `2026年3月`, `196106`, `2014年`,
 * `3月1日`, `二〇二六年三月一日`, full-width digits, Excel's serial numbers and date cells (which
 * carry midnight UTC), `农历腊月初八`. What is not written is never guessed: `1943.10` as text is
 * October, the number 1943.1 is 1943 with two candidates.
 */
export function readPartialDate(
  raw: string | number | Date | null | undefined,
  options: ReadingOptions = {},
): PartialDateReading {
  if (raw === null || raw === undefined) return { state: 'missing' }
  if (typeof raw === 'number') return fromNumber(raw, options)
  if (typeof raw === 'string') return fromText(cellText(raw), options)
  if (Number.isNaN(raw.getTime())) return invalid('单元格里的日期无效')
  return fromParts(
    { year: raw.getUTCFullYear(), month: raw.getUTCMonth() + 1, day: raw.getUTCDate() },
    options,
  )
}
