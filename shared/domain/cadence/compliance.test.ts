import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/calendar/days'
import type { Period } from '@shared/domain/vocabulary'
import { heavier, someSituation } from './arbitraries'
import {
  countingPlan,
  gravestState,
  leadingStandings,
  type Standing,
  standingsOf,
} from './compliance'
import type { CadenceFacts } from './coverage'
import { type CountedContact, tally } from './obligations'
import {
  type CadencePolicy,
  type CadenceRule,
  type Credit,
  nationalMonthlyVisit,
  proofOfLife,
  type RulePreset,
  tieredSet,
  townshipSet,
} from './rules'
import {
  binds,
  isExempt,
  isLifted,
  slowChangeState,
  slowDone,
  slowNeed,
  windowDaysAround,
} from './slow-model'

const adopted = (preset: RulePreset, from = '2020-01-01'): CadenceRule[] =>
  preset.rules.map((rule, index) => ({ ...rule, id: index + 1, from, to: null }))

const elder = (facts: Partial<CadenceFacts> = {}): CadenceFacts => ({
  statuses: [{ status: 'active', from: '2020-01-01', to: null }],
  groups: [{ group: 'elder', from: '2020-01-01', to: null }],
  categories: [],
  risks: [],
  exemptions: [],
  changes: [],
  ...facts,
})

const onDays = (kind: CountedContact['kind'], ...dates: string[]): CountedContact[] =>
  dates.map((date) => ({ kind, date, typedOn: '2026-11-21' }))

const policyOf = (
  rules: readonly CadenceRule[],
  credits: readonly Credit[] = [],
): CadencePolicy => ({ rules, credits, rateScopes: [] })

const evaluateUnder = (
  policy: CadencePolicy,
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  asOf: string,
): Standing[] => {
  const plan = countingPlan(policy, asOf)
  return standingsOf(plan, facts, tally(plan.counts, contacts), contacts)
}

const evaluate = (
  rules: readonly CadenceRule[],
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  asOf: string,
): Standing[] => evaluateUnder(policyOf(rules), facts, contacts, asOf)

const stateOn = (asOf: string, contacts: CountedContact[], facts = elder()): string =>
  gravestState(evaluate(adopted(nationalMonthlyVisit), facts, contacts, asOf))

