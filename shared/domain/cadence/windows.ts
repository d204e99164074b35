import { addDays, diffDays, endOf, startOf } from '@shared/domain/calendar/days'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/vocabulary'

/** Days from `from` to `to`, both inclusive. */
export interface DayWindow {
  readonly from: Day
  readonly to: Day
}

/** One calendar week, half-month … year; the same for every person. */
export interface CalendarWindow extends DayWindow {
  readonly period: Period
  /** Its length, counted once because every person's need is divided by it. */
  readonly days: number
}

/** The window of the period that contains the day. */
export function windowOn(period: Period, day: Day): CalendarWindow {
  const from = startOf(period, day)
  const to = endOf(period, day)
  return { period, from, to, days: diffDays(from, to) + 1 }
}

/** The window just before the one that contains the day: on that day the last closed one. */
export function windowBefore(period: Period, day: Day): CalendarWindow {
  return windowOn(period, addDays(startOf(period, day), -1))
}

/** Every calendar window with at least one day in the range, in order, uncut. */
export function windowsTouching(period: Period, range: DayWindow): CalendarWindow[] {
  const windows: CalendarWindow[] = []
  for (let day = range.from; day <= range.to;) {
    const window = windowOn(period, day)
    windows.push(window)
    day = addDays(window.to, 1)
  }
  return windows
}

/** The shortest range that holds all of them; there must be at least one. */
export function reachOf(windows: readonly DayWindow[]): DayWindow {
  return windows.slice(1).reduce(
    (reach, { from, to }) => ({
      from: from < reach.from ? from : reach.from,
      to: to > reach.to ? to : reach.to,
    }),
    { from: windows[0]!.from, to: windows[0]!.to },
  )
}

/** Dates as stored text: `lower <= date && date <= upper` in plain text order (BINARY in SQL). */
export interface TextRange {
  readonly lower: string
  readonly upper: string
}

/**
 * The text ranges that hold exactly the partial dates lying wholly inside the window: `2026-03`
 * belongs only where all of March does, `2026` only where the whole year does, `--03-05` nowhere.
 *
 * Text order puts a shorter date before the days it contains (`2026` < `2026-03` < `2026-03-01`),
 * so one range does for every month, quarter, half-year and year. A window that runs on into a
 * month or year without filling it must step over that shorter text, which splits the range: a
 * week across two months gives two.
 */
export function textRangesWithin(window: DayWindow): TextRange[] {
  const starts = [window.from]
  for (const period of ['year', 'month'] as const) {
    const last = windowOn(period, window.to)
    if (last.from > window.from && last.to > window.to && !starts.includes(last.from)) {
      starts.push(last.from)
    }
  }
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return {
      lower: shortestDateAt(start, window.to),
      upper: next === undefined ? window.to : addDays(next, -1),
    }
  })
}

/** The shortest date text that begins on the day and ends by `limit`. */
function shortestDateAt(day: Day, limit: Day): PartialDate {
  if (day.endsWith('-01-01') && endOf('year', day) <= limit) return day.slice(0, 4)
  if (day.endsWith('-01') && endOf('month', day) <= limit) return day.slice(0, 7)
  return day
}

export function isWithinText(ranges: readonly TextRange[], date: PartialDate): boolean {
  return ranges.some((range) => range.lower <= date && date <= range.upper)
}

/**
 * The ranges of a window as far as the day has come: what was done by `day`. A month known only
 * by its name counts once it has begun.
 */
export function textRangesUntil(window: DayWindow, day: Day): TextRange[] {
  return textRangesWithin(window)
    .filter((range) => range.lower <= day)
    .map((range) => (range.upper <= day ? range : { ...range, upper: day }))
}
