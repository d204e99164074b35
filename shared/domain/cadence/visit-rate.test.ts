import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Period } from '@shared/domain/vocabulary'
import { heavier, someContacts, someDay, someFacts, somePolicy } from './arbitraries'
import { tally } from './obligations'
import { type CadencePolicy, type CadenceRule, nationalMonthlyVisit, townshipSet } from './rules'
import { binds, isExempt, slowDone, slowNeed, windowDaysAround } from './slow-model'
import {
  specialHardship,
  visitRate,
  visitRatePlan,
  type VisitRatePlan,
  visitsThatCount,
} from './visit-rate'

const policyOf = (rules: readonly CadenceRule[]): CadencePolicy => ({
  rules,
  credits: [],
  rateScopes: [],
})

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
  changes: [],
})

describe('月探访率', () => {
  it('agrees with a count by hand over random rules and lives', () => {
    fc.assert(
      fc.property(
        somePolicy,
        fc.array(fc.tuple(someFacts, someContacts), { maxLength: 4 }),
        someDay,
        (policy, people, day) => {
          const { credits } = policy
          const rules = policy.rules.filter(({ period }) => period !== 'change')
          const plan = visitRatePlan(policy, day)
          const rate = visitRate(
            plan,
            people.map(([facts, contacts]) => ({
              scope: visitsThatCount(plan, facts),
              done: tally(plan.counts, contacts),
            })),
          )
          const month = windowDaysAround('month', day)
          const alike = (one: (typeof rules)[number]) => (other: (typeof rules)[number]) =>
            one.duty === other.duty &&
            one.period === other.period &&
            String(one.kinds) === String(other.kinds)
          const holds = (one: { from: string | null; to: string | null }, day: string) =>
            (one.from ?? day) <= day && (one.to ?? day) >= day
          const scope = policy.rateScopes
            .filter((one) => holds(one, month[0]!))
            .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : Number(a.from !== b.from)))
            .at(-1)?.who
          const measured = people.filter(
            ([facts]) =>
              scope !== 'specialHardship' ||
              month.some((day) =>
                facts.categories.some(
                  (one) => specialHardship.includes(one.category) && holds(one, day),
                ),
              ),
          )
          const binding = measured.map(([facts, contacts]) =>
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
                  const window = windowDaysAround(rule.period as Period, day)
                  return slowNeed(rules.filter(alike(rule)), facts, window) > 0
                }),
              )
              .map((rule) => slowDone(rule, credits, contacts, month, day).length > 0),
          )
          expect(rate.scope).toBe(binding.filter((visits) => visits.length > 0).length)
          expect(rate.visited).toBe(binding.filter((visits) => visits.some(Boolean)).length)
          expect(rate.rate).toBe(rate.scope === 0 ? null : rate.visited / rate.scope)
        },
      ),
      { numRuns: heavier(600) },
    )
  })

  it('leaves out who came too late in the month to need a visit', () => {
    const plan = visitRatePlan(policyOf(national), '2026-11-30')
    const done = tally(plan.counts, [{ kind: 'home', date: '2026-11', typedOn: '2026-12-02' }])
    const none = plan.counts.map(() => 0)
    const people = [
      { facts: elderSince('2026-01-01'), done },
      { facts: elderSince('2026-11-01'), done: none },
      { facts: elderSince('2026-11-02'), done },
    ].map(({ facts, done }) => ({ scope: visitsThatCount(plan, facts), done }))
    expect(visitRate(plan, people)).toMatchObject({ scope: 2, visited: 1, rate: 0.5 })
  })

  it('measures the six groups only, in the months the office says so', () => {
    const policy: CadencePolicy = {
      ...policyOf(national),
      rateScopes: [{ who: 'specialHardship', from: '2026-11-01', to: null }],
    }
    const alone = {
      ...elderSince('2026-01-01'),
      categories: [{ category: 'livingAlone' as const, from: '2026-11-20', to: null }],
    }
    const people = (plan: VisitRatePlan) =>
      [elderSince('2026-01-01'), alone].map((facts) => ({
        scope: visitsThatCount(plan, facts),
        done: plan.counts.map(() => 1),
      }))
    const november = visitRatePlan(policy, '2026-11-30')
    expect(visitRate(november, people(november))).toMatchObject({ scope: 1 })
    expect(november.basis).toContain('独居、空巢、留守、失能、重残、计生特殊家庭')
    const october = visitRatePlan(policy, '2026-10-31')
    expect(visitRate(october, people(october))).toMatchObject({ scope: 2 })
  })

  it('names its rules and kinds, and says so where there is none', () => {
    const { basis } = visitRatePlan(policyOf(national), '2026-11-30')
    expect(basis).toContain('每月至少探访 1 次')
    expect(basis).toContain('电话、入户、视频、代访')
    const calls = townshipSet.rules.map((rule) => ({
      ...rule,
      id: 1,
      from: '2020-01-01',
      to: null,
    }))
    const empty = visitRatePlan(policyOf(calls), '2026-11-30')
    expect(
      visitRate(empty, [{ scope: visitsThatCount(empty, elderSince('2020-01-01')), done: [] }]),
    ).toEqual({
      scope: 0,
      visited: 0,
      rate: null,
      basis: '本月没有生效的探访规则，不计算月探访率。',
    })
  })
})
