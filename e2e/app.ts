import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Browser, type Page } from '@playwright/test'
import { openDesktop } from './hosts/desktop'
import type { HostFolders, OpenedHost } from './hosts/host'
import { openLoopback } from './hosts/loopback'

/** The program, open in one of its hosts on a data folder of its own. */
export interface App extends Omit<OpenedHost, 'close'> {
  dataDir: string
}

export interface HostOption {
  host: 'loopback' | 'desktop'
}

interface ComplaintOption {
  /** For specs that provoke what the page then complains about. */
  ignoresComplaints: boolean
}

/**
 * `app` opens the program on an empty data folder and, at the end, fails the test if the page
 * complained (console errors, refused by the content policy) or asked anything of another host.
 */
export const test = base.extend<
  ComplaintOption & { app: App },
  HostOption & { chromium: Browser | null }
>({
  host: ['loopback', { option: true, scope: 'worker' }],
  ignoresComplaints: [false, { option: true }],
  // Playwright's own `browser` would be started for the desktop host as well.
  chromium: [
    async ({ host, playwright, launchOptions }, use) => {
      const chromium = host === 'loopback' ? await playwright.chromium.launch(launchOptions) : null
      await use(chromium)
      await chromium?.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ ignoresComplaints, chromium, contextOptions }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'sangyu-e2e-'))
    const dataDir = join(folder, 'data')
    const saveDir = join(folder, 'saved')
    await mkdir(dataDir)
    await mkdir(saveDir)
    const complaints: string[] = []
    const folders: HostFolders = {
      dataDir,
      saveDir,
      onPage: (page, origin) => listen(page, origin, complaints),
    }
    const opened =
      chromium === null
        ? await openDesktop(join(folder, 'profile'), folders)
        : await openLoopback(chromium, contextOptions, folders)
    try {
      await use({ ...opened, dataDir })
      if (testInfo.status !== testInfo.expectedStatus) {
        const picture = await opened.page.screenshot().catch(() => null)
        if (picture) await testInfo.attach('page', { body: picture, contentType: 'image/png' })
      }
    } finally {
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    }
    if (!ignoresComplaints) expect(complaints).toEqual([])
  },
})

export { expect }

function listen(page: Page, origin: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refused call (wrong password, …) is shown to the clerk; the browser logs its status too.
    const refusal = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !refusal) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const address = request.url()
    if (!/^(data|blob):/.test(address) && !address.startsWith(`${origin}/`))
      complaints.push(address)
  })
}
