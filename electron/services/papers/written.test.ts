import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSampleVault, sampleAccess } from '@electron/core/sample-vault'
import {
  closeTestVaults,
  coreOn,
  finishedJob,
  mustOn,
  openTestVault,
  programDir,
  temporaryFolder,
  testFounding,
  type TestVault,
} from '@electron/core/test-vault'
import { lintWord } from '@electron/documents/lint'
import { openPackage, partText } from '@electron/documents/package'
import { linesOf, pagesOf, pagesUnavailable, validationErrors } from '@electron/documents/proof'
import type { ComposedDraft } from '@shared/domain/papers/composed'
import { composedKinds } from '@shared/domain/papers/kinds'
import {
  blankMark,
  inlineText,
  type Block,
  type Inline,
  type Paper,
} from '@shared/domain/papers/model'

/*
 * Every kind of composed paper as the file an office hands in: from a township that has not begun
 * to work, without villages, people or rules, and from the sample township.
 */

type Township = Pick<TestVault, 'core' | 'must'>

const today = '2026-11-21'
let empty: Township
let sample: Township

beforeAll(async () => {
  empty = await openTestVault(today, { ...testFounding, villages: [] })
  const dataDir = temporaryFolder()
  const request = { recipients: 80, contacts: 1_200, years: 2, until: today }
  const { vault, operatorId } = await createSampleVault({ dataDir, programDir, request })
  vault.close()
  const core = coreOn(dataDir, today)
  sample = { core, must: mustOn(core) }
  await sample.must('vault.unlock', { operatorId, password: sampleAccess.password })
}, 120_000)
afterAll(closeTestVaults)

/** A kind of paper as it would be written unchanged, shown and as the bytes of its Word file. */
async function write(
  { core, must }: Township,
  kind: string,
  change: (draft: ComposedDraft) => ComposedDraft = (draft) => draft,
) {
  const which = { kind, year: 2026, month: 11 }
  const start = await must('papers.start', which)
  const draft = change(start.draft)
  const { paper } = await must('papers.preview', { ...which, draft })
  const { jobId } = await must('papers.write', { ...which, draft })
  const { status, result } = await finishedJob(core, jobId)
  expect(status).toBe('done')
  const [file] = core.artifacts.get((result as { artifactId: number }).artifactId).files
  return { paper: paper as Paper, bytes: file!.bytes }
}

/** Each paragraph, heading and cell of a paper's body. */
const inlinesOf = (block: Block): Inline[][] =>
  block.kind === 'table'
    ? block.rows.flat()
    : [[...block.text, ...((block.kind === 'heading' && block.body) || [])]]

/** The words of a Word file, paragraph by paragraph. */
const wordsOf = (bytes: Uint8Array): string[] =>
  partText(openPackage(bytes), 'word/document.xml')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )

/** What is left of a sentence when something was put in that is not there. */
const broken =
  /undefined|\bnull\b|NaN|[{}]|\[\[|\]\]|[，、：；][，、：；。]|。。|（）|《》|^[，。、]/

