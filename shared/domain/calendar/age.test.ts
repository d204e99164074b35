import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageBandOf,
  ageOn,
  birthSpanOfAge,
  certainAge,
  formatAge,
  fullYears,
  nextSolarBirthday,
  nominalAgeOn,
  readAge,
  roundBirthday,
} from './age'
import { addDays, dayFromNumber, dayNumber } from './days'

const anyDay = fc
  .integer({ min: dayNumber('1900-01-01'), max: dayNumber('2060-12-31') })
  .map(dayFromNumber)
const turns = fc.constantFrom('onBirthday' as const, 'dayAfter' as const)

describe('周岁', () => {
  it('turns on the birthday or the day after, as the office counts', () => {
    expect(fullYears('1946-11-21', '2026-11-20', 'onBirthday')).toBe(79)
    expect(fullYears('1946-11-21', '2026-11-21', 'onBirthday')).toBe(80)
    expect(fullYears('1946-11-21', '2026-11-21', 'dayAfter')).toBe(79)
    expect(fullYears('1946-11-21', '2026-11-22', 'dayAfter')).toBe(80)
  })

  it('puts a birthday of 29 February on the 28th of common years', () => {
    expect(fullYears('1944-02-29', '2026-02-28', 'onBirthday')).toBe(82)
    expect(fullYears('1944-02-29', '2026-02-28', 'dayAfter')).toBe(81)
    expect(fullYears('1944-02-29', '2026-03-01', 'dayAfter')).toBe(82)
    expect(fullYears('1944-02-29', '2028-02-28', 'onBirthday')).toBe(83)
  })

  it('never falls as days pass, and rises by at most one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40_000), turns, (birth, later, turn) => {
        const day = addDays(birth, later)
        const step = fullYears(birth, addDays(day, 1), turn) - fullYears(birth, day, turn)
        expect(step === 0 || step === 1).toBe(true)
      }),
    )
  })

  it('is a span where month or day of birth is unknown', () => {
    expect(ageOn('1943-10', '2026-11-21', 'onBirthday')).toEqual({ min: 83, max: 83 })
    expect(ageOn('1943-11', '2026-11-21', 'onBirthday')).toEqual({ min: 82, max: 83 })
    expect(ageOn('1943', '2026-11-21', 'onBirthday')).toEqual({ min: 82, max: 83 })
    expect(ageOn('1943', '2026-12-31', 'onBirthday')).toEqual({ min: 83, max: 83 })
    expect(ageOn('--10-02', '2026-11-21', 'onBirthday')).toBeNull()
    expect(ageOn('2027', '2026-11-21', 'onBirthday')).toBeNull()
    expect(ageOn('2026-11-21', '2026-11-21', 'dayAfter')).toEqual({ min: 0, max: 0 })
  })

  it('covers the age of every day that may have been the birth', () => {
    fc.assert(
      fc.property(anyDay, anyDay, turns, (birth, day, turn) => {
        fc.pre(birth <= day)
        const age = fullYears(birth, day, turn)
        for (const known of [birth.slice(0, 4), birth.slice(0, 7), birth]) {
          const span = ageOn(known, day, turn)!
          expect(span.min <= age && age <= span.max).toBe(true)
        }
        expect(certainAge(ageOn(birth, day, turn))).toBe(age)
      }),
    )
  })
})

describe('虚岁', () => {
  it('is one at birth and grows at 春节', () => {
    expect(nominalAgeOn('1934-12-21', '2026-02-16')).toEqual({ min: 92, max: 92 })
    expect(nominalAgeOn('1934-12-21', '2026-02-17')).toEqual({ min: 93, max: 93 })
    expect(nominalAgeOn('1934', '2026-11-21')).toEqual({ min: 93, max: 94 })
    expect(nominalAgeOn('2026-11-21', '2026-11-21')).toEqual({ min: 1, max: 1 })
  })
})

describe('整寿', () => {
  it('is kept at the ten or a year early', () => {
    expect(roundBirthday(80, 'atTen')).toBe(80)
    expect(roundBirthday(79, 'atTen')).toBeNull()
    expect(roundBirthday(79, 'atNine')).toBe(80)
    expect(roundBirthday(80, 'atNine')).toBeNull()
    expect(roundBirthday(50, 'atTen')).toBeNull()
    expect(roundBirthday(99, 'atNine')).toBe(100)
  })

  it('finds the next solar birthday, today included', () => {
    expect(nextSolarBirthday('1946-11-21', '2026-11-21')).toBe('2026-11-21')
    expect(nextSolarBirthday('1946-11-20', '2026-11-21')).toBe('2027-11-20')
    expect(nextSolarBirthday('1944-02-29', '2026-11-21')).toBe('2027-02-28')
    expect(nextSolarBirthday('1944-02-29', '2028-01-01')).toBe('2028-02-29')
    expect(nextSolarBirthday('--03-01', '2026-11-21')).toBe('2027-03-01')
    expect(nextSolarBirthday('1943-10', '2026-11-21')).toBeNull()
  })
})

describe('age bands', () => {
  it.each([
    [60, '60–64岁'],
    [69, '65–69岁'],
    [80, '80–89岁'],
    [99, '90–99岁'],
    [100, '100岁及以上'],
    [113, '100岁及以上'],
  ])('%d belongs to %s', (age, label) => {
    expect(ageBandOf({ min: age, max: age })?.label).toBe(label)
  })

  it('is unknown below 60 and where the age is', () => {
    expect(ageBandOf({ min: 59, max: 59 })).toBeNull()
    expect(ageBandOf({ min: 79, max: 80 })).toBeNull()
    expect(ageBandOf({ min: 82, max: 83 })?.from).toBe(80)
  })
})

describe('ages written in a ledger', () => {
  it.each([
    [88, 88, false],
    ['97岁', 97, false],
    ['８０周岁', 80, false],
    ['虚岁91', 91, true],
    [' 91 虚岁', 91, true],
  ])('%s', (raw, age, nominal) => {
    expect(readAge(raw)).toEqual({ state: 'ok', age, nominal })
  })

  it('refuses what is no age', () => {
    expect(readAge('')).toEqual({ state: 'missing' })
    expect(readAge('八十多').state).toBe('invalid')
    expect(readAge(880).state).toBe('invalid')
    expect(readAge(81.5).state).toBe('invalid')
  })

  it('writes a span', () => {
    expect(formatAge({ min: 82, max: 83 })).toBe('82–83岁')
    expect(formatAge({ min: 82, max: 82 })).toBe('82岁')
  })

  it('limits the birth to exactly the days that give this age', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(110), turns, (on, age, turn) => {
        const { earliest, latest } = birthSpanOfAge(age, on, turn)
        expect(fullYears(earliest, on, turn)).toBe(age)
        expect(fullYears(latest, on, turn)).toBe(age)
        expect(fullYears(addDays(earliest, -1), on, turn)).toBe(age + 1)
        if (age > 0) expect(fullYears(addDays(latest, 1), on, turn)).toBe(age - 1)
        else expect(latest).toBe(on)
      }),
    )
  })
})
