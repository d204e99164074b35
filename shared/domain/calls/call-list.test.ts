import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import type { Standing, StandingState } from '../cadence/compliance'
import { codesOf } from '../vocabulary'
import { callEntry, type CallAttempt } from './call-list'
import { callResultLabel } from './vocabulary'

const today = '2026-11-21'

const standing = (state: StandingState, kinds: Standing['kinds']): Standing => ({
  duty: 'phone',
  kinds,
  period: 'month',
  change: null,
  ruleId: 1,
  title: '',
  state,
  open: { from: '2026-11-01', to: '2026-11-30', needed: 1, done: 0, daysLeft: 9 },
  lastClosed: { from: '2026-10-01', to: '2026-10-31', needed: 1, done: 0, missed: true },
})
const owed = standing('due', ['phone', 'home'])
const failed = (daysAgo: number, againIn: number | null): CallAttempt => ({
  day: addDays(today, -daysAgo),
  result: 'noAnswer',
  againOn: againIn === null ? null : addDays(today, againIn),
})

describe('the call list', () => {
  it('names nobody whose duty only a visit can meet', () => {
    const facts = { attempts: [], lastContact: null }
    expect(callEntry({ ...facts, standings: [standing('overdue', ['home'])] }, today)).toBeNull()
    expect(callEntry({ ...facts, standings: [standing('due', ['child'])] }, today)?.state).toBe(
      'due',
    )
  })

  it('leaves somebody in peace until the promised day, unless the duty is overdue', () => {
    const later = { attempts: [failed(1, 2)], lastContact: null }
    expect(callEntry({ ...later, standings: [owed] }, today)).toBeNull()
    const overdue = standing('overdue', ['phone'])
    expect(callEntry({ ...later, standings: [overdue] }, today)?.state).toBe('overdue')
    const now = { attempts: [failed(1, 0)], lastContact: null }
    expect(callEntry({ ...now, standings: [] }, today)).toMatchObject({ state: 'again', tries: 1 })
  })

  it('forgets a promise that a later contact has overtaken, known to the day or only to the month', () => {
    const attempts = [failed(30, -5)]
    for (const lastContact of ['2026-11-03', '2026-11']) {
      expect(callEntry({ standings: [], attempts, lastContact }, today)).toBeNull()
    }
  })

  it('counts only attempts since the last contact, and never those that were answered', () => {
    const attempt = fc.record({
      day: fc.integer({ min: 0, max: 60 }).map((ago) => addDays(today, -ago)),
      result: fc.constantFrom(...codesOf(callResultLabel)),
      againOn: fc.option(fc.integer({ min: -30, max: 30 }).map((days) => addDays(today, days))),
    })
    fc.assert(
      fc.property(
        fc.array(attempt).map((list) => list.sort((a, b) => (a.day < b.day ? -1 : 1))),
        fc.option(fc.integer({ min: 0, max: 60 }).map((ago) => addDays(today, -ago))),
        (attempts, lastContact) => {
          const overdue = standing('overdue', ['phone'])
          const entry = callEntry({ standings: [overdue], attempts, lastContact }, today)!
          const missed = attempts.filter((one) => one.result !== 'answered')
          const recent = missed.filter((one) => lastContact === null || one.day >= lastContact)
          expect(entry.tries).toBe(recent.length)
          expect(entry.last).toBe(attempts.at(-1) ?? null)
        },
      ),
    )
  })
})
