import { LunarYear, Solar } from 'lunar-typescript'
import { arabicNumerals } from './chinese-numerals'
import { addDays, dayFromNumber, dayNumber, dayOf, weekday, yearOf } from './days'
import type { Day } from './types'

/** A day of the lunar year as people remember it; the year may be unknown. */
export interface LunarDate {
  /** The solar year in which the lunar year began. */
  year?: number
  /** 1 正月 … 11 冬月, 12 腊月. */
  month: number
  /** 1–30. */
  day: number
  /** Whether it lies in the repeated month (闰月). */
  leap: boolean
}

export type LunarDay = Required<LunarDate>

interface LunarMonth {
  month: number
  leap: boolean
  /** 29 or 30. */
  length: number
  /** Days from 1970-01-01 to the first of the month. */
  first: number
}

/** The Julian day of 1970-01-01 at midnight. */
const JULIAN_DAY_OF_1970 = 2_440_587.5

/** The library works a year out in 0.4 ms; birthdays ask for the same few years thousands of times. */
const computed = new Map<number, readonly LunarMonth[]>()

function monthsOf(year: number): readonly LunarMonth[] {
  const known = computed.get(year)
  if (known) return known
  const months = LunarYear.fromYear(year)
    .getMonthsInYear()
    .map((m) => ({
      month: Math.abs(m.getMonth()),
      leap: m.isLeap(),
      length: m.getDayCount(),
      first: Math.floor(m.getFirstJulianDay() - JULIAN_DAY_OF_1970),
    }))
  computed.set(year, months)
  return months
}

const firstDayNumber = (lunarYear: number): number => monthsOf(lunarYear)[0]!.first

/** The lunar year that holds the day: the solar year, or the one before it until 春节. */
export function lunarYearOf(day: Day): number {
  const year = yearOf(day)
  return dayNumber(day) < firstDayNumber(year) ? year - 1 : year
}

/** The lunar day of a solar one. */
export function toLunar(day: Day): LunarDay {
  const year = lunarYearOf(day)
  const number = dayNumber(day)
  const month = monthsOf(year).findLast((m) => m.first <= number)!
  return { year, month: month.month, day: number - month.first + 1, leap: month.leap }
}

/**
 * The solar day of a lunar one. What the year does not have falls back as families do it: a missing
 * leap month to the plain month, day 30 of a month of 29 days to the 29th.
 */
export function toSolar(lunar: LunarDay): Day {
  const months = monthsOf(lunar.year)
  const month =
    months.find((m) => m.month === lunar.month && m.leap === lunar.leap) ??
    months.find((m) => m.month === lunar.month)!
  return dayFromNumber(month.first + Math.min(lunar.day, month.length) - 1)
}

/** The first birthday by the lunar calendar on or after a day. */
export function nextLunarBirthday(birth: Omit<LunarDate, 'year'>, from: Day): Day {
  const year = lunarYearOf(from)
  const thisYear = toSolar({ ...birth, year })
  return thisYear >= from ? thisYear : toSolar({ ...birth, year: year + 1 })
}

const monthNames = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function dayName(day: number): string {
  if (day <= 10) return `初${ones[day]}`
  if (day < 20) return `十${ones[day - 10]}`
  if (day === 20) return '二十'
  return day < 30 ? `廿${ones[day - 20]}` : '三十'
}

/** `农历十月十三`, `农历闰六月初八`; the year is left out, people do not say it. */
export function formatLunar(lunar: LunarDate): string {
  return `农历${lunar.leap ? '闰' : ''}${monthNames[lunar.month - 1]}月${dayName(lunar.day)}`
}

const MARKER = /农历|阴历|旧历|古历|夏历/g
/** Words that only the lunar calendar has, so that no marker is needed. */
const LUNAR_WORDS = /正月|冬月|腊月|闰|初[一二三四五六七八九十\d]/

/** Whether a text speaks of the lunar calendar, readable or not. */
export function speaksLunar(text: string): boolean {
  return text.search(MARKER) >= 0 || LUNAR_WORDS.test(text)
}

/**
 * Reads `农历腊月初八`, `八月十五（农历）`, `1945年闰六月廿三`, `阴历3.15`; null where month or day is
 * missing. The caller has decided that the text is lunar.
 */
export function readLunar(text: string): LunarDate | null {
  const plain = arabicNumerals(
    text
      .replace(MARKER, '')
      .replace(/[\s()（）:：]/g, '')
      .replace('正月', '1月')
      .replace('冬月', '11月')
      .replace('腊月', '12月')
      .replace('初', ''),
  )
  const match = /^(?:(\d{4})[年./-])?(闰?)(\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(plain)
  if (!match) return null
  const [, year, leap, month, day] = match
  const date: LunarDate = { month: Number(month), day: Number(day), leap: leap !== '' }
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 30) return null
  return year ? { year: Number(year), ...date } : date
}

/** A day or span of the office's year. */
export interface Festival {
  key: string
  name: string
  from: Day
  /** The same as `from`, but for 敬老月. */
  to: Day
}

/** 助残日: the third Sunday of May (残疾人保障法). */
function disabilityDay(year: number): Day {
  const first = dayOf(year, 5, 1)
  return addDays(first, 7 - weekday(first) + 14)
}

/** 清明 is the sun's day, the 4th or 5th of April (the 6th in some years of other centuries). */
function qingming(year: number): Day {
  const solar = Solar.fromYmd(year, 4, 5).getLunar().getJieQiTable()['清明']!
  return dayOf(solar.getYear(), solar.getMonth(), solar.getDay())
}

/** The festivals the office visits, calls and plans for, in the order of the solar year. */
export function festivalsOf(year: number): Festival[] {
  const lunar = (month: number, day: number): Day => toSolar({ year, month, day, leap: false })
  const on = (key: string, name: string, from: Day, to = from): Festival => ({
    key,
    name,
    from,
    to,
  })
  return [
    on('newYear', '元旦', dayOf(year, 1, 1)),
    on('springFestival', '春节', lunar(1, 1)),
    on('leiFeng', '学雷锋日', dayOf(year, 3, 5)),
    on('qingming', '清明', qingming(year)),
    on('dragonBoat', '端午', lunar(5, 5)),
    on('disability', '全国助残日', disabilityDay(year)),
    on('armyDay', '八一', dayOf(year, 8, 1)),
    on('midAutumn', '中秋', lunar(8, 15)),
    on('nationalDay', '国庆', dayOf(year, 10, 1)),
    on('respectMonth', '敬老月', dayOf(year, 10, 1), dayOf(year, 10, 31)),
    on('doubleNinth', '重阳', lunar(9, 9)),
  ].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
}
