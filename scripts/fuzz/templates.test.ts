import { expect, test } from 'vitest'
import { fuzz } from './subject'
import { templates } from './templates'

/* A short form of `npm run fuzz -- templates 10000`, with another seed than the long run's. */

test('malformed Word templates are taken or refused, and nothing else is written', async () => {
  const subject = await templates({ threads: false })
  try {
    const report = await fuzz(subject, { inputs: 100, seed: 2026, limitMs: 30_000 })
    expect(report).toMatchObject({ inputs: 100, crashes: [], hangs: [], writes: [] })
    expect(report.taken).toBeGreaterThan(0)
    expect(report.refused).toBeGreaterThan(0)
  } finally {
    await subject.close()
  }
}, 120_000)
