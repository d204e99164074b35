import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth } from './days'
import {
  earliestDay,
  formatPartialDate,
  isPartialDate,
  latestDay,
  mayMean,
  partialDate,
  withYear,
} from './partial-date'
import { readPartialDate } from './read-partial-date'

const year = fc.integer({ min: 1800, max: 2100 })
const month = fc.integer({ min: 1, max: 12 })
/** Every shape a partial date can have. */
const anyPartialDate = fc
  .tuple(fc.constantFrom('day', 'month', 'year', 'monthDay'), year, month, fc.nat(30))
  .map(([shape, y, m, d]) => {
    const day = (d % daysInMonth(shape === 'monthDay' ? 2000 : y, m)) + 1
    if (shape === 'year') return partialDate({ year: y })!
    if (shape === 'month') return partialDate({ year: y, month: m })!
    if (shape === 'monthDay') return partialDate({ month: m, day })!
    return partialDate({ year: y, month: m, day })!
  })

describe('the text of a partial date', () => {
  it.each(['2026-03-01', '2026-03', '2026', '--03-01', '--02-29', '2024-02-29'])(
    'accepts %s',
    (text) => {
      expect(isPartialDate(text)).toBe(true)
    },
  )
  it.each(['2026-02-29', '2026-13', '--02-30', '--03', '2026-3', '26', '', '03-01'])(
    'refuses %j',
    (text) => {
      expect(isPartialDate(text)).toBe(false)
    },
  )

  it.each([
    ['2026-03-01', '2026年3月1日'],
    ['2026-03', '2026年3月'],
    ['2026', '2026年'],
    ['--03-01', '3月1日'],
  ])('writes %s as %s', (date, text) => {
    expect(formatPartialDate(date)).toBe(text)
  })

  it('is read back from what it is written as', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        expect(readPartialDate(formatPartialDate(date))).toEqual({ state: 'ok', date })
      }),
    )
  })
})

describe('the days a partial date can mean', () => {
  it('spans the known part', () => {
    expect([earliestDay('2024-02'), latestDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
    expect([earliestDay('1936'), latestDay('1936')]).toEqual(['1936-01-01', '1936-12-31'])
    expect([earliestDay('--03-01'), latestDay('--03-01')]).toEqual([null, null])
  })

  it('holds its first and last day and not the days around them', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        const first = earliestDay(date)
        const last = latestDay(date)
        if (first === null || last === null) return
        expect(first <= last).toBe(true)
        expect(mayMean(date, first) && mayMean(date, last)).toBe(true)
      }),
    )
    expect(mayMean('2026-03', '2026-04-01')).toBe(false)
    expect(mayMean('--03-01', '2019-03-01')).toBe(true)
    expect(mayMean('--02-29', '2026-02-28')).toBe(false)
  })

  it('takes a year only where one is missing', () => {
    expect(withYear('--03-01', 2026)).toBe('2026-03-01')
    expect(withYear('2025-04', 2026)).toBe('2025-04')
    expect(withYear('--02-29', 2026)).toBeNull()
  })
})
