/** `npm run pictures`: takes the pictures of README and manual anew from the sample township. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { e2eCommand } from './e2e-hosts.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached } from './run.mjs'

await onProjectNode(import.meta.url)
ensureBuilt()
const { env } = await e2eCommand('chromium', [])
const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-pictures-'))
const node = (...args) =>
  runAttached(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
const made = await node(
  join(root, 'out/main/sample.js'),
  '--data',
  dataDir,
  '--years',
  '2',
  '--until',
  '2026-11-21',
)
const taken = made || (await node(join(root, 'scripts/take-pictures.mjs'), dataDir))
rmSync(dataDir, { recursive: true, force: true })
process.exit(taken)
