import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someContacts, someDay, someFacts, someRules } from './arbitraries'
import { tally } from './obligations'
import { nationalMonthlyVisit, townshipSet } from './rules'
import { binds, isExempt, slowDone, slowNeed, windowDaysAround } from './slow-model'
import { visitRate, visitRatePlan } from './visit-rate'

const national = nationalMonthlyVisit.rules.map((rule) => ({
  ...rule,
  id: 1,
  from: '2020-01-01',
  to: null,
}))

const elderSince = (from: string) => ({
  statuses: [{ status: 'active' as const, from, to: null }],
  groups: [{ group: 'elder' as const, from, to: null }],
  categories: [],
  risks: [],
  exemptions: [],
})

describe('月探访率', () => {
  it('agrees with a count by hand over random rules and lives', () => {
    fc.assert(
      fc.property(
        someRules,
        fc.array(fc.tuple(someFacts, someContacts), { maxLength: 4 }),
        someDay,
        (rules, people, day) => {
          const plan = visitRatePlan(rules, day)
          const rate = visitRate(
            plan,
            people.map(([facts, contacts]) => ({ facts, done: tally(plan.counts, contacts) })),
          )
          const month = windowDaysAround('month', day)
          const alike = (one: (typeof rules)[number]) => (other: (typeof rules)[number]) =>
            one.duty === other.duty &&
            one.period === other.period &&
            String(one.kinds) === String(other.kinds)
          const binding = people.map(([facts, contacts]) =>
            rules
              .filter((rule) => rule.duty === 'visit')
              .filter((rule) =>
                month.some(
                  (day) =>
                    !isExempt(facts, day) &&
                    rules.filter(alike(rule)).some((other) => binds(other, facts, day)),
                ),
              )
              .filter((rule) =>
                month.some((day) => {
                  const window = windowDaysAround(rule.period, day)
                  return slowNeed(rules.filter(alike(rule)), facts, window) > 0
                }),
              )
              .map((rule) => slowDone(rule.kinds, contacts, month, day).length > 0),
          )
          expect(rate.scope).toBe(binding.filter((visits) => visits.length > 0).length)
          expect(rate.visited).toBe(binding.filter((visits) => visits.some(Boolean)).length)
          expect(rate.rate).toBe(rate.scope === 0 ? null : rate.visited / rate.scope)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('leaves out who came too late in the month to need a visit', () => {
    const plan = visitRatePlan(national, '2026-11-30')
    const done = tally(plan.counts, [{ kind: 'home', date: '2026-11', typedOn: '2026-12-02' }])
    const none = plan.counts.map(() => 0)
    const people = [
      { facts: elderSince('2026-01-01'), done },
      { facts: elderSince('2026-11-01'), done: none },
      { facts: elderSince('2026-11-02'), done },
    ]
    expect(visitRate(plan, people)).toMatchObject({ scope: 2, visited: 1, rate: 0.5 })
  })

  it('names its rules and kinds, and says so where there is none', () => {
    const { basis } = visitRatePlan(national, '2026-11-30')
    expect(basis).toContain('每月至少探访 1 次')
    expect(basis).toContain('电话、入户、视频、代访')
    const calls = townshipSet.rules.map((rule) => ({
      ...rule,
      id: 1,
      from: '2020-01-01',
      to: null,
    }))
    const empty = visitRatePlan(calls, '2026-11-30')
    expect(visitRate(empty, [{ facts: elderSince('2020-01-01'), done: [] }])).toEqual({
      scope: 0,
      visited: 0,
      rate: null,
      basis: '本月没有生效的探访规则，不计算月探访率。',
    })
  })
})
