import { describe, expect, it } from 'vitest'
import type { Paper } from '@shared/domain/papers/model'
import { lintWord } from '../lint'
import { openPackage, partText } from '../package'
import { composeWorkPlan } from '../papers/work-plan'
import { completeFacts } from '../papers/work-plan.fixture'
import { linesOf, pagesOf, pagesUnavailable, validationErrors } from '../proof'
import { paperToWord } from './paper'

const options = { author: '青石镇', written: '2026-03-05T00:00:00Z', wholeNames: ['青石镇'] }
const pointsPerMm = 72 / 25.4

const bare: Paper = {
  title: '测试',
  redHead: null,
  documentNumber: null,
  signer: null,
  addressee: null,
  body: [],
  attachments: [],
  signature: null,
  colophon: null,
  figures: {},
  missing: [],
}

describe('a paper as a file', () => {
  it('is the same bytes for the same paper, whenever it is written', async () => {
    const paper = composeWorkPlan(completeFacts())
    const first = await paperToWord(paper, options)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(Buffer.compare(first, await paperToWord(paper, options))).toBe(0)
  })

  it('passes the validator, with a head, three attachments and a colophon', async () => {
    const bytes = await paperToWord(composeWorkPlan(completeFacts()), options)
    expect(await validationErrors(bytes, 'docx')).toEqual([])
    expect(lintWord(bytes)).toEqual([])
  })

  it('defines its footers once per orientation and names fonts on every run', async () => {
    const parts = openPackage(await paperToWord(composeWorkPlan(completeFacts()), options))
    const footers = [...parts.keys()].filter((path) => /^word\/footer\d+\.xml$/.test(path))
    expect(footers).toHaveLength(4)
    const document = partText(parts, 'word/document.xml')
    expect(document).not.toMatch(/w:(ascii|eastAsia|hAnsi)Theme=/)
    expect(document).not.toContain('fldCharType="begin"')
    for (const [run] of document.matchAll(/<w:r>.*?<\/w:r>/g)) {
      if (!run.includes('<w:drawing>')) expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="[^"]+"/)
    }
  })

  it('drops what no document may hold and keeps breaks and rare characters', async () => {
    const text = '甲\u0000乙\u000b丙\ud800丁\n𬭚𫖯'
    const bytes = await paperToWord(
      { ...bare, body: [{ kind: 'paragraph', text: [text] }] },
      options,
    )
    expect(await validationErrors(bytes, 'docx')).toEqual([])
    const document = partText(openPackage(bytes), 'word/document.xml')
    expect(document).toContain('甲乙丙丁')
    expect(document).toContain('<w:br/>')
    expect(document).toMatch(/w:eastAsia="SimSun-ExtB"[^>]*>(?:(?!<w:r>).)*𬭚𫖯/)
  })
})

const reason = pagesUnavailable()
describe.skipIf(reason)(`a paper on the page${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it('holds 22 lines of 28 characters in the standard type area', async () => {
    const bytes = await paperToWord(
      { ...bare, body: [{ kind: 'paragraph', text: ['国'.repeat(28 * 22 * 3)] }] },
      options,
    )
    const pages = await pagesOf(bytes)
    const page = pages[1]!
    const number = page.words.find((word) => word.top > page.height - 35 * pointsPerMm)!
    const lines = linesOf(page).filter((line) => line.top < number.top - 10)
    expect(lines).toHaveLength(22)
    expect(new Set(lines.map((line) => line.text.length))).toEqual(new Set([28]))
    expect(lines[0]!.left / pointsPerMm).toBeCloseTo(28, 0)
    expect((page.width - lines[0]!.right) / pointsPerMm).toBeCloseTo(26, 0)
    const pitch = (lines.at(-1)!.top - lines[0]!.top) / 21
    expect(pitch).toBeCloseTo(28.95, 1)
    // The first line box begins at 37 mm; its characters stand in the middle of it.
    const middle = (lines[0]!.top + lines[0]!.bottom) / 2
    expect(Math.abs(middle - 37 * pointsPerMm - pitch / 2)).toBeLessThan(6)
  })

  it('numbers pages at the outer edge, 7 mm below the type area', async () => {
    const bytes = await paperToWord(
      { ...bare, body: [{ kind: 'paragraph', text: ['国'.repeat(28 * 22 * 2)] }] },
      options,
    )
    const [odd, even] = await pagesOf(bytes)
    for (const [page, digit] of [
      [odd!, '1'],
      [even!, '2'],
    ] as const) {
      const line = linesOf(page).at(-1)!
      expect(line.text).toBe(`—${digit}—`)
      const below = (line.top + line.bottom) / 2 / pointsPerMm - (297 - 35)
      expect(below).toBeGreaterThan(5.5)
      expect(below).toBeLessThan(8.5)
    }
    const right = odd!.width - linesOf(odd!).at(-1)!.right
    expect(right / pointsPerMm).toBeCloseTo(26 + 14 / pointsPerMm, 0)
    expect(linesOf(even!).at(-1)!.left / pointsPerMm).toBeCloseTo(28 + 14 / pointsPerMm, 0)
  })

  it('starts each attachment on a page of its own and turns the register sideways', async () => {
    const pages = await pagesOf(await paperToWord(composeWorkPlan(completeFacts()), options))
    const opening = (page: (typeof pages)[number]): string => linesOf(page)[0]!.text
    const starts = pages.filter((page) => /^附件\d$/.test(opening(page)))
    expect(starts.map(opening)).toEqual(['附件1', '附件2', '附件3'])
    expect(starts.map((page) => page.width > page.height)).toEqual([false, true, false])
    expect(pages.some((page) => linesOf(page).length <= 3)).toBe(false)
    // Bound with the others, a landscape page carries its number where theirs stands: 7 mm beyond
    // the left edge of its table, at the foot of odd pages and at the head of even ones.
    pages.forEach((page, position) => {
      if (page.width < page.height) return
      const number = page.words.find(
        (word) => word.text === String(position + 1) && word.left < 35 * pointsPerMm,
      )!
      expect((number.left + number.right) / 2 / pointsPerMm).toBeCloseTo(35 - 7, 0)
      expect(number.top > page.height / 2).toBe(position % 2 === 0)
    })
  })
})
