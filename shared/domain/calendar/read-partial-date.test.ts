import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from './days'
import { readPartialDate, type ReadingOptions } from './read-partial-date'

const dateOf = (raw: string | number | Date, options?: ReadingOptions): string => {
  const reading = readPartialDate(raw, options)
  return reading.state === 'ok' ? reading.date : reading.state
}

describe('spellings of office ledgers', () => {
  it.each([
    ['2026.3.1', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026-3.1', '2026-03-01'],
    ['2026\\3\\1', '2026-03-01'],
    ['2026 3 1', '2026-03-01'],
    ['2026。3。1', '2026-03-01'],
    ['2026.3.1.', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026年3月1号', '2026-03-01'],
    [' 2026 年 3 月 1 日 ', '2026-03-01'],
    ['２０２６．３．１', '2026-03-01'],
    ['２０２６年３月', '2026-03'],
    ["'2026.3.1", '2026-03-01'],
    ['2026年3月1日（星期日）', '2026-03-01'],
    ['2026-03-01 周日', '2026-03-01'],
    ['2026-03-01 09:30:00', '2026-03-01'],
    ['2026/3/1 9:30', '2026-03-01'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['2026年3月1日上午', '2026-03-01'],
    ['2026年3月1日下午3点半', '2026-03-01'],
    ['2026年3月', '2026-03'],
    ['2026年3月份', '2026-03'],
    ['2026.3', '2026-03'],
    ['1943.10', '1943-10'],
    ['1943.1', '1943-01'],
    ['196106', '1961-06'],
    ['19610608', '1961-06-08'],
    ['2014年', '2014'],
    ['2014年度', '2014'],
    ['2014', '2014'],
    ['2014年至今', '2014'],
    ['1961年6月生', '1961-06'],
    ['3月1日', '--03-01'],
    ['12月25号', '--12-25'],
    ['2月29日', '--02-29'],
    ['二〇二六年三月一日', '2026-03-01'],
    ['二零二六年十二月三十一日', '2026-12-31'],
    ['一九四三年十月', '1943-10'],
    ['二○二六年三月廿一日', '2026-03-21'],
    ['三月一日', '--03-01'],
    ['1945.00.00', '1945'],
    ['19450800', '1945-08'],
    ['46082', '2026-03-01'],
  ])('%s is %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  it.each(['', '   ', '无', '不详', '/', '-', '——', '（不详）', '\u200B'])(
    '%j says nothing',
    (text) => {
      expect(readPartialDate(text)).toEqual({ state: 'missing' })
    },
  )

  it.each([
    ['约2014年', '2014'],
    ['2014年左右', '2014'],
    ['2014年底', '2014'],
    ['2026年3月上旬', '2026-03'],
    ['2026年春节前', 'invalid'],
  ])('keeps the words around %s for the clerk', (text, date) => {
    expect(dateOf(text)).toBe(date)
    if (date !== 'invalid') expect(readPartialDate(text)).toHaveProperty('note', `原文“${text}”`)
  })

  it.each([
    '2026.2.30',
    '2026.13.1',
    '2025年2月29日',
    '3026.1.1',
    '3月',
    '〃',
    '同上',
    '春节',
    '2026.3.1-2026.3.5',
    '3月1日、3月5日',
    '3月1日5日',
    '1/3/2026',
    '1961068',
    '610999196106083097',
    '2月30日',
  ])('refuses %s with a reason', (text) => {
    const reading = readPartialDate(text)
    expect(reading.state).toBe('invalid')
    expect(reading).toHaveProperty('message', expect.stringMatching(/\p{Script=Han}/u))
  })
})

describe('month and day without a year', () => {
  it('needs the words 月 and 日, or leave to read a bare pair', () => {
    expect(dateOf('12.5')).toBe('invalid')
    expect(dateOf('12.5', { monthDay: true })).toBe('--12-05')
    expect(dateOf('3/1', { monthDay: true })).toBe('--03-01')
    expect(dateOf(12.25, { monthDay: true })).toBe('--12-25')
    expect(dateOf('2026.3.1', { monthDay: true })).toBe('2026-03-01')
  })

  it('asks about a number that lost its last zero', () => {
    expect(readPartialDate(3.1, { monthDay: true })).toMatchObject({
      state: 'invalid',
      candidates: ['--03-01', '--03-10'],
    })
    expect(dateOf(2.3, { monthDay: true })).toBe('--02-03')
    expect(dateOf(3.5, { monthDay: true })).toBe('--03-05')
  })
})

describe('numbers', () => {
  it.each([
    [1961, '1961'],
    [196106, '1961-06'],
    [19610608, '1961-06-08'],
    [1943.12, '1943-12'],
    [1943.2, '1943-02'],
    [1943.01, '1943-01'],
    [46082, '2026-03-01'],
    [46082.75, '2026-03-01'],
    [22440, '1961-06-08'],
    [1943.13, 'invalid'],
    [7, 'invalid'],
    [-3, 'invalid'],
    [Number.NaN, 'invalid'],
    [6.10999196406147e17, 'invalid'],
  ])('%d is %s', (number, date) => {
    expect(dateOf(number)).toBe(date)
  })

  it('knows only the year of 1943.1, which may have been typed 1943.10', () => {
    expect(readPartialDate(1943.1)).toMatchObject({
      state: 'ok',
      date: '1943',
      candidates: ['1943-01', '1943-10'],
    })
  })

  it('reads every serial number as Excel counts from 1905 to 2100', () => {
    const first = dayNumber('1905-10-01')
    const last = dayNumber('2100-12-31')
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (number) => {
        expect(dateOf(number + 25_569)).toBe(dayFromNumber(number))
      }),
    )
  })

  it('takes the UTC day of a date cell', () => {
    expect(dateOf(new Date('2026-03-01T00:00:00.000Z'))).toBe('2026-03-01')
    expect(dateOf(new Date(Number.NaN))).toBe('invalid')
  })
})

describe('the last day that makes sense', () => {
  const options = { notAfter: '2026-11-21' }
  it('refuses what lies after it, as far as the date is known', () => {
    expect(dateOf('2026.11.22', options)).toBe('invalid')
    expect(dateOf('2026.12', options)).toBe('invalid')
    expect(dateOf('2027', options)).toBe('invalid')
    expect(dateOf('2026.11', options)).toBe('2026-11')
    expect(dateOf('12月25日', options)).toBe('--12-25')
  })

  it('settles a year of two digits only where one century is left', () => {
    expect(dateOf('52年4月', options)).toBe('1952-04')
    expect(dateOf('58.1.14', options)).toBe('1958-01-14')
    expect(dateOf('610608', options)).toBe('1961-06-08')
    expect(readPartialDate('26.3.1', options)).toMatchObject({
      state: 'invalid',
      candidates: ['1926-03-01', '2026-03-01'],
    })
    expect(dateOf('52年4月')).toBe('invalid')
  })
})

describe('lunar dates', () => {
  it.each([
    ['农历腊月初八', { month: 12, day: 8, leap: false }],
    ['腊月二十三', { month: 12, day: 23, leap: false }],
    ['八月十五(农历)', { month: 8, day: 15, leap: false }],
    ['八月十五', { month: 8, day: 15, leap: false }],
    ['阴历3.15', { month: 3, day: 15, leap: false }],
    ['农历1945年8月15日', { year: 1945, month: 8, day: 15, leap: false }],
    ['1945-08-15（阴历）', { year: 1945, month: 8, day: 15, leap: false }],
    ['一九三四年冬月十五', { year: 1934, month: 11, day: 15, leap: false }],
    ['闰六月廿三', { month: 6, day: 23, leap: true }],
    ['正月三十', { month: 1, day: 30, leap: false }],
  ])('%s is kept apart', (text, lunar) => {
    expect(readPartialDate(text)).toMatchObject({ state: 'lunar', lunar })
  })

  it('keeps lunar words it cannot read', () => {
    expect(readPartialDate('农历年底')).toMatchObject({ state: 'lunar', lunar: null })
  })

  it('prefers the solar date where both are given', () => {
    expect(readPartialDate('1934-12-21（农历冬月十五）')).toEqual({
      state: 'ok',
      date: '1934-12-21',
      note: '农历冬月十五',
    })
  })
})

it('never throws and never invents a date that does not exist', () => {
  const soup = fc.string({
    unit: fc.constantFrom(...'0123456789.年月日号-/ 〇二十廿初腊农历约底（）:'),
    maxLength: 14,
  })
  fc.assert(
    fc.property(fc.oneof(soup, fc.double()), fc.boolean(), (raw, monthDay) => {
      const reading = readPartialDate(raw, { monthDay, notAfter: '2026-11-21' })
      if (reading.state !== 'ok') return
      const whole = reading.date.replace(/^-/, '2000').padEnd(10, '-01')
      expect(new Date(whole).toISOString().slice(0, 10)).toBe(whole)
    }),
    { numRuns: 2000 },
  )
})
