import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/calendar/days'
import { heavier, someSituation } from './arbitraries'
import { countingPlan, standingsOf } from './compliance'
import { historyOf } from './ledger'
import { changeObligationsOf, obligationsOf, tally } from './obligations'
import { nationalMonthlyVisit } from './rules'
import { binds, daysBetween, isLifted, slowDone, slowNeed, windowDaysAround } from './slow-model'

describe('the ledger', () => {
  it('agrees with the slow model window by window', () => {
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const range = { from: addDays(asOf, -90), to: asOf }
        const { rules, credits } = policy
        const entries = historyOf(policy, facts, contacts, range, asOf)
        const expected = obligationsOf(rules).flatMap(({ duty, kinds, period, rules }) => {
          const windows = new Map(
            daysBetween(range.from, range.to).map((day) => {
              const days = windowDaysAround(period, day)
              return [days[0], days]
            }),
          )
          return [...windows.values()].flatMap((days) => {
            const bound = days.filter((day) => rules.some((rule) => binds(rule, facts, day)))
            if (bound.length === 0) return []
            const done = slowDone({ duty, kinds }, credits, contacts, days, asOf)
            const needed = slowNeed(rules, facts, days)
            const exemptDays = bound.filter((day) => isLifted(duty, facts, day)).length
            let result = exemptDays > 0 ? 'exempt' : 'none'
            if (needed > 0) result = days.at(-1)! < asOf ? 'missed' : 'open'
            if (needed > 0 && done.length >= needed) result = 'met'
            return [
              {
                duty,
                kinds,
                period,
                change: null,
                from: days[0],
                to: days.at(-1),
                needed,
                done: done.length,
                late: done.filter((contact) => contact.typedOn > days.at(-1)!).length,
                exemptDays,
                result,
              },
            ]
          })
        })
        const [byChange, byWindow] = [true, false].map((changed) =>
          entries.filter(({ change }) => (change !== null) === changed),
        )
        expect(byWindow).toEqual(expected)
        const opened = changeObligationsOf(rules).flatMap(({ duty, kinds, rules }) =>
          facts.changes
            .filter(({ date }) => date >= range.from && date <= asOf)
            .filter(({ date }) => rules.some((rule) => binds(rule, facts, date)))
            .map((change) => {
              const days = [change.date, addDays(change.date, 1)]
              const lifted = days.every((day) => isLifted(duty, facts, day))
              const done = slowDone({ duty, kinds }, credits, contacts, days, asOf).length
              const late = days[1]! < asOf ? 'missed' : 'open'
              return [change.date, done, lifted ? 'exempt' : done > 0 ? 'met' : late].join(' ')
            }),
        )
        expect(
          byChange!.map(({ from, done, result }) => [from, done, result].join(' ')).sort(),
        ).toEqual(opened.sort())
      }),
      { numRuns: heavier(300) },
    )
  })

  it('shows the windows that the standing of the day speaks of', () => {
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const plan = countingPlan(policy, asOf)
        const standings = standingsOf(plan, facts, tally(plan.counts, contacts), contacts)
        for (const standing of standings.filter(({ change }) => change === null)) {
          const { open, lastClosed } = standing
          const range = { from: lastClosed.from, to: asOf }
          const entries = historyOf(policy, facts, contacts, range, asOf).filter(
            (entry) =>
              entry.duty === standing.duty &&
              entry.period === standing.period &&
              String(entry.kinds) === String(standing.kinds),
          )
          const now = entries.find((entry) => entry.from === open.from)
          expect([now?.needed, now?.done]).toEqual([open.needed, open.done])
          const then = entries.find((entry) => entry.from === lastClosed.from)
          if (then) expect(then.result === 'missed').toBe(lastClosed.missed)
          else expect(lastClosed.needed).toBe(0)
        }
      }),
    )
  })

  it('keeps an old month by the rule of its day and shows late entry', () => {
    const shape = nationalMonthlyVisit.rules[0]!
    const rules = [
      { ...shape, id: 1, from: '2026-01-01', to: '2026-08-31' },
      { ...shape, id: 2, count: 2, from: '2026-09-01', to: null },
    ]
    const facts = {
      statuses: [{ status: 'active' as const, from: '2025-01-01', to: null }],
      groups: [{ group: 'elder' as const, from: '2025-01-01', to: null }],
      categories: [],
      risks: [],
      exemptions: [{ from: '2026-10-01', to: '2026-10-31' }],
      changes: [],
    }
    const contacts = [
      { kind: 'home' as const, date: '2026-08-12', typedOn: '2026-09-03' },
      { kind: 'phone' as const, date: '2026-09-12', typedOn: '2026-09-12' },
    ]
    const range = { from: '2026-08-01', to: '2026-12-31' }
    const ledger = historyOf(
      { rules, credits: [], rateScopes: [] },
      facts,
      contacts,
      range,
      '2026-11-21',
    )
    expect(
      ledger.map(({ from, needed, done, late, result }) => [from, needed, done, late, result]),
    ).toEqual([
      ['2026-08-01', 1, 1, 1, 'met'],
      ['2026-09-01', 2, 1, 0, 'missed'],
      ['2026-10-01', 0, 0, 0, 'exempt'],
      ['2026-11-01', 2, 0, 0, 'open'],
    ])
  })
})