describe('standings against the slow model', () => {
  it('agree over random rules, lives, exemptions and partial dates', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const { credits } = policy
        const rules = policy.rules.filter(({ period }) => period !== 'change')
        const all = evaluateUnder(policy, facts, contacts, asOf)
        const standings = all.filter(({ change }) => change === null)
        const bound = rules.filter((rule) => binds(rule, facts, asOf))
        const sameWindows = (
          one: CadenceRule,
          other: Pick<Standing, 'duty' | 'kinds' | 'period'>,
        ) =>
          one.duty === other.duty &&
          one.period === other.period &&
          String(one.kinds) === String(other.kinds)

        // every rule that binds today is answered for, and nothing else
        for (const rule of bound) {
          expect(standings.filter((one) => sameWindows(rule, one))).toHaveLength(1)
        }
        for (const standing of standings) {
          const { open, lastClosed, state } = standing
          const period = standing.period as Period
          const strictest = bound
            .filter((rule) => sameWindows(rule, standing))
            .toSorted((a, b) => b.count - a.count || a.id - b.id)
          expect(standing.ruleId).toBe(strictest[0]!.id)

          const together = rules.filter((rule) => sameWindows(rule, standing))
          const openDays = windowDaysAround(period, asOf)
          const closedDays = windowDaysAround(period, addDays(openDays[0]!, -1))
          const doneNow = slowDone(standing, credits, contacts, openDays, asOf).length
          const doneThen = slowDone(standing, credits, contacts, closedDays, asOf).length
          const needNow = slowNeed(together, facts, openDays)
          const needThen = slowNeed(together, facts, closedDays)
          expect(open).toEqual({
            from: openDays[0],
            to: openDays.at(-1),
            needed: needNow,
            done: doneNow,
            daysLeft: openDays.filter((day) => day > asOf).length,
          })
          expect(lastClosed).toEqual({
            from: closedDays[0],
            to: closedDays.at(-1),
            needed: needThen,
            done: doneThen,
            missed: doneThen < needThen,
          })
          let expected = 'none'
          if (isLifted(standing.duty, facts, asOf)) expected = 'exempt'
          else if (doneThen < needThen && doneNow === 0) expected = 'overdue'
          else if (doneNow < needNow) expected = 'due'
          else if (needNow > 0) expected = 'met'
          expect(state).toBe(expected)
          seen.add(state)
        }

        const onFile = facts.statuses.some(
          ({ status, from, to }) =>
            status === 'active' && (from ?? asOf) <= asOf && (to ?? asOf) >= asOf,
        )
        const byChange = policy.rules.filter(({ period }) => period === 'change')
        for (const rule of byChange) {
          const together = byChange.filter((one) => sameWindows(one, rule))
          const expected = onFile
            ? (slowChangeState(together, policy, facts, contacts, asOf)?.state ?? null)
            : null
          const found = all.filter((one) => one.change !== null && sameWindows(rule, one))
          expect(found.map(({ state }) => state)).toEqual(expected === null ? [] : [expected])
          if (expected !== null) seen.add(`change ${expected}`)
        }
      }),
      { numRuns: heavier(3000) },
    )
    expect([...seen].sort().join(), 'the random lives reach every state').toBe(
      'change due,change exempt,change met,change overdue,due,exempt,met,none,overdue',
    )
  })

  it('never ask anything of somebody closed, dead or exempt that day', () => {
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const standings = evaluateUnder(policy, facts, contacts, asOf)
        const onFile = facts.statuses.some(
          ({ status, from, to }) =>
            status === 'active' && (from ?? asOf) <= asOf && (to ?? asOf) >= asOf,
        )
        if (!onFile) expect(standings).toEqual([])
        if (!isExempt(facts, asOf)) return
        for (const { duty, state } of standings) {
          // Nothing lifts the proof of being alive.
          if (duty !== 'alive') expect(state).toBe('exempt')
          else expect(state).not.toBe('exempt')
        }
      }),
    )
  })

  it('do not depend on the order of rules or contacts, nor on the day of typing', () => {
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const byKey = (standings: Standing[]) =>
          standings
            .map(
              ({ duty, period, kinds, state, open }) =>
                `${duty} ${period} ${String(kinds)} ${state} ${open.needed}`,
            )
            .sort()
        const typedLater = contacts.map((contact) => ({ ...contact, typedOn: '2030-01-01' }))
        const turned = {
          ...policy,
          rules: policy.rules.toReversed(),
          credits: policy.credits.toReversed(),
        }
        expect(byKey(evaluateUnder(turned, facts, typedLater.toReversed(), asOf))).toEqual(
          byKey(evaluateUnder(policy, facts, contacts, asOf)),
        )
      }),
    )
  })

  it('only get better with one more contact on the day', () => {
    const gravity = ['overdue', 'due', 'met', 'exempt', 'none']
    fc.assert(
      fc.property(someSituation, ([policy, facts, contacts, asOf]) => {
        const more: CountedContact[] = [...contacts, { kind: 'phone', date: asOf, typedOn: asOf }]
        const windows = (standings: Standing[]) => standings.filter((one) => one.change === null)
        const before = evaluateUnder(policy, facts, contacts, asOf)
        const after = evaluateUnder(policy, facts, more, asOf)
        expect(gravity.indexOf(gravestState(after))).toBeGreaterThanOrEqual(
          gravity.indexOf(gravestState(before)),
        )
        for (const [index, standing] of windows(after).entries()) {
          expect(gravity.indexOf(standing.state)).toBeGreaterThanOrEqual(
            gravity.indexOf(windows(before)[index]!.state),
          )
        }
      }),
    )
  })
})

describe('the national monthly visit', () => {
  it.each([
    ['seen this month', onDays('home', '2026-11-03'), 'met'],
    ['seen last month, not yet this month', onDays('phone', '2026-10-31'), 'due'],
    ['seen neither month', onDays('phone', '2026-09-30'), 'overdue'],
    ['this month known by its name only', onDays('video', '2026-11'), 'met'],
    ['a year alone proves no month', onDays('video', '2026'), 'overdue'],
    ['a day without its year proves none', onDays('proxy', '--11-05'), 'overdue'],
    ['a call to the children is not a visit', onDays('child', '2026-11-05'), 'overdue'],
  ])('%s', (_case, contacts, state) => {
    expect(stateOn('2026-11-21', contacts)).toBe(state)
  })

  it('turns overdue on the first day after a missed month, not before', () => {
    const seen = onDays('phone', '2026-09-12')
    expect(stateOn('2026-10-31', seen)).toBe('due')
    expect(stateOn('2026-11-01', seen)).toBe('overdue')
  })

  it('forgives a miss once something was done since', () => {
    expect(stateOn('2026-12-01', onDays('phone', '2026-11-30'))).toBe('due')
  })

  it('asks nothing for a month cut by entry, and no miss follows from it', () => {
    const entered = elder({ statuses: [{ status: 'active', from: '2026-10-20', to: null }] })
    expect(stateOn('2026-10-25', [], entered)).toBe('none')
    expect(stateOn('2026-11-10', [], entered)).toBe('due')
  })

  it('asks a full window of somebody on file on every day of it', () => {
    const entered = elder({ statuses: [{ status: 'active', from: '2026-10-01', to: null }] })
    expect(stateOn('2026-11-01', [], entered)).toBe('overdue')
  })

  it('asks nothing after death, and nothing of the month it cut', () => {
    const dead = elder({
      statuses: [
        { status: 'active', from: '2020-01-01', to: '2026-11-10' },
        { status: 'deceased', from: '2026-11-11', to: null },
      ],
    })
    expect(evaluate(adopted(nationalMonthlyVisit), dead, [], '2026-11-21')).toEqual([])
  })

  it('exempts while the exemption lasts, and cuts the month by it afterwards', () => {
    const away = elder({ exemptions: [{ from: '2026-10-05', to: '2026-11-09' }] })
    expect(stateOn('2026-11-09', [], away)).toBe('exempt')
    expect(stateOn('2026-11-10', [], away)).toBe('none')
    expect(stateOn('2026-12-01', [], away)).toBe('due')
  })
})

