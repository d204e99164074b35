import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { categoryLabel, codesOf, riskLevelLabel } from '../vocabulary'
import { usualCriteria, warningReasons } from './at-risk'
import { warningKindLabel } from './vocabulary'

const facts = fc.record({
  categories: fc.subarray(codesOf(categoryLabel)),
  riskLevel: fc.option(fc.constantFrom(...codesOf(riskLevelLabel))),
  hazardZone: fc.option(fc.constantFrom('后山滑坡点', '无', '不涉及')),
  housingGrade: fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
})
const criteria = fc.record({
  categories: fc.subarray(codesOf(categoryLabel)),
  riskLevels: fc.subarray(codesOf(riskLevelLabel)),
  hazardZone: fc.boolean(),
  unsafeHousing: fc.boolean(),
})

it('warns whoever meets one criterion and nobody else, with a reason for each', () => {
  fc.assert(
    fc.property(facts, criteria, (person, asked) => {
      let expected = 0
      for (const one of person.categories) if (asked.categories.includes(one)) expected += 1
      for (const one of asked.riskLevels) if (one === person.riskLevel) expected += 1
      if (asked.hazardZone && person.hazardZone === '后山滑坡点') expected += 1
      if (asked.unsafeHousing && /[CD]/.test(person.housingGrade ?? '')) expected += 1
      expect(warningReasons(person, asked)).toHaveLength(expected)
    }),
  )
})

it('asks something of every kind of warning: none goes out to nobody by default', () => {
  const everything = {
    categories: codesOf(categoryLabel),
    riskLevel: 'high' as const,
    hazardZone: '河边',
    housingGrade: 'D',
  }
  for (const kind of codesOf(warningKindLabel)) {
    expect(warningReasons(everything, usualCriteria[kind]).length, kind).toBeGreaterThan(0)
  }
})
