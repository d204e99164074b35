/**
 * `npm run faults -- [--kills N]`: builds, and kills the program N times while it writes. Prints what
 * became of the acknowledged records as JSON; fails where one is lost or the database is not sound.
 */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached } from './run.mjs'

await onProjectNode(import.meta.url)
ensureBuilt()
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const run = [tsx, join(root, 'scripts/faults/run.ts'), ...process.argv.slice(2)]
process.exit(await runAttached(process.execPath, run))
