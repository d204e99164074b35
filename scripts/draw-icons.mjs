/**
 * `node scripts/draw-icons.mjs`: draws resources/icons/icon.svg anew at every size the systems ask
 * for, with the Chromium of the tests, and packs the Windows icon out of them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { onProjectNode } from './install.mjs'
import { root } from './run.mjs'

await onProjectNode(import.meta.url)
const folder = join(root, 'resources/icons')
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512]

const browser = await chromium.launch({
  executablePath: process.env.SANGYU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
const pictures = new Map()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`)
  const png = await page.screenshot({ omitBackground: true })
  pictures.set(size, png)
  writeFileSync(join(folder, `${size}.png`), png)
}
await browser.close()
writeFileSync(join(folder, 'icon.ico'), windowsIcon(sizes.filter((size) => size <= 256)))

/** An .ico is a directory of pictures; since Windows Vista they may be PNG. */
function windowsIcon(within) {
  const header = Buffer.alloc(6 + 16 * within.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(within.length, 4)
  let offset = header.length
  within.forEach((size, index) => {
    const entry = 6 + 16 * index
    const { length } = pictures.get(size)
    // One byte each for width and height: 256 is written as 0.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += length
  })
  return Buffer.concat([header, ...within.map((size) => pictures.get(size))])
}
