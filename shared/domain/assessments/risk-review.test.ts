import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRiskScheme, gradeRisk, riskSchemeOn, type RiskAnswer } from './risk-review'
import { suggestRiskAnswer, type RiskFacts } from './risk-suggestions'

const answers = (...yes: string[]): RiskAnswer[] =>
  defaultRiskScheme.factors.map((factor) => ({
    ...factor,
    holds: yes.includes(factor.code),
    note: null,
  }))

const rank = { general: 0, key: 1, high: 2 }

describe('a risk review', () => {
  it.each([
    [[], 0, 'general'],
    [['livingAlone'], 2, 'general'],
    [['incapacitated'], 3, 'key'],
    [['incapacitated', 'livingAlone'], 5, 'key'],
    [['incapacitated', 'recentEvents'], 6, 'high'],
  ] as const)('with %j weighs %i: %s', (yes, score, level) => {
    expect(gradeRisk(defaultRiskScheme, answers(...yes))).toMatchObject({ score, level })
  })

  it('lists its reasons, heaviest first', () => {
    expect(gradeRisk(defaultRiskScheme, answers('noPhone', 'incapacitated')).reasons).toEqual([
      '失能或半失能（3）',
      '没有电话（1）',
    ])
  })

  it('never falls by one more yes', () => {
    const codes = defaultRiskScheme.factors.map(({ code }) => code)
    fc.assert(
      fc.property(fc.subarray(codes), fc.constantFrom(...codes), (yes, more) => {
        const before = gradeRisk(defaultRiskScheme, answers(...yes))
        const after = gradeRisk(defaultRiskScheme, answers(...yes, more))
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(rank[after.level]).toBeGreaterThanOrEqual(rank[before.level])
      }),
    )
  })

  it('goes by the scheme in force on its day', () => {
    const own = { ...defaultRiskScheme, from: '2026-07-01', highFrom: 9 }
    expect(riskSchemeOn([own], '2026-06-30')).toBe(defaultRiskScheme)
    expect(riskSchemeOn([own], '2026-07-01')).toBe(own)
  })
})

describe('what the file suggests', () => {
  const nothing: RiskFacts = {
    age: null,
    categories: new Map(),
    undecided: new Set(['livingAlone', 'incapacitated', 'partlyIncapacitated']),
    health: null,
    chronicDiseases: [],
    hasNoPhone: false,
    phoneCount: 0,
    housingGrade: null,
    hazardZone: null,
    familyCount: 0,
    familyAtHand: 0,
  }
  const of = (code: string, facts: Partial<RiskFacts> = {}): boolean | null =>
    suggestRiskAnswer(code, { ...nothing, ...facts }).holds

  it('is nothing where the file says nothing', () => {
    for (const { code } of defaultRiskScheme.factors) {
      expect(of(code), code).toBe(code === 'poverty' ? false : null)
    }
    expect(of('a factor of our own')).toBeNull()
    expect(of('constructor')).toBeNull()
  })

  it('comes from the facts on file', () => {
    expect(of('livingAlone', { categories: new Map([['livingAlone', '一人居住']]) })).toBe(true)
    expect(of('livingAlone', { undecided: new Set() })).toBe(false)
    expect(of('aged80', { age: { min: 80, max: 80 } })).toBe(true)
    expect(of('aged80', { age: { min: 79, max: 80 } })).toBeNull()
    expect(of('aged80', { age: { min: 79, max: 79 } })).toBe(false)
    expect(of('severeIllness', { chronicDiseases: ['高血压', '脑梗死'] })).toBe(true)
    expect(of('severeIllness', { chronicDiseases: ['高血压'] })).toBe(false)
    expect(of('noPhone', { hasNoPhone: true })).toBe(true)
    expect(of('noPhone', { phoneCount: 1 })).toBe(false)
    expect(of('unsafeHome', { housingGrade: 'D' })).toBe(true)
    expect(of('unsafeHome', { housingGrade: 'A', hazardZone: '滑坡' })).toBe(true)
    expect(of('unsafeHome', { housingGrade: 'A' })).toBe(false)
    expect(of('noRelatives', { familyCount: 2, familyAtHand: 0 })).toBe(true)
    expect(of('noRelatives', { familyCount: 2, familyAtHand: 1 })).toBe(false)
  })
})
