/**
 * `npm run fuzz -- SUBJECT [N] [--seed S] [--from I]`: builds, and feeds N malformed inputs to a part
 * of the program (scripts/fuzz/). Prints what became of them as JSON; fails on a crash, hang or write.
 */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached } from './run.mjs'

await onProjectNode(import.meta.url)
ensureBuilt()
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const run = [tsx, join(root, 'scripts/fuzz/run.ts'), ...process.argv.slice(2)]
process.exit(await runAttached(process.execPath, run))
