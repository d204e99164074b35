import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coreFigures } from './core'
import { importFigures } from './import'
import { coldStart, listScroll } from './screens'
import { generateVault, programDir } from './vaults'

/**
 * `npm run bench`: every figure with a baseline of the same run, as JSON on stdout. What it is doing
 * goes to stderr. `--contacts` makes a smaller run while working on one part.
 */
const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '3000' },
    contacts: { type: 'string', default: '1000000' },
    until: { type: 'string', default: '2026-11-21' },
  },
})
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const size = { recipients: Number(values.recipients), contacts: Number(values.contacts) }
say(`generating ${size.recipients} people with ${size.contacts} contacts …`)
const large = await generateVault({ ...size, years: 10, until: values.until })
say('generating the same people with a tenth of the history …')
const small = await generateVault({
  ...size,
  contacts: size.contacts / 10,
  years: 1,
  until: values.until,
})
try {
  say('core …')
  const core = await coreFigures(large, small)
  say('import …')
  const importing = await importFigures(values.until)
  say('forms …')
  const forms = formFigures()
  say('screens …')
  const scroll = await listScroll(large)
  const start = await coldStart(large)
  process.stdout.write(
    `${JSON.stringify(
      {
        machine: { node: process.version, cores: cpus().length, memoryGB: totalmem() / 2 ** 30 },
        size,
        unit: 'milliseconds unless said otherwise',
        ...core,
        import3000Rows: importing,
        forms,
        listScroll: scroll,
        coldStartToPaintedList: start,
      },
      null,
      2,
    )}\n`,
  )
} finally {
  large.remove()
  small.remove()
}

/** Word forms in a process of their own each, so that their peaks of memory are their own. */
function formFigures(): unknown {
  const tsx = join(programDir, 'node_modules/tsx/dist/cli.mjs')
  const { stdout } = spawnSync(
    process.execPath,
    [tsx, join(programDir, 'scripts/bench/forms.ts')],
    { encoding: 'utf8', cwd: programDir },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}
