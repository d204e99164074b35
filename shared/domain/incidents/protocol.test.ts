import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import { allowsOnly } from '../ledgers/machine-check'
import { incidentMachine } from './machine'
import {
  defaultProtocol,
  dutiesOf,
  dutyStandings,
  hoursAfter,
  nextDeadline,
  type DoneStep,
} from './protocol'

describe('the machine of incidents', () => {
  allowsOnly(incidentMachine, [
    'handling close closed',
    'handling mistake mistaken',
    'closed reopen handling',
    'mistaken reopen handling',
  ])
})

describe('the duties of an incident', () => {
  const steps = (kind: string, isChild = false) =>
    dutiesOf(defaultProtocol, { kind, isChild }).map(({ label }) => label)

  it('tells the police of a crime, of a wanderer, and of everything that befalls a child', () => {
    expect(steps('criticalIllness')).toEqual(['紧急处置', '通知子女', '报村', '报镇', '报县'])
    expect(steps('harmed')).toContain('报公安')
    expect(steps('criticalIllness', true)).toContain('报公安')
  })

  it('counts hours over midnight, month and leap day as the wall clock does', () => {
    expect(hoursAfter('2026-11-21T23:30', 1)).toBe('2026-11-22T00:30')
    expect(hoursAfter('2028-02-28T12:00', 24)).toBe('2028-02-29T12:00')
    expect(hoursAfter('2026-12-31T20:15', 6)).toBe('2027-01-01T02:15')
    const clock = record({
      at: integer({ min: 0, max: 2_000_000 }),
      hours: integer({ min: 0, max: 400 }),
    })
    assert(
      property(clock, ({ at, hours }) => {
        const start = Date.UTC(2026, 0, 1) + at * 60_000
        const text = (time: number): string => new Date(time).toISOString().slice(0, 16)
        expect(hoursAfter(text(start), hours)).toBe(text(start + hours * 3_600_000))
      }),
    )
  })

  it('stands as a plain look at every step says, whatever was done in whatever order', () => {
    const discovered = { day: '2026-11-20', time: '08:00' }
    const duties = dutiesOf(defaultProtocol, { kind: 'harmed', isChild: false })
    const step = record({
      step: constantFrom('rescue', 'tellChildren', 'tellTown', 'progress'),
      outcome: constantFrom('done' as const, 'skipped' as const),
      day: integer({ min: 0, max: 3 }).map((after) => addDays(discovered.day, after)),
      time: option(constantFrom('00:10', '08:30', '09:00', '13:59', '14:01', '23:59')),
    })
    assert(
      property(array(step, { maxLength: 8 }), integer({ min: 0, max: 60 }), (done, hours) => {
        const now = hoursAfter('2026-11-20T08:00', hours)
        const standings = dutyStandings(duties, done as DoneStep[], discovered, now)
        for (const { step: name, state, deadline } of standings) {
          const own = done.filter((one) => one.step === name)
          if (own.length === 0) expect(state).toBe(deadline < now ? 'overdue' : 'pending')
          else expect(['done', 'late', 'skipped']).toContain(state)
        }
        const open = standings.filter(({ state }) => state === 'pending' || state === 'overdue')
        expect(nextDeadline(standings)).toBe(
          open.length === 0 ? null : open.map(({ deadline }) => deadline).toSorted()[0],
        )
      }),
    )
  })

  it('keeps a step that was done too late late, and gives an unknown hour its whole day', () => {
    const duties = [{ step: 'tellTown', label: '报镇', withinHours: 6 }]
    const at = (day: string, time: string | null) =>
      dutyStandings(
        duties,
        [{ step: 'tellTown', outcome: 'done', day, time }],
        { day: '2026-11-20', time: '08:00' },
        '2026-11-25T00:00',
      )[0]!.state
    expect(at('2026-11-20', '14:00')).toBe('done')
    expect(at('2026-11-20', '14:01')).toBe('late')
    expect(at('2026-11-20', null)).toBe('done')
    expect(at('2026-11-21', null)).toBe('late')
  })
})
