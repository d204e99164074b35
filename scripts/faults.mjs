/**
 * `npm run faults -- [--kills N] [--rooms N] [--flips N]`: builds, kills the program N times while it
 * writes, fills its disk, turns over bits of its files. Prints what became of the acknowledged records
 * as JSON; fails where one is lost, the database is not sound or damage goes untold.
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