describe('composed papers as files', () => {
  it.each(composedKinds.map(({ key }) => key))(
    '%s: is a valid file of whole sentences, from an empty township and from a working one',
    { timeout: 120_000 },
    async (kind) => {
      for (const township of [empty, sample]) {
        const { paper, bytes } = await write(township, kind)
        expect(await validationErrors(bytes, 'docx')).toEqual([])
        expect(lintWord(bytes)).toEqual([])
        const words = wordsOf(bytes)
        expect(words.filter((paragraph) => broken.test(paragraph))).toEqual([])
        // Nothing of the text shown in the editor is lost on paper, blanks included.
        const whole = words.join('\n')
        for (const inlines of paper.body.flatMap(inlinesOf))
          expect(whole).toContain(inlineText(inlines))
        expect(words).toContain(`${blankMark}年＿月＿日`)
      }
    },
  )

  it.each(composedKinds.map(({ key }) => key))(
    '%s: lists as missing just what is blank in it, lines left to write on included',
    async (kind) => {
      for (const township of [empty, sample]) {
        const { paper } = await write(township, kind)
        const inlines = paper.body.flatMap(inlinesOf).flat()
        const facts = inlines.flatMap((one) =>
          typeof one === 'object' && 'blank' in one ? [one.blank] : [],
        )
        const left = paper.missing.filter((one) => one.endsWith('里留着的空'))
        const lines = [paper.title, ...inlines].some(
          (one) => typeof one === 'string' && one.includes(blankMark),
        )
        expect(left.length > 0).toBe(lines)
        expect(new Set(paper.missing)).toEqual(new Set([...facts, ...left, '成文日期']))
      }
    },
  )

  it('claims neither nought people nor that all is well where nobody is on file', async () => {
    const { paper } = await write(empty, 'yearSummary')
    const text = paper.body.flatMap(inlinesOf).map(inlineText).join('\n')
    expect(text).toContain(`全镇${blankMark}个村（社区）共有在册关爱对象${blankMark}人`)
    expect(text).not.toMatch(/没有联系逾期|的0[人件处]/)
    expect(paper.missing).toContain('存在的问题（还没有在册的人可看）')
  })

  it('calls a year whole only when it is over', async () => {
    const textOf = async (year: number): Promise<string> => {
      const which = { kind: 'yearSummary', year, month: 1 }
      const { draft } = await sample.must('papers.start', which)
      const { paper } = await sample.must('papers.preview', { ...which, draft })
      return (paper as Paper).body.flatMap(inlinesOf).map(inlineText).join('\n')
    }
    expect(await textOf(2025)).toContain('全年共探访')
    const running = await textOf(2026)
    expect(running).toContain('2026年以来共探访')
    expect(running).not.toContain('全年')
  })

  it(
    'say only numbers whose rows are as many, in a township with everything in it',
    { timeout: 120_000 },
    async () => {
      for (const { key } of composedKinds) {
        const { paper } = await write(sample, key)
        for (const { value, source } of Object.values(paper.figures)) {
          if (source.list !== 'figure')
            throw new Error('every figure of such a paper is a question')
          const { answer, total } = await sample.must('figures.rows', {
            question: source.question,
          } as never)
          expect([source.question, answer.value, answer.rows]).toEqual([
            source.question,
            value,
            total,
          ])
        }
      }
    },
  )
})

const pointsPerMm = 72 / 25.4
const reason = pagesUnavailable()
describe.skipIf(reason)(`a long paper on the page${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it(
    'keeps the margins, the 22 lines of 28 characters and the place of the page number',
    { timeout: 120_000 },
    async () => {
      const { bytes } = await write(sample, 'yearSummary', (draft) => ({
        ...draft,
        sections: draft.sections.map((one) =>
          one.key === 'cases' ? { ...one, on: true, wording: '事'.repeat(28 * 22 * 3) } : one,
        ),
      }))
      const pages = await pagesOf(bytes)
      expect(pages.length).toBeGreaterThan(4)
      const full = pages.flatMap((page, at) => {
        const lines = linesOf(page)
        const number = lines.pop()!
        expect([page.width / pointsPerMm, page.height / pointsPerMm].map(Math.round)).toEqual([
          210, 297,
        ])
        expect(number.text).toBe(`—${at + 1}—`)
        const below = (number.top + number.bottom) / 2 / pointsPerMm - (297 - 35)
        expect(below).toBeGreaterThan(5.5)
        expect(below).toBeLessThan(8.5)
        const outer = at % 2 === 0 ? page.width - number.right : number.left
        expect(outer / pointsPerMm).toBeCloseTo((at % 2 === 0 ? 26 : 28) + 14 / pointsPerMm, 0)
        for (const { text, left, right, top, bottom } of lines) {
          // A mark may hang beyond the end of its line, as in Word.
          const hanging = /[，。、；：）”》]$/.test(text) ? 16 : 0
          expect(left / pointsPerMm).toBeGreaterThan(28 - 0.5)
          expect((page.width - right + hanging) / pointsPerMm).toBeGreaterThan(26 - 0.5)
          expect(top / pointsPerMm).toBeGreaterThan(37 - 0.5)
          expect(bottom / pointsPerMm).toBeLessThan(297 - 35 + 0.5)
        }
        return lines.every(({ text }) => text === '事'.repeat(28)) ? [lines] : []
      })
      expect(full.length).toBeGreaterThan(0)
      for (const lines of full) {
        expect(lines).toHaveLength(22)
        expect((lines.at(-1)!.top - lines[0]!.top) / 21).toBeCloseTo(28.95, 1)
      }
    },
  )
})
