/** `npm run bench`: builds, finds an Electron if there is one, and measures (scripts/bench/). */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { e2eCommand } from './e2e-hosts.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached } from './run.mjs'

await onProjectNode(import.meta.url)
ensureBuilt()
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const bench = [tsx, join(root, 'scripts/bench/run.ts'), ...process.argv.slice(2)]
const command = await desktopCommand()
process.exit(
  await runAttached(command.program, command.args, { env: { ...process.env, ...command.env } }),
)

/** Under a display of its own where Electron needs one; without Electron where there is none. */
async function desktopCommand() {
  try {
    const { program, args, env } = await e2eCommand('electron', [])
    const node = args.indexOf(process.execPath)
    return program === process.execPath
      ? { program, args: bench, env }
      : { program, args: [...args.slice(0, node + 1), ...bench], env }
  } catch (error) {
    return {
      program: process.execPath,
      args: bench,
      env: { SANGYU_ELECTRON_MISSING: error.message },
    }
  }
}
