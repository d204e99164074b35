import { describe, expect, it } from 'vitest'
import { formatCount, formatDay, formatInstant, formatToday } from './format'

describe('formatDay', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026-11', '2026年11月'],
    ['1934', '1934年'],
    ['--11-03', '11月3日'],
    [null, ''],
  ])('shows %s as %s', (date, shown) => expect(formatDay(date)).toBe(shown))
})

it('names the weekday of a local day', () => {
  expect(formatToday('2026-11-21')).toBe('11月21日 星期六')
})

it('shows the clock today and the day otherwise', () => {
  const now = new Date(2026, 10, 21, 18, 0)
  expect(formatInstant(new Date(2026, 10, 21, 9, 5).toISOString(), now)).toBe('09:05')
  expect(formatInstant(new Date(2026, 10, 20, 9, 5).toISOString(), now)).toBe('2026-11-20 09:05')
})

it('groups thousands', () => {
  expect(formatCount(1384)).toBe('1,384')
})
