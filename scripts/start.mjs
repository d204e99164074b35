/**
 * `npm start [-- --data DIR]`: from a fresh clone to the open window. Where there is no display or
 * no Electron it says why and serves the same program to a browser on this machine instead.
 */
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ensureBuiltOrExit } from './build.mjs'
import { findElectron } from './electron-program.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached, say } from './run.mjs'

await onProjectNode(import.meta.url)
ensureBuiltOrExit()

const given = process.argv.slice(2)
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const obstacle = await openWindow()
if (obstacle) {
  say(`${obstacle}，改用浏览器打开。`)
  serveToBrowser()
}

/**
 * Runs the desktop program to its end and exits with its code.
 * @returns why that could not be, in one line.
 */
async function openWindow() {
  if (!hasDisplay) return '这台机器没有图形界面 (no display)'
  let electron
  try {
    electron = await findElectron()
  } catch (error) {
    return `没有可用的 Electron (${error.message})`
  }
  const started = Date.now()
  const code = await runAttached(electron.program, ['.', ...electron.args, ...given], {
    env: { ...process.env, ...electron.env },
  })
  // A display that is named but does not answer, for instance, ends it at once.
  if (code !== 0 && code < 128 && Date.now() - started < 10_000) {
    return `桌面窗口没有打开 (Electron ended with ${code})`
  }
  process.exit(code)
}

/** The loopback host, in the same data folder the set-up page of the desktop suggests. */
function serveToBrowser() {
  const named = given.some((word) => word === '--data' || word.startsWith('--data='))
  const host = spawn(
    process.execPath,
    ['out/main/serve.js', ...(named ? [] : ['--data', join(homedir(), '桑榆数据')]), ...given],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  host.stdout.setEncoding('utf8')
  host.stdout.once('data', (line) => {
    const { url, token } = JSON.parse(line)
    const address = `${url}#token=${token}`
    process.stdout.write(`请在本机浏览器中打开 (open in a browser on this machine): ${address}\n`)
    if (hasDisplay) openBrowser(address)
  })
  host.on('exit', (code) => process.exit(code ?? 1))
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => host.kill())
}

/** A convenience: the address has been printed, so nothing is lost where no browser opens. */
function openBrowser(address) {
  const [program, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
