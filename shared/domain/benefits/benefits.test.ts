import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullYears, type AgeTurns } from '../calendar/age'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { askedDay, forgottenFacts, knownFacts } from '../criteria/arbitraries'
import { judgeAll } from '../criteria/criterion'
import { catalogueOn, type Benefit } from './catalogue'
import { amountWords, benefitStanding, entitlementOf, recordOn } from './entitlement'
import { benefitPresets } from './presets'
import { turnsAgeOn } from './turning'
import { benefitStateLabel } from './vocabulary'
import { codesOf } from '../vocabulary'

const presetCalled = (code: string): Benefit => benefitPresets.find((one) => one.code === code)!
const bands = (...rates: [number, number | null, number][]): Benefit => ({
  ...presetCalled('oldAgeAllowance'),
  bands: rates.map(([from, upTo, amount]) => ({
    conditions: [{ kind: 'age', from, upTo }],
    amount,
  })),
})
const anyPreset = fc.constantFrom(...benefitPresets)

describe('who should have a benefit', () => {
  it('is told by age bands as by a table read by hand', () => {
    const allowance = bands([80, 89, 50], [90, 99, 100], [100, null, 300])
    fc.assert(
      fc.property(knownFacts, (facts) => {
        const age = fullYears(facts.birth!, askedDay, 'onBirthday')
        const { entitled, amount } = entitlementOf(allowance, facts, askedDay)
        expect(entitled).toBe(age >= 80)
        expect(amount).toBe(age >= 100 ? 300 : age >= 90 ? 100 : age >= 80 ? 50 : null)
      }),
      { numRuns: 500 },
    )
  })

  it('is what its conditions say, and never certain while a fact is missing that decides', () => {
    fc.assert(
      fc.property(forgottenFacts, anyPreset, ({ known, real }, benefit) => {
        const now = entitlementOf(benefit, known, askedDay)
        expect(benefit.conditions !== null || now.entitled === null).toBe(true)
        if (benefit.conditions === null) return
        const person = { ...real, reliefKinds: known.reliefKinds }
        const later = entitlementOf(benefit, person, askedDay)
        if (now.entitled !== null) expect(later.entitled).toBe(now.entitled)
        else expect(now.missing).not.toEqual([])
        if (benefit.bands.length === 0)
          expect(later.entitled).toBe(judgeAll(benefit.conditions, person, askedDay).holds)
      }),
      { numRuns: 2000 },
    )
  })

  it('asks for the birth date where only that is missing, instead of leaving somebody out', () => {
    fc.assert(
      fc.property(knownFacts, (facts) => {
        const unknown = { ...facts, birth: null }
        const { entitled, missing } = entitlementOf(bands([80, null, 50]), unknown, askedDay)
        expect({ entitled, missing }).toEqual({ entitled: null, missing: ['出生日期'] })
      }),
    )
  })
})

describe('what rule and record say together', () => {
  it('is one word for every pair of them', () => {
    const record = (state: keyof typeof benefitStateLabel) => ({
      state,
      from: '2026-01-01',
      to: null,
    })
    const said = (entitled: boolean | null, state: keyof typeof benefitStateLabel | null) =>
      benefitStanding({ entitled }, state === null ? undefined : record(state), false)
    expect(said(true, 'held')).toBe('held')
    expect(said(true, 'applied')).toBe('owed')
    expect(said(true, 'notHeld')).toBe('owed')
    expect(said(true, null)).toBe('owed')
    expect(said(false, 'held')).toBe('wronglyHeld')
    expect(said(false, null)).toBe('none')
    expect(said(null, 'held')).toBe('held')
    expect(said(null, null)).toBe('undecided')
    for (const state of codesOf(benefitStateLabel))
      expect(benefitStanding({ entitled: true }, record(state), true)).toBe(
        state === 'held' ? 'toStop' : 'none',
      )
  })

  it('reads the record of the day, on its first and its last day too', () => {
    const records = [
      { state: 'applied' as const, from: '2026-01-01', to: '2026-02-28' },
      { state: 'held' as const, from: '2026-03-01', to: '2026-06-30' },
    ]
    const on = (day: Day) => recordOn(records, day)?.state
    expect(['2025-12-31', '2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      undefined,
      'applied',
      'held',
      'held',
      undefined,
    ])
  })
})

describe('待遇目录', () => {
  const own = (from: Day, to: Day | null, title: string): Benefit => ({
    ...presetCalled('oldAgeAllowance'),
    title,
    from,
    to,
  })
  const titleOn = (stored: readonly Benefit[], day: Day) =>
    catalogueOn(benefitPresets, stored, day).find(({ code }) => code === 'oldAgeAllowance')?.title

  it('keeps the wording of its day: before an office began its own the preset holds', () => {
    const stored = [own('2026-01-01', '2026-06-30', '一'), own('2026-07-01', null, '二')]
    expect(titleOn(stored, '2025-12-31')).toBe('高龄津贴')
    expect(titleOn(stored, '2026-06-30')).toBe('一')
    expect(titleOn(stored, '2026-07-01')).toBe('二')
  })

  it('does not bring the preset back once the office has ended the benefit', () => {
    expect(titleOn([own('2026-01-01', '2026-06-30', '一')], '2026-07-01')).toBeUndefined()
  })

  it('names the sixteen services of the national list, each once', () => {
    expect(benefitPresets.filter(({ national }) => national)).toHaveLength(16)
    expect(new Set(benefitPresets.map(({ code }) => code)).size).toBe(benefitPresets.length)
    expect(JSON.stringify(benefitPresets)).not.toContain('失独')
  })

  it('says an amount with its period, and nothing of a rate not filled in', () => {
    expect(amountWords({ payment: 'quarterly' }, 150)).toBe('每季150元')
    expect(amountWords({ payment: 'birthday' }, null)).toBe('')
    expect(amountWords({ payment: 'service' }, null)).toBe('')
  })
})

describe('满龄', () => {
  const days = fc.integer({ min: 0, max: 36_000 }).map((offset) => addDays('1920-01-01', offset))
  const turnings = fc.constantFrom<AgeTurns>('onBirthday', 'dayAfter')

  it('is the first day on which the years are full, leap days included', () => {
    const leap = fc.constantFrom('1940-02-29', '1944-02-29', '1936-02-29')
    fc.assert(
      fc.property(
        fc.oneof(days, leap),
        fc.integer({ min: 1, max: 105 }),
        turnings,
        (birth, age, turns) => {
          const day = turnsAgeOn(birth, age, turns)!
          expect(fullYears(birth, day, turns)).toBe(age)
          expect(fullYears(birth, addDays(day, -1), turns)).toBe(age - 1)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is as exact as the birth date, and nothing without a year', () => {
    expect(turnsAgeOn('1946-05', 80, 'onBirthday')).toBe('2026-05')
    expect(turnsAgeOn('1946', 80, 'onBirthday')).toBe('2026')
    expect(turnsAgeOn('--05-06', 80, 'onBirthday')).toBeNull()
  })
})
