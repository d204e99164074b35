import { expect, test } from 'vitest'
import { flipBits } from './flips'
import { fillDisk } from './full-disk'

/* Short forms of `npm run faults`. */

// Bugs these catch: a saved record that is gone, a vault that does not open again after a full disk,
// a refusal that does not say what is the matter; a flipped bit nobody is told of.
test('on a full disk every step is saved or refused in words', async (context) => {
  const report = await fillDisk([0, 8, 40, 90, 200].map((kb) => kb * 1024))
  if (!report) return context.skip('making a small disk needs root on Linux')
  expect(report).toMatchObject({ points: 5, lost: 0, corrupt: 0, unexplained: [] })
  expect(report.refused).toBeGreaterThan(5)
  expect(report.acknowledged).toBeGreaterThan(0)
}, 120_000)

test('a flipped bit in any file of the vault is told or does no harm, and nothing is altered', async () => {
  const report = await flipBits(24, 2026)
  expect(report).toMatchObject({ flips: 24, silent: [], altered: [] })
  expect(report.told).toBeGreaterThan(8)
}, 240_000)
