import { array, assert, constantFrom, integer, property, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import { serviceKindLabel } from '../services/vocabulary'
import { codesOf } from '../vocabulary'
import {
  fireNoticeDays,
  fireStandingOn,
  lackingServices,
  nextFireCheck,
  usualStationStandards,
} from './standards'
import { fireResultLabel, stationKindLabel } from './vocabulary'

const start = '2026-01-01'
const day = integer({ min: 0, max: 700 }).map((count) => addDays(start, count))
const check = record({ day, result: constantFrom(...codesOf(fireResultLabel)), nextOn: day })

describe('站点要求', () => {
  it('asks the number of kinds, not of entries, and only of the kinds the office named', () => {
    assert(
      property(
        constantFrom(...codesOf(stationKindLabel)),
        subarray(codesOf(serviceKindLabel)),
        subarray(codesOf(stationKindLabel)),
        integer({ min: 0, max: 7 }),
        (kind, services, leastServicesOf, leastServices) => {
          const standards = { ...usualStationStandards, leastServices, leastServicesOf }
          const lacking = lackingServices(standards, { kind, services: [...services, ...services] })
          expect(lacking > 0).toBe(
            leastServicesOf.includes(kind) && services.length < leastServices,
          )
          expect(lacking === 0 || lacking + services.length === leastServices).toBe(true)
        },
      ),
    )
  })

  it('gives half a year after a check that passed and fifteen days after one that did not', () => {
    expect(nextFireCheck(usualStationStandards, '2026-08-31', 'passed')).toBe('2027-02-28')
    expect(nextFireCheck(usualStationStandards, '2026-08-31', 'failed')).toBe('2026-09-15')
  })

  it('is judged by the last check that had been done by the day, in whatever order they were typed in', () => {
    assert(
      property(array(check, { maxLength: 6 }), day, (checks, today) => {
        const { standing, last } = fireStandingOn(checks, today)
        // Counted slowly: walk back day by day until some check was done.
        let found: (typeof checks)[number] | undefined
        for (let at = today; at >= start && !found; at = addDays(at, -1))
          found = checks.findLast((one) => one.day === at)
        expect(last).toEqual(found ?? null)
        if (!found) expect(standing).toBe('never')
        else if (found.nextOn < today) expect(standing).toBe('overdue')
        else expect(standing).toBe(found.nextOn <= addDays(today, fireNoticeDays) ? 'due' : 'met')
      }),
    )
  })
})
