import { expect, test } from 'vitest'
import { photos } from './photos'
import { fuzz } from './subject'

/* A short form of `npm run fuzz -- photos 10000`, with another seed than the long run's. */

test('malformed pictures are taken or refused, and nothing else is written', async () => {
  const subject = await photos({ threads: false })
  try {
    const report = await fuzz(subject, { inputs: 200, seed: 2026, limitMs: 30_000 })
    expect(report).toMatchObject({ inputs: 200, crashes: [], hangs: [], writes: [] })
    expect(report.taken).toBeGreaterThan(0)
    expect(report.refused).toBeGreaterThan(0)
  } finally {
    await subject.close()
  }
}, 120_000)
