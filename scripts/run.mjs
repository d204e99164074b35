/**
 * Starting other programs from the scripts, and saying what is being done.
 * Everything goes to stderr: stdout belongs to what a script answers (`npm run serve` prints JSON).
 * Runs before the install, so it needs nothing but Node ≥ 18.
 */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { constants as osConstants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const say = (line) => void process.stderr.write(`${line}\n`)

/** Runs a program to its end, its output on our stderr; throws when it fails. */
export function run(program, args, options = {}) {
  const { error, status, signal } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    ...options,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status ?? signal}`)
}

/** The same without its output, which is long and only matters when it fails. */
export function runQuietly(program, args, options = {}) {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  })
  if (error) throw error
  if (status !== 0) {
    const end = `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n')
    throw new Error(`${program} ${args.join(' ')} failed:\n${end}`)
  }
}

/** The standard output of a program, or null when it fails or is not there. */
export function outputOf(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout : null
}

/** How to call the npm that started us, or the one on the path (a script, on Windows). */
export function npmCommand(args) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') && existsSync(cli)
    ? { program: process.execPath, args: [cli, ...args], shell: false }
    : { program: 'npm', args, shell: process.platform === 'win32' }
}

export function runNpm(args, options = {}) {
  const npm = npmCommand(args)
  run(npm.program, npm.args, { shell: npm.shell, ...options })
}

/** The full path of a program on the path, or null. */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, program)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // not in this folder
    }
  }
  return null
}

/**
 * Runs a program that shares our terminal and passes on the signals we get.
 * @returns its exit code, the shell's way (128 + n) when a signal ended it.
 */
export function runAttached(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    // A terminal sends Ctrl+C to the whole group: the child decides when it is over, not we.
    const ignore = () => {}
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', ignore)
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', forward)
      resolve(code ?? 128 + (osConstants.signals[signal] ?? 0))
    })
  })
}
