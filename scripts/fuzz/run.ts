import { parseArgs } from 'node:util'
import { contract } from './contract'
import { backups } from './backups'
import { photos } from './photos'
import { workbooks } from './workbooks'
import { templates } from './templates'
import { fuzz, type FuzzSubject } from './subject'

/** What can be fuzzed, by the name given on the command line. */
const subjects: Record<string, () => Promise<FuzzSubject>> = {
  workbooks: () => workbooks({ threads: true, ledgers: values.ledgers ?? null }),
  contract: () => contract({ threads: true }),
  templates: () => templates({ threads: true }),
  backups: () => backups({ threads: true }),
  photos: () => photos({ threads: true }),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    /** Milliseconds after which an input hangs; more where the machine has other work. */
    limit: { type: 'string', default: '30000' },
    /** A folder of ledgers to damage beside those made up. */
    ledgers: { type: 'string' },
  },
})
const [name = '', inputs = '1000'] = positionals
const open = subjects[name]
if (!open) {
  process.stderr.write(`npm run fuzz -- ${Object.keys(subjects).join('|')} [N] [--seed S]\n`)
  process.exit(2)
}
const subject = await open()
try {
  const report = await fuzz(subject, {
    inputs: Number(inputs),
    seed: Number(values.seed),
    from: Number(values.from),
    limitMs: Number(values.limit),
    say: (line) => void process.stderr.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify({ subject: name, ...report }, null, 2)}\n`)
  const failed = report.crashes.length + report.hangs.length + report.writes.length
  process.exitCode = failed > 0 ? 1 : 0
} finally {
  await subject.close()
}
