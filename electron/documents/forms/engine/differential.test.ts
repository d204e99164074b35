import { TemplateHandler, type TemplateData } from 'easy-template-x'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTemplate } from './compile'
import { cell, docx, row, table } from './fixture'
import { blocksOf, type Block } from './reading'
import type { TemplateRecord } from './values'

/*
 * The same templates and data through this engine and through easy-template-x must show the same
 * text in the same looks. Where the two differ on purpose, such templates are not made here:
 * - paragraphs that hold nothing but a loop's tag are dropped by this engine (compared without
 *   empty paragraphs), tags in one column repeat rows and not columns;
 * - in a repeated row or list paragraph every value is the entry's, wherever the loop's tag stands;
 * - a line break in a value stays in its place, and does not move behind the text that follows.
 */

/** Runs as the programs of offices cut them: anywhere, with marks in between. */
interface Cut {
  at: number
  look: '' | '<w:b/>' | '<w:color w:val="FF0000"/>'
  between: '' | '<w:proofErr w:type="spellStart"/>' | '<w:bookmarkEnd w:id="1"/>'
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(30),
  look: fc.constantFrom('', '<w:b/>', '<w:color w:val="FF0000"/>'),
  between: fc.constantFrom('', '<w:proofErr w:type="spellStart"/>', '<w:bookmarkEnd w:id="1"/>'),
})

function paragraphMarkup(text: string, cuts: readonly Cut[], properties = ''): string {
  const places = [...new Map(cuts.map((one) => [one.at, one])).values()]
    .filter(({ at }) => at < text.length)
    .sort((a, b) => a.at - b.at)
  const starts = [{ at: 0, look: '', between: '' }, ...places]
  const runs = starts.map(({ at, look, between }, index) => {
    const words = text.slice(at, starts[index + 1]?.at ?? text.length)
    if (words === '') return between
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `${between}<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`
  })
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.join('')}</w:p>`
}

const listProperties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const words = fc.constantFrom('甲', '乙 ', ' 丙', '丁&', 'x<y', '，', '：')
const field = fc.constantFrom('{姓名}', '{ 村 }', '{备注}', '{没有}')
const list = fc.constantFrom('家人', '走访')
const condition = fc.constantFrom('真', '假', '空表')
const container = fc.oneof(list, condition)
const paragraphLook = fc.constantFrom('', '<w:jc w:val="center"/>')

const inline: fc.Memo<string> = fc.memo((depth) => {
  const plain = fc.array(fc.oneof(words, field), { maxLength: 4 }).map((parts) => parts.join(''))
  if (depth <= 1) return plain
  const loop = fc
    .tuple(container, inline(depth - 1))
    .map(([name, body]) => `{#${name}}${body}{/${name}}`)
  return fc.tuple(plain, fc.option(loop, { nil: '' }), plain).map((parts) => parts.join(''))
})

const cuts = fc.array(cut, { maxLength: 4 })

function paragraph(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, cuts, paragraphLook).map((parts) => paragraphMarkup(...parts))
}

/** In a list paragraph one loop, and no value before it. */
const listParagraph = fc
  .tuple(words, container, inline(1), words, cuts)
  .map(([before, name, body, after, where]) =>
    paragraphMarkup(`${before}{#${name}}${body}{/${name}}${after}`, where, listProperties),
  )

const rows: fc.Memo<string> = fc.memo((depth) => {
  const content = depth > 1 ? blocks(depth - 1) : paragraph(inline(2))
  // Word ends every cell with a paragraph.
  const ended = fc.tuple(content, paragraph(inline(2))).map((parts) => parts.join(''))
  const plain = fc.tuple(ended, ended).map(([left, right]) => row(cell(left), cell(right)))
  const repeated = fc
    .tuple(container, words, ended, ended, words, fc.option(plain), cuts)
    .map(([name, before, left, right, after, middle, where]) => {
      const start = paragraphMarkup(`${before}{#${name}}`, where)
      const end = paragraphMarkup(`{/${name}}${after}`, where)
      return middle
        ? row(cell(start + left), cell(right)) + middle + row(cell(left), cell(right + end))
        : row(cell(start + left), cell(right + end))
    })
  return fc
    .tuple(plain, fc.array(fc.oneof(plain, repeated), { maxLength: 2 }))
    .map(([first, others]) => table(2, first, ...others))
})

const blocks: fc.Memo<string> = fc.memo((depth) => {
  const one = fc.oneof(paragraph(inline(3)), paragraph(inline(3)), listParagraph)
  if (depth <= 1) return one
  // A paragraph between tables keeps them apart, as Word does.
  const separated = rows(depth - 1).map((markup) => `${markup}<w:p/>`)
  const block = fc
    .tuple(container, blocks(depth - 1), cuts)
    .map(
      ([name, body, where]) =>
        paragraphMarkup(`{#${name}}`, where) + body + paragraphMarkup(`{/${name}}`, where),
    )
  const spliced = fc
    .tuple(words, container, inline(2), blocks(depth - 1), inline(2), words, cuts)
    .map(
      ([before, name, first, middle, last, after, where]) =>
        paragraphMarkup(`${before}{#${name}}${first}`, where) +
        middle +
        paragraphMarkup(`${last}{/${name}}${after}`, where, '<w:jc w:val="right"/>'),
    )
  return fc
    .array(fc.oneof({ maxDepth: 3 }, one, separated, block, spliced), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(''))
})

const value = fc.constantFrom('', '尉迟彩霞', 'a & b < c', ' 空 格 ', '"引"', '0')

/** Every record has every field, so that both engines look in the same place. */
const record: fc.Memo<TemplateRecord> = fc.memo((depth) =>
  fc.record({
    姓名: value,
    村: value,
    备注: fc.oneof(value, fc.integer()),
    真: fc.constantFrom<string | boolean>('是', true),
    假: fc.constantFrom<string | boolean | null>('', false, null),
    空表: fc.constant([]),
    家人: depth > 1 ? fc.array(record(depth - 1), { maxLength: 2 }) : fc.constant([]),
    走访: depth > 1 ? fc.array(record(depth - 1), { maxLength: 3 }) : fc.constant([]),
  }),
)

async function byLibrary(template: Uint8Array, data: TemplateRecord): Promise<Block[]> {
  const handler = new TemplateHandler({ maxXmlDepth: 100 })
  return blocksOf(
    new Uint8Array(await handler.process(Buffer.from(template), data as TemplateData)),
  )
}

/** Without empty paragraphs, in cells as well. */
function shown(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'table')
      return [{ kind: 'table', rows: block.rows.map((cells) => cells.map(shown)) }]
    return block.stretches.length > 0 ? [block] : []
  })
}

describe('the engine beside easy-template-x', () => {
  it('shows the same on random templates and data', async () => {
    await fc.assert(
      fc.asyncProperty(blocks(3), record(4), async (body, data) => {
        const template = docx(body)
        const compiled = compileTemplate(template)
        expect(compiled.problems).toEqual([])
        expect(shown(blocksOf(compiled.render(data)))).toEqual(
          shown(await byLibrary(template, data)),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the same paragraphs where no tag stands alone', async () => {
    const body = fc
      .array(fc.oneof(paragraph(inline(3)), listParagraph), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(body, record(3), async (markup, data) => {
        const template = docx(markup)
        expect(blocksOf(compileTemplate(template).render(data))).toEqual(
          await byLibrary(template, data),
        )
      }),
      { numRuns: 80 },
    )
  })
})
