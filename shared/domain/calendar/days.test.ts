import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, periodLabel } from '@shared/domain/vocabulary'
import {
  addDays,
  addMonths,
  compareDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  diffDays,
  endOf,
  isDay,
  startOf,
  todayLocal,
  weekday,
} from './days'

const DAY_MS = 86_400_000
const anyDayNumber = fc.integer({
  min: Date.UTC(1800, 0, 1) / DAY_MS,
  max: Date.UTC(2199, 11, 31) / DAY_MS,
})
const anyDay = anyDayNumber.map((number) => new Date(number * DAY_MS).toISOString().slice(0, 10))
const anyPeriod = fc.constantFrom(...codesOf(periodLabel))

describe('day arithmetic against the UTC clock', () => {
  it('numbers days like Date.UTC and back', () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
        expect(dayFromNumber(number)).toBe(day)
        expect(dayNumber(day)).toBe(number)
      }),
    )
  })

  it('adds and subtracts the same number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        const later = addDays(day, count)
        expect(later).toBe(new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10))
        expect(diffDays(day, later)).toBe(count)
      }),
    )
  })

  it('knows the day of the week with Sunday last', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(day)).toBe(new Date(Date.parse(day)).getUTCDay() || 7)
      }),
    )
  })

  it('refuses to leave the years a day can be spelled in', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
  })
})

describe('months', () => {
  it('keeps the day of the month, or takes the last of a shorter month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })
})

describe('calendar windows', () => {
  it.each([
    ['week', '2026-11-16', '2026-11-22'],
    ['halfMonth', '2026-11-16', '2026-11-30'],
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['halfYear', '2026-07-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('%s around 2026-11-21', (period, start, end) => {
    expect(startOf(period, '2026-11-21')).toBe(start)
    expect(endOf(period, '2026-11-21')).toBe(end)
  })

  it('lets a week and only a week cross the year', () => {
    expect(startOf('week', '2027-01-01')).toBe('2026-12-28')
    expect(endOf('week', '2026-12-31')).toBe('2027-01-03')
  })

  it('splits February after the 15th', () => {
    expect(endOf('halfMonth', '2024-02-15')).toBe('2024-02-15')
    expect(endOf('halfMonth', '2024-02-16')).toBe('2024-02-29')
  })

  it('tiles the calendar: every day lies in exactly one window of a period', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, (period, day) => {
        const start = startOf(period, day)
        const end = endOf(period, day)
        expect(start <= day && day <= end).toBe(true)
        expect(startOf(period, end)).toBe(start)
        expect(endOf(period, start)).toBe(end)
        expect(startOf(period, addDays(end, 1))).toBe(addDays(end, 1))
        expect(endOf(period, addDays(start, -1))).toBe(addDays(start, -1))
      }),
    )
  })
})

describe('the text of a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-01-01 ', ''])(
    'refuses %j',
    (text) => expect(isDay(text)).toBe(false),
  )

  it('accepts every day that exists', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isDay(day)).toBe(true)
      }),
    )
    expect(isDay('2024-02-29')).toBe(true)
  })

  it('orders as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(dayNumber(a) - dayNumber(b)))
      }),
    )
  })

  it('takes the wall calendar, not the UTC one, for today', () => {
    expect(todayLocal(new Date(2026, 2, 1, 0, 5))).toBe('2026-03-01')
    expect(todayLocal(new Date(2026, 2, 1, 23, 55))).toBe(dayOf(2026, 3, 1))
  })
})
