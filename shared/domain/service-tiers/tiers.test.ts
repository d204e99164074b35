import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullYears } from '../calendar/age'
import { askedDay, forgottenFacts, knownFacts } from '../criteria/arbitraries'
import type { CriterionFacts } from '../criteria/facts'
import type { Category } from '../vocabulary'
import { decideTier, type TierOverride } from './decide'
import { defaultTierScheme, tierSchemeOn, type TierScheme } from './scheme'
import type { ChargedTier, FreeReading } from './vocabulary'

const under = (reading: FreeReading): TierScheme => ({ ...defaultTierScheme, reading })
const readings = fc.constantFrom<FreeReading>('everyGroup', 'subsistenceAllowance')

/** The sentences of the published plan, one after the other, for people of whom all is known. */
function plainTier(facts: CriterionFacts, reading: FreeReading): ChargedTier | null {
  const is = (category: Category): boolean => facts.categories.get(category)!.holds
  const age = fullYears(facts.birth!, askedDay, 'onBirthday')
  const nobodyNear = facts.family.every(({ absence }) => absence!.scope !== 'insideCounty')
  const threeConditions = age >= 70 && is('incapacitated') && nobodyNear

  const others = is('specialCare') || is('threeNoes') || is('fiveVeterans') || is('centenarian')
  if (reading === 'everyGroup') {
    if (threeConditions && (is('subsistenceAllowance') || others)) return 'free'
  } else if ((is('subsistenceAllowance') && threeConditions) || others) return 'free'

  if (is('emptyNest') && is('incapacitated')) return 'lowCost'
  const relieved = facts.reliefKinds.some((kind) =>
    [
      'subsistenceAllowance',
      'marginalIncome',
      'rigidExpenditure',
      'extremePoverty',
      'temporary',
    ].includes(kind),
  )
  if (is('emptyNest') && age >= 80 && !relieved) return 'lowCost'
  const hard = is('marginalIncome') || is('rigidExpenditure') || is('povertyMonitored')
  if (age >= 60 && hard && facts.incomeSources.length > 0) return 'lowCost'

  const paying = ['pension', 'childrenSupport', 'relativesSupport', 'savings']
  const canPay = facts.incomeSources.some((source) => paying.includes(source))
  if (age >= 60 && canPay && facts.serviceNeeds.includes('dailyLiving')) return 'paid'
  return null
}

describe('服务类别', () => {
  it('is what the sentences of the plan say, under both readings of 无偿', () => {
    fc.assert(
      fc.property(knownFacts, readings, (facts, reading) => {
        const decision = decideTier(facts, [], under(reading), askedDay)
        expect(decision.tier).toBe(plainTier(facts, reading))
        expect(decision.unknown).toEqual([])
        const age = fullYears(facts.birth!, askedDay, 'onBirthday')
        expect(decision.volunteer.holds).toBe(age >= 60)
      }),
      { numRuns: 3000 },
    )
  })

  it('is never worse under the reading that binds 低保 only', () => {
    const rank = (tier: ChargedTier | null): number =>
      tier === null ? 9 : ['free', 'lowCost', 'paid'].indexOf(tier)
    fc.assert(
      fc.property(knownFacts, (facts) => {
        const strict = decideTier(facts, [], under('everyGroup'), askedDay)
        const wide = decideTier(facts, [], under('subsistenceAllowance'), askedDay)
        expect(rank(wide.tier)).toBeLessThanOrEqual(rank(strict.tier))
      }),
      { numRuns: 1000 },
    )
  })

  it('gives no tier that a missing fact could still make worse, and says what could better it', () => {
    fc.assert(
      fc.property(forgottenFacts, readings, ({ known, real }, reading) => {
        // A forgotten level of disability leaves a relief kind behind, which is another person.
        const person = { ...real, reliefKinds: known.reliefKinds }
        const decided = decideTier(known, [], under(reading), askedDay)
        const later = decideTier(person, [], under(reading), askedDay)
        const order = [null, 'paid', 'lowCost', 'free']
        expect(order.indexOf(later.tier)).toBeGreaterThanOrEqual(order.indexOf(decided.tier))
        if (decided.unknown.length === 0) expect(later.tier).toBe(decided.tier)
      }),
      { numRuns: 3000 },
    )
  })

  it('says of every better tier why it is not given', () => {
    fc.assert(
      fc.property(knownFacts, readings, (facts, reading) => {
        const { tier, better } = decideTier(facts, [], under(reading), askedDay)
        const named = new Set(better.map((refusal) => refusal.tier))
        const expected =
          tier === null
            ? ['free', 'lowCost', 'paid']
            : { free: [], lowCost: ['free'], paid: ['free', 'lowCost'] }[tier]
        expect([...named]).toEqual(expected)
        for (const { reason } of better) expect(reason).not.toBe('')
      }),
    )
  })

  it('obeys the office from the first day of its word to the last, and keeps what was computed', () => {
    const override: TierOverride = {
      tier: 'free',
      reason: '民政所会议',
      from: '2026-03-01',
      to: '2026-06-30',
    }
    fc.assert(
      fc.property(knownFacts, (facts) => {
        const on = (day: string) => decideTier(facts, [override], defaultTierScheme, day)
        expect(on('2026-03-01')).toMatchObject({ tier: 'free', reason: '人工认定：民政所会议' })
        expect(on('2026-06-30').overridden?.computed.tier).toBe(
          decideTier(facts, [], defaultTierScheme, '2026-06-30').tier,
        )
        for (const day of ['2026-02-28', '2026-07-01']) expect(on(day).overridden).toBeNull()
      }),
    )
  })
})

describe('服务类别规则', () => {
  it('is the one of its day: an earlier day keeps the earlier reading', () => {
    const old: TierScheme = { ...under('everyGroup'), from: '2025-01-01', to: '2025-12-31' }
    const now: TierScheme = { ...under('subsistenceAllowance'), from: '2026-01-01', to: null }
    expect(tierSchemeOn([old, now], '2025-12-31')).toBe(old)
    expect(tierSchemeOn([old, now], '2026-01-01')).toBe(now)
    expect(tierSchemeOn([old, now], '2024-12-31')).toBe(defaultTierScheme)
  })
})
