import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, startOf, weekday } from '../calendar/days'
import { holdsOn } from '../periods'
import { promisedIn, type PlannedService } from './plan'

const plan = fc
  .record({
    start: fc.nat(900),
    length: fc.option(fc.nat(200)),
    count: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ start, length, count }) => {
    const from = addDays('2025-01-01', start)
    return { from, to: length === null ? null : addDays(from, length), count }
  })
const day = fc.nat(1000).map((after) => addDays('2025-01-01', after))

/** Goes through every day: a week is met once, by the month that holds its Monday. */
function slowly(every: 'week' | 'month', one: Omit<PlannedService, 'every'>, of: string): number {
  let met = 0
  const month = of.slice(0, 7)
  for (let at = `${month}-01`; at.startsWith(month); at = addDays(at, 1)) {
    if (every === 'month') {
      if (holdsOn(one, at)) return one.count
    } else if (startOf('week', at) === at) {
      if (Array.from({ length: 7 }, (_, n) => addDays(at, n)).some((each) => holdsOn(one, each)))
        met += one.count
    }
  }
  return met
}

describe('what a service plan promises', () => {
  it.each(['week', 'month'] as const)('is what going through the days says, by the %s', (every) => {
    fc.assert(
      fc.property(plan, day, (one, of) => {
        expect(promisedIn({ ...one, every }, of)).toBe(slowly(every, one, of))
      }),
    )
  })

  it('promises every week of a year once', () => {
    const lasting: PlannedService = { from: '2020-01-01', to: null, count: 1, every: 'week' }
    const year = Array.from({ length: 12 }, (_, n) =>
      promisedIn(lasting, addMonths('2026-01-01', n)),
    )
    // 52 Mondays from 2026-01-05 to 2026-12-28.
    expect(weekday('2026-01-05')).toBe(weekday('2026-12-28'))
    expect(year.reduce((sum, one) => sum + one, 0)).toBe(52)
  })
})
