/**
 * Opens the sample township in `process.argv[2]` and photographs its screens: the manual's at the
 * size of an office screen, README's among them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { root } from './run.mjs'

/** Where a screen is and under which name its picture is kept. */
const screens = [
  { name: 'home', hash: '#/' },
  { name: 'recipients', hash: '#/recipients' },
  { name: 'recipient', hash: '#/recipients', open: true },
  { name: 'helpers', hash: '#/helpers' },
  { name: 'contacts', hash: '#/contacts' },
  { name: 'imports', hash: '#/imports' },
  { name: 'documents', hash: '#/documents' },
  { name: 'settings', hash: '#/settings' },
]

const target = join(root, 'resources/manual')
mkdirSync(target, { recursive: true })
const server = spawn(
  process.execPath,
  [join(root, 'out/main/serve.js'), '--data', process.argv[2], '--today', '2026-11-21'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const [line] = await once(createInterface(server.stdout), 'line')
const { url, token } = JSON.parse(line)
const browser = await chromium.launch({
  executablePath: process.env.SANGYU_CHROMIUM,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
await page.goto(`${url}#token=${token}`)
const password = page.locator('input[type=password]')
await password.fill('样例-松溪镇')
await password.press('Enter')
await password.waitFor({ state: 'detached' })
for (const { name, hash, open } of screens) {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForTimeout(1500)
  if (open) {
    await page.locator('[role=row]').nth(3).dblclick()
    await page.waitForTimeout(1500)
  }
  await page.mouse.move(5, 760)
  await page.screenshot({ path: join(target, `${name}.png`) })
}
await browser.close()
server.kill()
