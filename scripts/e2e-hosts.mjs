/** What Playwright needs to drive the program in each of its two hosts on this machine. */
import { join } from 'node:path'
import { findElectron } from './electron-program.mjs'
import { root, which } from './run.mjs'

const playwright = join(root, 'node_modules/@playwright/test/cli.js')

/**
 * @param {'chromium' | 'electron'} host
 * @param {string[]} args further arguments for Playwright
 * @returns {Promise<{program: string, args: string[], env: Record<string, string>}>} the command
 *   that runs the specs in this host.
 * @throws when the machine cannot run this host; the message is the reason.
 */
export async function e2eCommand(host, args) {
  const test = [playwright, 'test', '--config', 'e2e/playwright.config.ts', `--project=${host}`]
  if (host === 'chromium') {
    const browser =
      process.env.SANGYU_CHROMIUM ??
      ['chromium', 'chromium-browser', 'google-chrome'].map(which).find(Boolean)
    if (!browser) throw new Error('no Chromium found; SANGYU_CHROMIUM may name one')
    return {
      program: process.execPath,
      args: [...test, ...args],
      env: { SANGYU_CHROMIUM: browser },
    }
  }
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  if (!hasDisplay && !which('xvfb-run')) throw new Error('no display and no xvfb-run')
  const env = { SANGYU_ELECTRON: JSON.stringify(await findElectron()) }
  return hasDisplay
    ? { program: process.execPath, args: [...test, ...args], env }
    : {
        program: 'xvfb-run',
        args: ['-a', '-s', '-screen 0 1920x1080x24', process.execPath, ...test, ...args],
        env,
      }
}
