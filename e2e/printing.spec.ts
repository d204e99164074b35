import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type App } from './app'
import { call } from './call'

/*
 * Print views as the paper that comes out of them: kept as PDF (by the program's own button on the
 * desktop, by the browser's print in the loopback host) and measured there.
 */

const points = 72 / 25.4 // of PDF, to a millimetre

interface PlacedWord {
  page: number
  text: string
  /** Millimetres from the left and top edge. */
  left: number
  top: number
}

interface Measured {
  pages: { width: number; height: number }[]
  words: PlacedWord[]
}

function measured(pdf: string): Measured {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
  const pages: Measured['pages'] = []
  const words: PlacedWord[] = []
  const tag =
    /<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g
  for (const [, width, height, left, top, text] of xml.matchAll(tag))
    if (width) pages.push({ width: Number(width) / points, height: Number(height) / points })
    else
      words.push({
        page: pages.length,
        text: text!,
        left: Number(left) / points,
        top: Number(top) / points,
      })
  return { pages, words }
}

/** The print view at an address, as PDF. */
async function paperOf(app: App, address: string, sign: string): Promise<Measured> {
  const { page } = app
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(page.getByText(sign).first()).toBeVisible()
  const button = page.getByRole('button', { name: '存成 PDF' })
  await expect(button).toBeEnabled()
  if (app.electron) return measured(await app.saved(() => button.click()))
  const path = join(await mkdtemp(join(tmpdir(), 'sangyu-print-')), 'view.pdf')
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  return measured(path)
}

const township = 12

test('cards are 90 by 54 mm, ten to an A4 sheet; wall cards are A5; the register fits A3', async ({
  app,
}) => {
  const { page } = app
  const must = async <Value>(name: string, input: unknown): Promise<Value> => {
    const answer = await call(page, name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`)
    return answer.value as Value
  }
  await must('vault.create', {
    centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
    villages: [{ name: '下河村', kind: 'village' }],
    operator: { name: '王经办', password: '松绿-2026-桑榆' },
  })
  const [village] = await must<{ id: number }[]>('villages.list', {})
  for (let at = 1; at <= township; at += 1)
    await must('recipients.create', {
      facts: { name: `测试${at}号`, idNumber: null },
      villageId: village!.id,
    })
  await page.reload()

  const cards = await paperOf(app, '#/print/cards?status=active', '测试1号')
  expect(cards.pages).toHaveLength(4) // two sheets, fronts and backs
  for (const { width, height } of cards.pages) {
    expect(width).toBeCloseTo(210, 0)
    expect(height).toBeCloseTo(297, 0)
  }
  const names = cards.words.filter(({ text }) => /^测试\d+号/.test(text))
  const onFirst = names
    .filter((word) => word.page === 1)
    .sort((a, b) => Math.round(a.top - b.top) || a.left - b.left)
  expect(onFirst).toHaveLength(10)
  for (let row = 0; row < 5; row += 1) {
    const [left, right] = onFirst.slice(row * 2, row * 2 + 2)
    expect(right!.left - left!.left).toBeCloseTo(90, 0)
    if (row > 0) expect(left!.top - onFirst[row * 2 - 2]!.top).toBeCloseTo(54, 0)
  }

  const wall = await paperOf(app, '#/print/wall-cards?status=active', '测试1号')
  expect(wall.pages).toHaveLength(township)
  expect(wall.pages[0]!.width).toBeCloseTo(148, 0)
  expect(wall.pages[0]!.height).toBeCloseTo(210, 0)

  const register = await paperOf(app, '#/print/register?status=active&paper=A3', '测试1号')
  expect(register.pages[0]!.width).toBeCloseTo(420, 0)
  const right = Math.max(...register.words.map(({ left }) => left))
  expect(right).toBeLessThan(410)

  if (app.electron) {
    // No printer on this machine: the button that goes past the dialog stays away, and an order to
    // a printer that is gone is refused in words.
    const answer = await page.evaluate(async () => {
      const { host } = (
        globalThis as unknown as {
          sangyu: { host: { printTo(order: object): Promise<void> } }
        }
      ).sangyu
      const order = { printer: '不在的打印机', paper: 'A4', landscape: false }
      return host.printTo(order).then(
        () => 'printed',
        (error: unknown) => String(error),
      )
    })
    expect(answer).toContain('找不到选定的打印机')
  } else {
    await expect(page.getByRole('button', { name: '直接打印' })).toHaveCount(0)
  }
})
