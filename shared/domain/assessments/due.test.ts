import { describe, expect, it } from 'vitest'
import { amendDueRules, defaultDueRules, nextDue, type DueRule } from './due'
import { abilityScoreOn, latestBy } from './latest'

describe('when an assessment is due again', () => {
  it.each([
    ['gbt42195', 'mild', '2027-11-21'],
    ['gbt42195', 'severe', '2027-05-21'],
    ['gbt42195', 'complete', '2027-05-21'],
    ['riskReview', 'high', '2027-02-21'],
    ['riskReview', 'key', '2027-05-21'],
    ['riskReview', 'general', '2027-11-21'],
  ] as const)('%s %s of 2026-11-21: %s', (kind, level, due) => {
    expect(nextDue(defaultDueRules, kind, level, '2026-11-21')).toBe(due)
  })

  it('goes by the rule of the day it was done, and ends a short month on its last day', () => {
    const rules: DueRule[] = [
      { kind: 'barthel', level: null, months: 12, from: '2020-01-01', to: '2026-06-30' },
      { kind: 'barthel', level: null, months: 3, from: '2026-07-01', to: null },
    ]
    expect(nextDue(rules, 'barthel', 'mild', '2026-06-30')).toBe('2027-06-30')
    expect(nextDue(rules, 'barthel', 'mild', '2026-11-30')).toBe('2027-02-28')
    expect(nextDue(rules, 'gbt42195', 'mild', '2026-11-30')).toBeNull()
  })
})

describe('a changed rule', () => {
  const due = (rules: readonly DueRule[], level: string, day: string) =>
    nextDue(rules, 'gbt42195', level, day)

  it('holds from its day on and leaves the days before as they were', () => {
    const rules = amendDueRules(
      defaultDueRules,
      { kind: 'gbt42195', level: 'severe', months: 3 },
      '2026-07-01',
    )
    expect(due(rules, 'severe', '2026-06-30')).toBe('2026-12-30')
    expect(due(rules, 'severe', '2026-07-01')).toBe('2026-10-01')
    expect(due(rules, 'mild', '2026-07-01')).toBe('2027-07-01')
  })

  it('taken away leaves the level to the rule for all, and that one to nothing', () => {
    const day = '2026-07-01'
    const without = amendDueRules(
      defaultDueRules,
      { kind: 'gbt42195', level: 'severe', months: null },
      day,
    )
    expect(due(without, 'severe', day)).toBe('2027-07-01')
    const none = amendDueRules(without, { kind: 'gbt42195', level: null, months: null }, day)
    expect(due(none, 'severe', day)).toBeNull()
    expect(due(none, 'complete', day)).toBe('2027-01-01')
  })

  it('changed twice from one day is the last change', () => {
    const change = (rules: readonly DueRule[], months: number) =>
      amendDueRules(rules, { kind: 'barthel', level: null, months }, '2026-07-01')
    const rules = change(change(defaultDueRules, 1), 2)
    expect(nextDue(rules, 'barthel', 'mild', '2026-07-01')).toBe('2026-09-01')
    expect(rules.filter(({ kind, level }) => kind === 'barthel' && level === null)).toHaveLength(2)
  })
})

describe('the score in force', () => {
  const facts = [
    { id: 1, scale: 'gbt42195', date: '2025-03-01', score: 80 },
    { id: 2, scale: 'barthel', date: '2026-01-01', score: 40 },
    { id: 3, scale: 'gbt42195', date: '2026-03-01', score: 60 },
    { id: 4, scale: 'gbt42195', date: '2026-03-01', score: 58 },
  ] as const

  it('is the last GB/T 42195 total by the day asked about', () => {
    expect(abilityScoreOn(facts, '2025-02-28')).toBeNull()
    expect(abilityScoreOn(facts, '2026-02-28')).toBe(80)
    expect(abilityScoreOn(facts, '2026-11-21')).toBe(58)
    expect(latestBy(facts, 'barthel', '2026-11-21')?.id).toBe(2)
  })
})
