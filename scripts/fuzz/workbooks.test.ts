import { expect, test } from 'vitest'
import { fuzz } from './subject'
import { workbooks } from './workbooks'

/* A short form of `npm run fuzz -- workbooks 10000`, with another seed than the long run's. */

test('malformed workbooks and text tables are taken or refused, and nothing is written', async () => {
  const subject = await workbooks({ threads: false, ledgers: null })
  try {
    const report = await fuzz(subject, { inputs: 120, seed: 2026, limitMs: 30_000 })
    expect(report).toMatchObject({ inputs: 120, crashes: [], hangs: [], writes: [] })
    expect(report.taken).toBeGreaterThan(0)
    expect(report.refused).toBeGreaterThan(0)
  } finally {
    await subject.close()
  }
}, 120_000)
