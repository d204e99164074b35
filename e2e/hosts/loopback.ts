import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import type { HostFolders, OpenedHost } from './host'

const root = join(import.meta.dirname, '../..')

/** Starts the loopback host on a data folder and opens its page in a context of its own. */
export async function openLoopback(
  browser: Browser,
  contextOptions: BrowserContextOptions,
  { dataDir, saveDir, onPage }: HostFolders,
): Promise<OpenedHost> {
  const open = async () => {
    const { server, exited, url, token } = await startServer(dataDir)
    const context = await browser.newContext({ ...contextOptions, acceptDownloads: true })
    const page = await context.newPage()
    onPage(page, new URL(url).origin)
    await page.goto(`${url}#token=${token}`)
    return { server, exited, context, page }
  }
  let current = await open()
  return {
    page: current.page,
    electron: null,
    saved: async (action) => {
      const [download] = await Promise.all([current.page.waitForEvent('download'), action()])
      const target = join(saveDir, download.suggestedFilename())
      await download.saveAs(target)
      return target
    },
    cutAndReopen: async () => {
      // The program goes first: nothing that the page does in leaving may still reach it.
      current.server.kill('SIGKILL')
      await current.exited
      await current.context.close()
      current = await open()
      return current.page
    },
    close: async () => {
      await current.context.close()
      current.server.kill()
      await current.exited
    },
  }
}

async function startServer(dataDir: string) {
  const server = spawn(process.execPath, ['out/main/serve.js', '--data', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Every answer is held against its contract.
    env: { ...process.env, SANGYU_CHECK_OUTPUT: '1' },
  })
  const exited = once(server, 'exit')
  const line = await Promise.race([
    once(createInterface(server.stdout), 'line').then(([text]) => String(text)),
    exited.then(([code]) => Promise.reject(new Error(`the loopback host ended with ${code}`))),
  ])
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  return { server, exited, url, token }
}
