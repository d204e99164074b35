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
  {
    name: 'recipient',
    hash: '#/recipients',
    prepare: (page) => page.locator('[role=row]').nth(3).dblclick(),
  },
  { name: 'helpers', hash: '#/helpers' },
  { name: 'contacts', hash: '#/contacts' },
  { name: 'imports', hash: '#/imports', prepare: openLedger },
  { name: 'ledger', hash: '#/contacts/ledger' },
  { name: 'calendar', hash: '#/calendar' },
  { name: 'needs', hash: '#/needs' },
  { name: 'incidents', hash: '#/incidents' },
  { name: 'activities', hash: '#/activities' },
  { name: 'organization', hash: '#/meetings' },
  { name: 'services', hash: '#/services' },
  { name: 'evacuations', hash: '#/evacuations' },
  { name: 'care-agreements', hash: '#/care-agreements' },
  { name: 'inspections', hash: '#/inspections' },
  { name: 'stations', hash: '#/stations' },
  { name: 'registers', hash: '#/registers' },
  { name: 'templates', hash: '#/documents/templates' },
  { name: 'paper', hash: '#/documents/compose/yearSummary' },
  { name: 'documents', hash: '#/documents' },
  { name: 'settings', hash: '#/settings' },
]

/** A village's list as it comes: one row is right, the others show what the import says of them. */
const ledger = `村,组,姓名,性别,身份证号,联系电话,健康状况
上塘村,一组,尉迟春桃,女,610999194503120024,13900001111,良好
下塘村,二组,单有田,男,61099919480815003X,无,高血压
石桥村,三组,覃秋菊,女,6109991951,13900002222,一般
石桥村,三组,解满仓,男,,13900003333,较差
西河村,一组,曾玉兰,女,610999195012240069,13900004444,良好
`

/** Leads the ledger as far as its rows. */
async function openLedger(page) {
  const buffer = Buffer.from(ledger)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '上塘等村名单.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '下一步：逐行看' }).click()
}

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
for (const { name, hash, prepare } of screens) {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForTimeout(1500)
  if (prepare) {
    await prepare(page)
    await page.waitForTimeout(1500)
  }
  await page.mouse.move(5, 760)
  await page.screenshot({ path: join(target, `${name}.png`) })
}
await browser.close()
server.kill()
