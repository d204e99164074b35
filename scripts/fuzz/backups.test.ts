import { expect, test } from 'vitest'
import { backups } from './backups'
import { fuzz } from './subject'

/* A short form of `npm run fuzz -- backups 10000`, with another seed than the long run's. */

test('malformed backups are restored or refused, and the vault stays as it is', async () => {
  const subject = await backups({ threads: false })
  try {
    const report = await fuzz(subject, { inputs: 120, seed: 2026, limitMs: 30_000 })
    expect(report).toMatchObject({ inputs: 120, crashes: [], hangs: [], writes: [] })
    expect(report.taken).toBeGreaterThan(0)
    expect(report.refused).toBeGreaterThan(0)
  } finally {
    await subject.close()
  }
}, 120_000)
