import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, chromium, type Page } from '@playwright/test'
import { sampleAccess } from '../../electron/services/sample'
import { round, seriesOf } from './figures'
import { programDir, type BenchVault } from './vaults'

/** The Electron that `scripts/bench.mjs` found, or null where there is none. */
interface ElectronProgram {
  program: string
  args: string[]
  env: Record<string, string>
}

const RUNS = 3

/** From starting the program to the painted list of 3,000 people, beside an empty window. */
export async function coldStart(vault: BenchVault) {
  const found = process.env['SANGYU_ELECTRON']
  if (!found) return { skipped: process.env['SANGYU_ELECTRON_MISSING'] ?? 'no Electron here' }
  const electron = JSON.parse(found) as ElectronProgram
  const empty = mkdtempSync(join(tmpdir(), 'sangyu-empty-'))
  writeFileSync(join(empty, 'package.json'), '{"name":"empty","version":"0.0.0","main":"main.cjs"}')
  writeFileSync(
    join(empty, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
     app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<h1>empty</h1>'))`,
  )
  const ours: { locked: number; list: number }[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await startOurs(electron, vault))
    bare.push(await startEmpty(electron, empty))
  }
  rmSync(empty, { recursive: true, force: true })
  const total = seriesOf(ours.map(({ locked, list }) => locked + list))
  const baseline = seriesOf(bare)
  return {
    measured: total,
    untilLockScreen: seriesOf(ours.map(({ locked }) => locked)),
    fromPasswordToList: seriesOf(ours.map(({ list }) => list)),
    baseline,
    ratio: round(total.median / baseline.median),
    baselineIs: 'an empty window of the same Electron',
  }
}

async function startOurs(electron: ElectronProgram, vault: BenchVault) {
  const profile = mkdtempSync(join(tmpdir(), 'sangyu-profile-'))
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: electron.program,
    args: [...electron.args, programDir, `--data=${vault.dataDir}`, `--user-data-dir=${profile}`],
    env: { ...(process.env as Record<string, string>), ...electron.env },
  })
  const page = await app.firstWindow()
  const field = page.locator('input[type=password]')
  await field.waitFor()
  const locked = performance.now() - started
  await page.evaluate(() => {
    location.hash = '#/recipients'
  })
  await field.fill(sampleAccess.password)
  const entered = performance.now()
  await field.press('Enter')
  await listIsPainted(page)
  const list = performance.now() - entered
  await app.close()
  rmSync(profile, { recursive: true, force: true })
  return { locked, list }
}

async function startEmpty(electron: ElectronProgram, folder: string): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'sangyu-profile-'))
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: electron.program,
    args: [...electron.args, folder, `--user-data-dir=${profile}`],
  })
  await (await app.firstWindow()).locator('h1').waitFor()
  const milliseconds = performance.now() - started
  await app.close()
  rmSync(profile, { recursive: true, force: true })
  return milliseconds
}

async function listIsPainted(page: Page): Promise<void> {
  await page.locator('[role=row]').nth(5).waitFor()
}

/** Frame times while the list of 3,000 people is scrolled, beside a plain list of as many lines. */
export async function listScroll(vault: BenchVault) {
  const server = spawn(
    process.execPath,
    [
      join(programDir, 'out/main/serve.js'),
      '--data',
      vault.dataDir,
      '--today',
      vault.request.until,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  const browser = await chromium.launch({
    executablePath: process.env['SANGYU_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${url}#token=${token}`)
    const field = page.locator('input[type=password]')
    await field.fill(sampleAccess.password)
    await field.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.evaluate(watchLongTasks)
    await page.evaluate(() => {
      location.hash = '#/recipients'
    })
    await listIsPainted(page)
    const measured = await framesWhileScrolling(page)
    const held = await page.evaluate(() => (window as unknown as { held: number[] }).held)
    await page.goto('about:blank')
    await page.setContent(
      `<div style="height:600px;overflow:auto">${'<div style="height:36px">一行</div>'.repeat(3000)}</div>`,
    )
    const baseline = await framesWhileScrolling(page)
    return {
      unit: 'milliseconds between frames',
      measured,
      baseline,
      ratio: round(measured.p95 / baseline.p95),
      baselineIs: 'a plain page of 3,000 lines',
      /** Tasks of the window over 50 ms from opening the list to the end of scrolling. */
      windowHeldLongerThan50: held.map(round),
    }
  } finally {
    await browser.close()
    server.kill()
  }
}

/** Notes every task that keeps the window from answering for more than 50 ms. */
function watchLongTasks(): void {
  const held: number[] = []
  Object.assign(window, { held })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) held.push(entry.duration)
  }).observe({ entryTypes: ['longtask'] })
}

/** Scrolls the tallest scrollable element through its whole height and times every frame. */
async function framesWhileScrolling(page: Page) {
  const frames = await page.evaluate(async () => {
    const boxes = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.scrollHeight > element.clientHeight * 2 &&
        /auto|scroll/.test(getComputedStyle(element).overflowY),
    )
    const box = boxes.sort((a, b) => b.scrollHeight - a.scrollHeight)[0]
    if (!box) throw new Error('nothing to scroll')
    const times: number[] = []
    let last = performance.now()
    for (let step = 0; step < 240; step += 1) {
      box.scrollTop = (box.scrollHeight * step) / 240
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      times.push(now - last)
      last = now
    }
    return times.slice(5)
  })
  return seriesOf(frames)
}
