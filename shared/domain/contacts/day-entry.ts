import {
  addDays,
  compareDays,
  dayOf,
  existsDay,
  monthOf,
  yearOf,
} from '@shared/domain/calendar/days'
import { partialDate, partsOf, withYear } from '@shared/domain/calendar/partial-date'
import { readPartialDate } from '@shared/domain/calendar/read-partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { cellText } from '@shared/domain/cell-text'

/** What a date cell of a visit sheet says: the days in order, and what could not be read. */
export interface DayEntry {
  readonly dates: PartialDate[]
  readonly problems: { readonly text: string; readonly message: string }[]
}

/**
 * How far back a day without a year is looked for, in days. `12.28` typed in January is last
 * December; `11.25` typed on 21 November is more likely a slip than a visit a year ago.
 */
const LOOK_BACK = 200

const SPOKEN: Readonly<Record<string, number>> = { 今: 0, 昨: 1, 前: 2, 大前: 3 }

/**
 * Reads the date cell of a visit sheet. Several days stand side by side (`3 10 17 24`), each as
 * `3` (a day of `month`, by default this month), `12.5` (month and day), `昨`, `前天`, `-1` (days
 * ago), or any spelling of a full date; `2026-10` or `2026年10月` where only the month is known.
 * Days ahead of today are refused: a contact is recorded once it was made.
 */
export function readDayEntry(
  text: string,
  today: Day,
  month: PartialDate = today.slice(0, 7),
): DayEntry {
  const entry: DayEntry = { dates: [], problems: [] }
  for (const token of tokensOf(text)) {
    const read = readToken(token, today, month)
    if ('message' in read) entry.problems.push({ text: token, message: read.message })
    else if (!entry.dates.includes(read.date)) entry.dates.push(read.date)
  }
  entry.dates.sort(compareDays)
  return entry
}

/**
 * `cellText` makes full-width signs half-width first, all but the Chinese comma and full stop. The
 * full stop between digits is the point of `12.5`, typed with a Chinese input method switched on.
 */
function tokensOf(text: string): string[] {
  return cellText(text)
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .split(/[\s,，、;；+]+/)
    .filter((token) => token !== '')
}

type TokenReading = { date: PartialDate } | { message: string }

function readToken(token: string, today: Day, month: PartialDate): TokenReading {
  const spoken = /^(大前|[今昨前])(?:天|日)?$/.exec(token)
  if (spoken) return { date: addDays(today, -SPOKEN[spoken[1]!]!) }
  const ago = /^-(\d{1,3})$/.exec(token)
  if (ago) return { date: addDays(today, -Number(ago[1])) }
  const dayAlone = /^(\d{1,2})(?:[日号])?$/.exec(token)
  if (dayAlone) return dayOfThatMonth(Number(dayAlone[1]), today, month)
  const reading = readPartialDate(token, { monthDay: true, notAfter: today })
  if (reading.state === 'ok') {
    return reading.date.startsWith('-') ? nearestPast(reading.date, today) : { date: reading.date }
  }
  if (reading.state === 'lunar') return { message: '这是农历，请写公历日期' }
  return { message: reading.state === 'invalid' ? reading.message : '看不出日期' }
}

function dayOfThatMonth(day: number, today: Day, month: PartialDate): TokenReading {
  const [year, monthNumber] = [yearOf(`${month}-01`), monthOf(`${month}-01`)]
  if (!existsDay(year, monthNumber, day)) return { message: `${monthNumber}月没有${day}日` }
  const date = dayOf(year, monthNumber, day)
  if (date <= today) return { date }
  const before = monthOf(addDays(`${month}-01`, -1))
  return { message: `${monthNumber}月${day}日还没到；补录上月请写 ${before}.${day}` }
}

/** A month and day get the year of the last time they came round, if that was not long ago. */
function nearestPast(date: PartialDate, today: Day): TokenReading {
  const { month, day } = partsOf(date)!
  const year = yearOf(today)
  const candidates = [withYear(date, year), withYear(date, year - 1)]
  const past = candidates.find((candidate) => candidate !== null && candidate <= today)
  if (past && past >= addDays(today, -LOOK_BACK)) return { date: past }
  const lastYear = partialDate({ year: year - 1, month, day })
  return {
    message: lastYear
      ? `今年${month}月${day}日还没到；若是去年请写 ${lastYear}`
      : `${month}月${day}日不是过去的日子，请写上年份`,
  }
}