describe('the township set', () => {
  const rules = adopted(townshipSet)

  it('asks each duty by its own window', () => {
    const contacts = [
      ...onDays('phone', '2026-11-02', '2026-11-09', '2026-11-16'),
      ...onDays('phone', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'),
      ...onDays('home', '2026-10-08', '2026-11-05', '2026-11-19'),
      ...onDays('checkup', '2026-04'),
    ]
    const standings = evaluate(rules, elder(), contacts, '2026-11-21')
    expect(standings.map(({ duty, state, open }) => [duty, state, open.done, open.needed])).toEqual(
      [
        ['phone', 'due', 3, 4],
        ['home', 'met', 3, 3],
        ['child', 'overdue', 0, 3],
        ['checkup', 'met', 1, 1],
      ],
    )
  })

  it('rounds a cut window down: entry on 15 November leaves 16 of 30 days, 2 of 4 calls', () => {
    const entered = elder({ statuses: [{ status: 'active', from: '2026-11-15', to: null }] })
    const [phone] = evaluate(rules, entered, [], '2026-11-21')
    expect(phone?.open.needed).toBe(2)
  })
})

describe('stacked rules', () => {
  const monthly = adopted(nationalMonthlyVisit)[0]!
  const weekly: CadenceRule = {
    ...monthly,
    id: 9,
    title: '高风险每周一次',
    riskLevel: 'high',
    period: 'week',
  }
  const fourMonthly: CadenceRule = { ...monthly, id: 8, riskLevel: 'high', count: 4 }
  const atRisk = elder({ risks: [{ level: 'high', from: '2026-11-16', to: null }] })

  it('of one window ask for the strictest of each day', () => {
    // 15 days at one, 15 days at four: 75 ÷ 30
    const [visit] = evaluate([monthly, fourMonthly], atRisk, [], '2026-11-21')
    expect(visit?.ruleId).toBe(8)
    expect(visit?.open.needed).toBe(2)
  })

  it('of different windows stand beside each other, and the gravest leads its duty', () => {
    const standings = evaluate(
      [monthly, weekly],
      atRisk,
      onDays('home', '2026-11-17'),
      '2026-11-24',
    )
    expect(standings.map(({ period, state }) => [period, state])).toEqual([
      ['month', 'met'],
      ['week', 'due'],
    ])
    expect(leadingStandings(standings).map(({ ruleId }) => ruleId)).toEqual([9])
  })

  it('go on through a change of rule: an old miss is not forgotten by ending one and adopting another', () => {
    const before: CadenceRule = { ...monthly, to: '2026-11-09' }
    const after: CadenceRule = { ...monthly, id: 2, from: '2026-11-10' }
    expect(gravestState(evaluate([before, after], elder(), [], '2026-11-21'))).toBe('overdue')
  })
})

describe('credits', () => {
  const rules = adopted(townshipSet).filter(({ duty }) => duty === 'phone')
  const from = '2026-11-01'

  it('let one kind count for another from their first day on, and never before', () => {
    const policy = policyOf(rules, [{ kind: 'home', duty: 'phone', from: '2026-11-10', to: null }])
    const homes = onDays('home', '2026-11-09', '2026-11-10', '2026-11-11')
    const [phone] = evaluateUnder(policy, elder(), homes, '2026-11-21')
    expect(phone?.open.done).toBe(2)
  })

  it('do not count a contact twice that counts already, however many credits name it', () => {
    const twice: Credit[] = [
      { kind: 'phone', duty: 'phone', from, to: null },
      { kind: 'video', duty: 'phone', from, to: '2026-11-15' },
      { kind: 'video', duty: 'phone', from: '2026-11-12', to: null },
    ]
    const contacts = [...onDays('phone', '2026-11-02'), ...onDays('video', '2026-11-14', '2026-11')]
    const [phone] = evaluateUnder(policyOf(rules, twice), elder(), contacts, '2026-11-21')
    expect(phone?.open.done).toBe(3)
  })

  it('do not pass on: what counts as a call does not count as what a call counts as', () => {
    const chain: Credit[] = [
      { kind: 'child', duty: 'phone', from, to: null },
      { kind: 'phone', duty: 'home', from, to: null },
    ]
    const homeRules = adopted(townshipSet).filter(({ duty }) => duty === 'home')
    const [home] = evaluateUnder(
      policyOf(homeRules, chain),
      elder(),
      onDays('child', '2026-11-02'),
      '2026-11-21',
    )
    expect(home?.open.done).toBe(0)
  })
})

describe('proof of being alive', () => {
  const old = elder({
    categories: [{ category: 'advancedAge', from: null, to: null }],
    exemptions: [{ from: '2026-01-01', to: null }],
  })

  it('is owed by somebody exempt from everything else', () => {
    const rules = [
      ...adopted(nationalMonthlyVisit),
      ...adopted(proofOfLife).map((rule) => ({ ...rule, id: 9 })),
    ]
    const standings = evaluate(rules, old, [], '2026-11-21')
    expect(standings.map(({ duty, state }) => [duty, state])).toEqual([
      ['visit', 'exempt'],
      ['alive', 'overdue'],
    ])
    const proven = evaluate(rules, old, onDays('alive', '2026-10-08'), '2026-11-21')
    expect(proven[1]?.state).toBe('met')
  })
})

describe('the day after a major change', () => {
  const rules = adopted(tieredSet)
  const home = (facts: CadenceFacts, asOf: string, contacts: CountedContact[] = []) =>
    evaluate(rules, facts, contacts, asOf).map(({ state, open, change }) => [
      change?.kind,
      state,
      open.from,
      open.to,
    ])
  const discharged = elder({ changes: [{ date: '2026-11-10', kind: 'discharge' }] })

  it.each([
    ['owed on the day itself', '2026-11-10', [], 'due'],
    ['still in time the next day', '2026-11-11', [], 'due'],
    ['late the day after that', '2026-11-12', [], 'overdue'],
    ['answered late is answered', '2026-11-15', ['2026-11-14'], null],
    ['a visit of the day before answers nothing', '2026-11-12', ['2026-11-09'], 'overdue'],
    ['a month that began before it proves nothing', '2026-11-12', ['2026-11'], 'overdue'],
    ['answered in time', '2026-11-11', ['2026-11-11'], 'met'],
  ] as const)('%s', (_case, asOf, dates, state) => {
    const found = home(discharged, asOf, onDays('home', ...dates))
    expect(found).toEqual(state === null ? [] : [['discharge', state, '2026-11-10', '2026-11-11']])
  })

  it('is not asked of changes before the rule, of the dead, or of somebody away both days', () => {
    expect(evaluate(adopted(tieredSet, '2026-11-11'), discharged, [], '2026-11-21')).toEqual([])
    const dead = elder({
      ...discharged,
      statuses: [{ status: 'active', from: '2020-01-01', to: '2026-11-11' }],
    })
    expect(home(dead, '2026-11-21')).toEqual([])
    const away = elder({ ...discharged, exemptions: [{ from: '2026-11-10', to: '2026-11-11' }] })
    expect(home(away, '2026-11-21')).toEqual([])
  })

  it('leads the month it falls in, for lists that name each duty once', () => {
    const stacked = [...rules, ...adopted(nationalMonthlyVisit).map((one) => ({ ...one, id: 9 }))]
    const standings = evaluate(stacked, discharged, onDays('home', '2026-10-20'), '2026-11-11')
    expect(leadingStandings(standings).map(({ change }) => change?.kind)).toEqual(['discharge'])
  })
})

describe('the counting plan', () => {
  it('counts two windows per obligation and each distinct count once', () => {
    const rules = [...adopted(nationalMonthlyVisit), ...adopted(townshipSet)]
    const doubled = [...rules, ...rules.map((rule) => ({ ...rule, id: rule.id + 10, count: 9 }))]
    const plan = countingPlan(policyOf(doubled), '2026-11-21')
    expect(plan.obligations).toHaveLength(5)
    expect(plan.counts).toHaveLength(10)
    expect(plan.counts[0]).toEqual({
      parts: ['phone', 'home', 'video', 'proxy'].map((kind) => ({
        kind,
        ranges: [{ lower: '2026-11', upper: '2026-11-21' }],
      })),
      typedAfter: null,
    })
    expect(plan.counts[1]?.parts[0]?.ranges).toEqual([{ lower: '2026-10', upper: '2026-10-31' }])
  })
})
