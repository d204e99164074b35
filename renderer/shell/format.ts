/** How days, moments and counts look on screen: one way for the whole program. */

export { formatDay } from '@shared/domain/calendar/short-date'

const weekdays = '日一二三四五六'

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

/** `1536` → `2 KB`, `3145728` → `3.0 MB`. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
