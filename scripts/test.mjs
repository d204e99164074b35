/**
 * `npm test`: every check of the project, from a fresh clone, the quick ones first. Closes with
 * one plain line `N passed, N failed[, N skipped]` that counts tests and gates.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { e2eCommand } from './e2e-hosts.mjs'
import { onProjectNode } from './install.mjs'
import { npmCommand, root, runAttached } from './run.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await onProjectNode(import.meta.url)
ensureSystemPackages()

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results)

/**
 * A step answers how many of its checks passed, failed and were skipped, and notes for the
 * summary; what it throws is the reason why it could not be done at all, and fails it.
 * @typedef {{passed: number, failed: number, skipped: number, notes?: string[]}} Outcome
 * @type {{name: string, needs?: string, work: () => Promise<Outcome>}[]}
 */
const steps = [
  { name: 'lock file', work: () => gate('check:lock') },
  { name: 'format', work: () => gate('format:check') },
  { name: 'lint', work: () => gate('lint') },
  { name: 'types', work: () => gate('typecheck') },
  { name: 'unit and db', work: unitTests },
  { name: 'build', work: build },
  { name: 'imports of the build', needs: 'build', work: () => gate('check:imports') },
  { name: 'e2e in Chromium', needs: 'build', work: () => endToEnd('chromium') },
  { name: 'e2e in Electron', needs: 'build', work: () => endToEnd('electron') },
]

const passed = { passed: 1, failed: 0, skipped: 0 }
const failed = { passed: 0, failed: 1, skipped: 0 }
const skipped = (reason) => ({ passed: 0, failed: 0, skipped: 1, notes: [reason] })

/** A script of package.json that either passes or fails. */
async function gate(script) {
  return (await runScript(script)) === 0 ? passed : failed
}

function runScript(script, args = []) {
  const npm = npmCommand(['run', '--silent', script, ...(args.length ? ['--', ...args] : [])])
  return runAttached(npm.program, npm.args, { shell: npm.shell })
}

async function build() {
  ensureBuilt()
  return passed
}

async function unitTests() {
  const report = join(results, 'unit.json')
  const code = await runScript('unit', [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = readJson(report)
  const tests = testResults.flatMap((file) => file.assertionResults)
  const failures = tests.filter((test) => test.status === 'failed').length
  // A file that cannot even be loaded has no tests that could fail.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length
  return withExitCode(code, {
    passed: numPassedTests,
    failed: failures + broken,
    skipped: numPendingTests + numTodoTests,
    notes: [
      ...new Set(
        tests
          .filter((test) => test.status === 'skipped' || test.status === 'pending')
          .map((test) => `skipped: ${test.fullName}`),
      ),
    ].slice(0, 20),
  })
}

async function endToEnd(host) {
  let command
  const report = join(results, `e2e-${host}.json`)
  try {
    command = await e2eCommand(host, ['--reporter=list,json'])
  } catch (error) {
    return skipped(error.message)
  }
  const code = await runAttached(command.program, command.args, {
    env: { ...process.env, ...command.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const { stats, errors } = readJson(report)
  return withExitCode(code, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  })
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** A runner that ends badly without naming a failed test has failed all the same. */
function withExitCode(code, outcome) {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
const outcomes = new Map()
for (const { name, needs, work } of steps) {
  process.stdout.write(`\n── ${name} ──\n`)
  const started = Date.now()
  let outcome
  if (needs && outcomes.get(needs).failed) outcome = skipped(`not run, because ${needs} failed`)
  else {
    try {
      outcome = await work()
    } catch (error) {
      process.stdout.write(`${error.message}\n`)
      outcome = { ...failed, notes: [error.message.split('\n')[0]] }
    }
  }
  outcomes.set(name, outcome)
  for (const kind of Object.keys(total)) total[kind] += outcome[kind]
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6)
  const mark = outcome.failed ? 'FAILED ' : outcome.passed ? 'ok     ' : 'skipped'
  lines.push(`${mark} ${seconds} s  ${name}`, ...(outcome.notes ?? []).map((note) => `    ${note}`))
}

process.stdout.write(`\n${lines.join('\n')}\n`)
if (!existsSync(join(root, '../shared/ledgers'))) {
  process.stdout.write('the trial ledgers (../shared/ledgers) are not on this machine\n')
}
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
)
process.exit(total.failed ? 1 : 0)
