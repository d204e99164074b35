/** Builds the program into out/ when its sources differ from those it was built from. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './run.mjs'

/** Everything the bundles are made of; resources/ is there for the pages that import from it. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'db',
  'resources',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'postcss.config.cjs',
  'package-lock.json',
]
const stamp = join(root, 'out/.built-from')

/** One digest over names and contents; a clone or a checkout changes every time stamp. */
function digestOfSources() {
  const digest = createHash('sha256')
  const read = (path) => {
    const children = existsSync(path) ? entriesOf(path) : []
    if (children === null) digest.update(`${path}\0`).update(readFileSync(path))
    else for (const child of children) read(join(path, child))
  }
  for (const source of sources) read(join(root, source))
  return digest.digest('hex')
}

/** The sorted names in a folder, null for a file. */
function entriesOf(path) {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

/** @throws when the build fails; nothing half built is taken for whole afterwards. */
export function ensureBuilt() {
  const digest = digestOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say('正在构建 (electron-vite build)…')
  rmSync(stamp, { force: true })
  run(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'])
  writeFileSync(stamp, digest)
}

/** The same for scripts that cannot go on without the build. */
export function ensureBuiltOrExit() {
  try {
    ensureBuilt()
  } catch (error) {
    say(`构建失败：${error.message} (build failed)`)
    process.exit(1)
  }
}
