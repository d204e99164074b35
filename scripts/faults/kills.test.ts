import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { killUnderLoad } from './kills'

/* A short form of `npm run faults`: the program from its sources instead of the built one. */

// A bug this catches: an answer "saved" that is given before the record is on the disk.
test('what was acknowledged is there after the program is killed while it writes', async () => {
  const root = resolve(import.meta.dirname, '../..')
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-faults-'))
  try {
    const report = await killUnderLoad({
      // The loader in the program's own process: tsx itself would start another, which outlives it.
      entry: ['--import', 'tsx', join(root, 'electron/http/serve.ts')],
      dataDir: join(folder, 'data'),
      kills: 2,
      longest: 1500,
      say: () => {},
    })
    expect(report).toMatchObject({ kills: 2, lost: 0, corrupt: 0 })
    expect(report.acknowledged).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)
