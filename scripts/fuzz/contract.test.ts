import { expect, test } from 'vitest'
import { contract } from './contract'
import { fuzz } from './subject'

/* A short form of `npm run fuzz -- contract 20000`, with another seed than the long run's. */

test('every operation takes or refuses spoiled input in words, and a refused one writes nothing', async () => {
  const subject = await contract({ threads: false })
  try {
    const report = await fuzz(subject, { inputs: 600, seed: 2026, limitMs: 30_000 })
    expect(report).toMatchObject({ inputs: 600, crashes: [], hangs: [], writes: [] })
    expect(report.taken).toBeGreaterThan(0)
    expect(report.refused).toBeGreaterThan(0)
  } finally {
    await subject.close()
  }
}, 240_000)
