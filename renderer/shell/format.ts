/** How days, moments and counts look on screen: one way for the whole program. */

const weekdays = '日一二三四五六'

/** `2026-11-21` → `2026-11-21`; partial dates keep what is known: `2026年11月`, `2026年`, `11月3日`. */
export function formatDay(date: string | null | undefined): string {
  if (!date) return ''
  const yearless = /^--(\d\d)-(\d\d)$/.exec(date)
  if (yearless) return `${Number(yearless[1])}月${Number(yearless[2])}日`
  const month = /^(\d{4})-(\d\d)$/.exec(date)
  if (month) return `${month[1]}年${Number(month[2])}月`
  return /^\d{4}$/.test(date) ? `${date}年` : date
}

/** `2026-11-21` → `11月21日 星期六`. */
export function formatToday(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const weekday = weekdays[new Date(year, month - 1, date).getDay()]
  return `${month}月${date}日 星期${weekday}`
}

const two = (value: number): string => String(value).padStart(2, '0')

function localDay(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** A UTC instant on the office's clock: `10:32` today, `2026-11-20 10:32` otherwise. */
export function formatInstant(instant: string, now: Date = new Date()): string {
  const moment = new Date(instant)
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  return localDay(moment) === localDay(now) ? time : `${localDay(moment)} ${time}`
}

/** `1384` → `1,384`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}
