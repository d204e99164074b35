import * as fc from 'fast-check'
import { Lunar, Solar } from 'lunar-typescript'
import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber, diffDays } from './days'
import {
  festivalsOf,
  formatLunar,
  lunarYearOf,
  nextLunarBirthday,
  readLunar,
  toLunar,
  toSolar,
} from './lunar'

const anyDay = fc
  .integer({ min: dayNumber('1880-01-01'), max: dayNumber('2120-12-31') })
  .map(dayFromNumber)
const anyLunar = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 30 }),
  leap: fc.boolean(),
})

describe('solar and lunar days', () => {
  it('agree with the library day by day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        const model = Solar.fromYmd(y, m, d).getLunar()
        expect(toLunar(day)).toEqual({
          year: model.getYear(),
          month: Math.abs(model.getMonth()),
          day: model.getDay(),
          leap: model.getMonth() < 0,
        })
        expect(toSolar(toLunar(day))).toBe(day)
      }),
      { numRuns: 300 },
    )
  })

  it('falls back where the year lacks the leap month or the 30th', () => {
    expect(toSolar({ year: 2025, month: 6, day: 8, leap: true })).toBe('2025-08-01')
    expect(toSolar({ year: 2026, month: 6, day: 8, leap: true })).toBe(
      Lunar.fromYmd(2026, 6, 8).getSolar().toYmd(),
    )
    expect(toSolar({ year: 2026, month: 12, day: 30, leap: false })).toBe(
      Lunar.fromYmd(2026, 12, 29).getSolar().toYmd(),
    )
  })

  it('starts the lunar year at 春节', () => {
    expect(lunarYearOf('2026-02-16')).toBe(2025)
    expect(lunarYearOf('2026-02-17')).toBe(2026)
  })
})

describe('lunar text', () => {
  it.each([
    ['2026-11-21', '农历十月十三'],
    ['1934-12-21', '农历冬月十五'],
    ['2025-08-01', '农历闰六月初八'],
  ])('%s is %s', (day, text) => {
    expect(formatLunar(toLunar(day))).toBe(text)
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyLunar, (lunar) => {
        expect(readLunar(formatLunar(lunar))).toEqual(lunar)
      }),
    )
  })

  it.each(['农历', '腊月', '农历13月1日', '农历3月31日', '年底'])('does not read %s', (text) => {
    expect(readLunar(text)).toBeNull()
  })
})

describe('lunar birthdays', () => {
  it('come once a year, on the day itself or later', () => {
    fc.assert(
      fc.property(anyLunar, anyDay, (birth, from) => {
        const next = nextLunarBirthday(birth, from)
        expect(next >= from).toBe(true)
        // 13 lunar months at most, and a leap month that may turn up only in the next year
        expect(diffDays(from, next)).toBeLessThan(415)
        expect(nextLunarBirthday(birth, next)).toBe(next)
        expect(lunarYearOf(nextLunarBirthday(birth, addDays(next, 1)))).toBe(lunarYearOf(next) + 1)
      }),
    )
  })
})

describe('festivals', () => {
  it('finds 重阳 of the coming years', () => {
    const doubleNinth = [2025, 2026, 2027, 2028, 2029, 2030].map(
      (year) => festivalsOf(year).find((f) => f.key === 'doubleNinth')?.from,
    )
    expect(doubleNinth).toEqual([
      '2025-10-29',
      '2026-10-18',
      '2027-10-08',
      '2028-10-26',
      '2029-10-16',
      '2030-10-05',
    ])
  })

  it('orders the office year of 2026', () => {
    expect(festivalsOf(2026).map((f) => `${f.name} ${f.from}`)).toEqual([
      '元旦 2026-01-01',
      '春节 2026-02-17',
      '学雷锋日 2026-03-05',
      '清明 2026-04-05',
      '全国助残日 2026-05-17',
      '端午 2026-06-19',
      '八一 2026-08-01',
      '中秋 2026-09-25',
      '国庆 2026-10-01',
      '敬老月 2026-10-01',
      '重阳 2026-10-18',
    ])
  })
})
