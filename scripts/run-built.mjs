import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached, say } from './run.mjs'

/**
 * Builds when needed and runs one of the built programs with the script's own arguments. Its stdout
 * stays its own (one JSON line); what the install or the build have to say goes to stderr.
 * @param {string} script the calling script's `import.meta.url`
 * @param {string} program its name in out/main
 */
export async function runBuilt(script, program) {
  await onProjectNode(script)
  try {
    ensureBuilt()
  } catch (error) {
    say(`构建失败：${error.message} (build failed)`)
    process.exit(1)
  }
  const command = [join(root, 'out/main', program), ...process.argv.slice(2)]
  process.exit(await runAttached(process.execPath, command, { cwd: process.cwd() }))
}
