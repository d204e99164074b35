/** Finds an Electron to run the built program with, from the best to the barely possible. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, electronRuntime } from './electron-runtime.mjs'
import { outputOf, root, run, say } from './run.mjs'

const electronPackage = join(root, 'node_modules/electron')

/**
 * @returns {Promise<{program: string, args: string[], env: Record<string, string>}>} the program,
 *   what it needs on this machine before its own arguments, and what it needs in its environment.
 * @throws when there is none; the message is the reason.
 */
export async function findElectron() {
  // As root Chromium has no sandbox to start and refuses to run without being told so.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const official = officialProgram() ?? (await downloadOfficial())
  if (official) return { program: loadable(official), args, env: {} }
  const { program, binding } = await electronRuntime()
  return { program: loadable(program), args, env: { SANGYU_SQLITE_BINDING: binding } }
}

/** The program of the `electron` package, when it has been downloaded. */
function officialProgram() {
  const named = join(electronPackage, 'path.txt')
  if (!existsSync(named)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronPackage, 'dist')
  const program = join(folder, readFileSync(named, 'utf8'))
  return existsSync(program) ? program : null
}

const unreachable = join(cacheFolder, 'electron-download-unreachable')
const DAY_MS = 24 * 3600 * 1000

/**
 * Downloads the official program when its host answers within a few seconds. Offices often cannot
 * reach it: that is remembered for a day, so that a second start takes seconds. Whoever names a
 * mirror (ELECTRON_MIRROR) is taken at their word.
 */
async function downloadOfficial() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  if (!mirror) {
    if (existsSync(unreachable) && Date.now() - statSync(unreachable).mtimeMs < DAY_MS) return null
    const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
    const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
    const reached = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
      .then((response) => response.ok)
      .catch(() => false)
    if (!reached) {
      mkdirSync(cacheFolder, { recursive: true })
      writeFileSync(unreachable, '')
      return null
    }
  }
  try {
    say('正在下载 Electron（仅一次）…')
    run(process.execPath, [join(electronPackage, 'install.js')], { timeout: 15 * 60 * 1000 })
    return officialProgram()
  } catch {
    say('Electron 没有下载成功。可用环境变量 ELECTRON_MIRROR 指定镜像。')
    return null
  }
}

/** @throws naming the shared libraries this Linux lacks. */
function loadable(program) {
  if (process.platform !== 'linux') return program
  const missing = [...(outputOf('ldd', [program]) ?? '').matchAll(/^\s*(\S+) => not found/gm)]
  if (missing.length) {
    throw new Error(`Electron needs ${missing.map((match) => match[1]).join(', ')}`)
  }
  return program
}
