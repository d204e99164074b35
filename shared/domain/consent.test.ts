import { expect, it } from 'vitest'
import { needsGuardianConsent } from './consent'

it.each([
  ['2012-11-22', true],
  ['2012-11-21', false],
  ['2013', true],
  // Perhaps fourteen already: nothing is demanded on a guess.
  ['2012', false],
  [null, false],
] as const)('born %s, the guardian must sign on 2026-11-21: %s', (birth, needs) => {
  expect(needsGuardianConsent(birth, '2026-11-21')).toBe(needs)
})
