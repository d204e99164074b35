import { expect, it } from 'vitest'
import { needsBathing } from './bathing'

const facts = { selfCare: null, serviceNeeds: [], assessed: null }

// A bug this catches: somebody who bathes alone by assessment kept from every helper of the other
// sex, or somebody who asked for 助浴 offered one.
it.each([
  [{ ...facts }, false],
  [{ ...facts, selfCare: 'unable' as const }, true],
  [{ ...facts, selfCare: 'unable' as const, assessed: false }, false],
  [{ ...facts, selfCare: 'able' as const, assessed: true }, true],
  [{ ...facts, serviceNeeds: ['生活照料', '上门助浴'], assessed: false }, true],
  [{ ...facts, serviceNeeds: ['生活照料'] }, false],
])('tells from %o whether bathing help is needed', (given, expected) =>
  expect(needsBathing(given)).toBe(expected),
)
