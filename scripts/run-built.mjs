import { join } from 'node:path'
import { ensureBuiltOrExit } from './build.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached } from './run.mjs'

/**
 * Builds when needed and runs one of the built programs with the script's own arguments. Its stdout
 * stays its own (one JSON line); what the install or the build have to say goes to stderr.
 * @param {string} script the calling script's `import.meta.url`
 * @param {string} program its name in out/main
 */
export async function runBuilt(script, program) {
  await onProjectNode(script)
  ensureBuiltOrExit()
  const command = [join(root, 'out/main', program), ...process.argv.slice(2)]
  process.exit(await runAttached(process.execPath, command, { cwd: process.cwd() }))
}
