import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  appraisalItems,
  appraisalPeriod,
  gradeOf,
  lastQuarter,
  periodWords,
  totalScore,
} from './appraisal'

it('hands out a hundred points and grades every sum', () => {
  const most = Object.fromEntries(
    Object.entries(appraisalItems).map(([item, { most: points }]) => [item, points]),
  )
  expect(totalScore(most as never)).toBe(100)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (total) => {
      const expected = total < 60 ? 'poor' : total < 90 ? 'sound' : 'excellent'
      expect(gradeOf(total)).toBe(expected)
    }),
  )
})

it('takes a month or a quarter and nothing else', () => {
  expect(['2026-10', '2026-Q3'].map(periodWords)).toEqual(['2026年10月', '2026年第3季度'])
  const wrong = ['2026', '2026-13', '2026-00', '2026-Q5', '2026-10-01']
  expect(wrong.filter((one) => appraisalPeriod.test(one))).toEqual([])
})

it('asks after the quarter that is over, in January after the last of the year before', () => {
  expect(lastQuarter('2026-11-21')).toEqual({
    from: '2026-07-01',
    periods: ['2026-07', '2026-08', '2026-09', '2026-Q3'],
  })
  expect(lastQuarter('2027-01-01')).toEqual({
    from: '2026-10-01',
    periods: ['2026-10', '2026-11', '2026-12', '2026-Q4'],
  })
  expect(lastQuarter('2026-04-01').periods.every((one) => appraisalPeriod.test(one))).toBe(true)
})
