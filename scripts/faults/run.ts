import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { killUnderLoad } from './kills'

/** `npm run faults -- [--kills N]`: prints what became of the records as JSON. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'sangyu-faults-'))
try {
  const report = await killUnderLoad({
    entry: [resolve(import.meta.dirname, '../../out/main/serve.js')],
    dataDir: join(folder, 'data'),
    kills: Number(values.kills),
    longest: 700,
    say: (line) => void process.stderr.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  process.exitCode = report.lost + report.corrupt > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
