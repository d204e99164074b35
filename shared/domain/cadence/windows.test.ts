import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, diffDays } from '@shared/domain/calendar/days'
import { codesOf, periodLabel } from '@shared/domain/vocabulary'
import {
  isWithinText,
  textRangesUntil,
  textRangesWithin,
  windowBefore,
  windowOn,
  windowsTouching,
} from './windows'
import { daysOf } from './slow-model'

const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2023-11-20', offset))
const period = fc.constantFrom(...codesOf(periodLabel))
const window = fc
  .tuple(day, fc.integer({ min: 0, max: 900 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }))
const anyDate = fc.oneof(
  day,
  day.map((date) => date.slice(0, 7)),
  day.map((date) => date.slice(0, 4)),
  day.map((date) => `-${date.slice(4)}`),
)
/** Dates near the window's ends, where a mistake would show. */
const nearDate = (at: { from: string; to: string }) =>
  fc
    .tuple(
      fc.constantFrom(at.from, at.to),
      fc.integer({ min: -40, max: 40 }),
      fc.constantFrom(4, 7, 10),
    )
    .map(([end, offset, length]) => addDays(end, offset).slice(0, length))

describe('calendar windows', () => {
  it('tile the calendar: each day lies in one window and the next begins the day after', () => {
    fc.assert(
      fc.property(period, day, (period, day) => {
        const open = windowOn(period, day)
        expect(open.from <= day && day <= open.to).toBe(true)
        expect(windowOn(period, open.from)).toEqual(open)
        expect(windowOn(period, open.to)).toEqual(open)
        expect(windowBefore(period, day).to).toBe(addDays(open.from, -1))
      }),
    )
  })

  it('touching a range are consecutive and cover it', () => {
    fc.assert(
      fc.property(period, window, (period, range) => {
        const windows = windowsTouching(period, range)
        expect(windows[0]!.from <= range.from).toBe(true)
        expect(windows.at(-1)!.to >= range.to).toBe(true)
        for (const [index, next] of windows.slice(1).entries()) {
          expect(diffDays(windows[index]!.to, next.from)).toBe(1)
        }
        expect(windows.every((window) => window.to >= range.from && window.from <= range.to)).toBe(
          true,
        )
      }),
    )
  })
})

describe('text ranges of a window', () => {
  it('hold exactly the dates of which every possible day lies inside', () => {
    fc.assert(
      fc.property(
        window.chain((window) =>
          fc.tuple(fc.constant(window), fc.oneof(anyDate, nearDate(window))),
        ),
        ([window, date]) => {
          const days = daysOf(date)
          const slow = days !== null && days.every((day) => day >= window.from && day <= window.to)
          expect(isWithinText(textRangesWithin(window), date)).toBe(slow)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('up to a day leave out what had not begun', () => {
    fc.assert(
      fc.property(
        window.chain((window) =>
          fc.tuple(fc.constant(window), fc.oneof(anyDate, nearDate(window)), day),
        ),
        ([window, date, until]) => {
          const days = daysOf(date)
          const slow =
            days !== null &&
            days.every((day) => day >= window.from && day <= window.to) &&
            days[0]! <= until
          expect(isWithinText(textRangesUntil(window, until), date)).toBe(slow)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are a single range for every period but a week across two months', () => {
    fc.assert(
      fc.property(period, day, (period, day) => {
        const window = windowOn(period, day)
        const crossing = window.from.slice(0, 7) !== window.to.slice(0, 7) && period === 'week'
        const endsWithMonth = window.to === windowOn('month', window.to).to
        const ranges = textRangesWithin(window)
        expect(ranges.length).toBe(crossing && !endsWithMonth ? 2 : 1)
      }),
    )
  })

  it('reads as the stored text does', () => {
    expect(textRangesWithin({ from: '2026-10-01', to: '2026-12-31' })).toEqual([
      { lower: '2026-10', upper: '2026-12-31' },
    ])
    expect(textRangesWithin({ from: '2026-01-01', to: '2026-12-31' })).toEqual([
      { lower: '2026', upper: '2026-12-31' },
    ])
    expect(textRangesWithin({ from: '2026-11-16', to: '2026-11-30' })).toEqual([
      { lower: '2026-11-16', upper: '2026-11-30' },
    ])
    expect(textRangesWithin({ from: '2026-12-28', to: '2027-01-03' })).toEqual([
      { lower: '2026-12-28', upper: '2026-12-31' },
      { lower: '2027-01-01', upper: '2027-01-03' },
    ])
  })
})
