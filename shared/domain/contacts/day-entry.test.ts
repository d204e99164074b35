import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfMonth, monthOf } from '@shared/domain/calendar/days'
import { readDayEntry } from './day-entry'

const today = '2026-11-21'

describe('the date cell of a visit sheet', () => {
  it.each([
    ['3 10 17', ['2026-11-03', '2026-11-10', '2026-11-17']],
    ['17、3，10', ['2026-11-03', '2026-11-10', '2026-11-17']],
    ['３　１０', ['2026-11-03', '2026-11-10']],
    ['3 3', ['2026-11-03']],
    ['今', ['2026-11-21']],
    ['昨', ['2026-11-20']],
    ['前天', ['2026-11-19']],
    ['大前天', ['2026-11-18']],
    ['-1 -7', ['2026-11-14', '2026-11-20']],
    ['10.5', ['2026-10-05']],
    ['10-5 10/6 10月7日', ['2026-10-05', '2026-10-06', '2026-10-07']],
    ['21日', ['2026-11-21']],
    ['2026-03-01', ['2026-03-01']],
    ['2025.12.5', ['2025-12-05']],
    ['2026年10月', ['2026-10']],
    ['2026-10', ['2026-10']],
    ['', []],
  ])('reads %j', (text, dates) => {
    expect(readDayEntry(text, today)).toEqual({ dates, problems: [] })
  })

  it('takes the year from the last time the day came round', () => {
    expect(readDayEntry('12.28', '2027-01-05').dates).toEqual(['2026-12-28'])
    expect(readDayEntry('2.29', '2028-03-05').dates).toEqual(['2028-02-29'])
  })

  it('reads day numbers in the month of the sheet', () => {
    expect(readDayEntry('3 30', '2026-12-02', '2026-11').dates).toEqual([
      '2026-11-03',
      '2026-11-30',
    ])
  })

  it.each([
    ['24', '还没到'],
    ['31', '11月没有31日'],
    ['12.5', '若是去年请写 2025-12-05'],
    ['2.29', '不是过去的日子'],
    ['2026-11-22', '晚于'],
    ['13.40', '没有 13 月'],
    ['下周', '看不出日期'],
    ['初三', '农历'],
    ['3-10-17-24', '请'],
  ])('refuses %j and says why', (text, words) => {
    const { dates, problems } = readDayEntry(text, today)
    expect(dates).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]!.message).toContain(words)
  })

  it('keeps the good days beside a bad one', () => {
    expect(readDayEntry('3 99 10', today)).toMatchObject({
      dates: ['2026-11-03', '2026-11-10'],
      problems: [{ text: '99' }],
    })
  })

  const someDay = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2020-01-01', offset))

  it('answers sorted past days, each once, whatever is typed', () => {
    const token = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.integer({ min: 0, max: 400 }).map((days) => `-${days}`),
      fc.tuple(fc.nat(13), fc.nat(32)).map(([month, day]) => `${month}.${day}`),
      someDay,
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 6 }), someDay, (tokens, today) => {
        const { dates } = readDayEntry(tokens.join(' '), today)
        expect([...new Set(dates)].sort()).toEqual(dates)
        for (const date of dates) expect(date <= today).toBe(true)
      }),
    )
  })

  it('reads back every recent day from month and day, and from days ago', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 200 }), (today, ago) => {
        const day = addDays(today, -ago)
        expect(readDayEntry(`-${ago}`, today).dates).toEqual([day])
        expect(readDayEntry(`${monthOf(day)}.${dayOfMonth(day)}`, today).dates).toEqual([day])
      }),
    )
  })
})
