import { describe, expect, it } from 'vitest'
import { validationErrors } from '../../proof'
import { compileTemplate, type MergeOptions } from './compile'
import { docx, dot, namespaces, p, row, table } from './fixture'
import { paragraphsOf, partOf, pathsOf } from './reading'
import type { TemplateRecord } from './values'

function merged(
  template: Uint8Array,
  records: Iterable<TemplateRecord>,
  options?: MergeOptions,
): Uint8Array {
  const steps = compileTemplate(template).merge(records, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const people = ['甲', '乙', '丙'].map((姓名) => ({ 姓名 }))
const documentOf = (file: Uint8Array): string => partOf(file, 'word/document.xml')
const sections = (file: Uint8Array): string[] =>
  documentOf(file).match(/<w:sectPr\b.*?(?:\/>|<\/w:sectPr>)/g) ?? []

const pageSize = '<w:pgSz w:w="11906" w:h="16838"/>'
const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('a file of many people', () => {
  it('gives each a section, ended by the last paragraph where there is one', async () => {
    const template = docx(p('姓名') + p('{姓名}'), { section: `<w:sectPr>${pageSize}</w:sectPr>` })
    const file = merged(template, people)
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(paragraphsOf(file)).toEqual(['姓名', '甲', '姓名', '乙', '姓名', '丙'])
    const following = `<w:sectPr><w:type w:val="nextPage"/>${pageSize}</w:sectPr>`
    const all = documentOf(file).match(/<w:sectPr>.*?<\/w:sectPr>/g)
    expect(all).toEqual([`<w:sectPr>${pageSize}</w:sectPr>`, following, following])
  })

  it('ends a section after a table in a paragraph that takes no room', async () => {
    const template = docx(p('头') + table(1, row('{姓名}')))
    const file = merged(template, people)
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(paragraphsOf(file)).toEqual(['头', '甲', '', '头', '乙', '', '头', '丙'])
    expect(documentOf(file).match(/w:line="20" w:lineRule="exact"/g)).toHaveLength(2)
  })

  it('begins each on a new sheet when printed on both sides', () => {
    const file = merged(docx(p('{姓名}')), people, { duplex: true })
    const odd = '<w:type w:val="oddPage"/>'
    expect(documentOf(file).match(/<w:type [^>]*>/g)).toEqual([odd, odd])
  })

  it('keeps the sections a template has, and counts them anew for each', () => {
    const template = docx(
      `<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr></w:p>${p('{姓名}')}`,
      { section: '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>' },
    )
    const file = merged(template, people.slice(0, 2))
    expect(sections(file)).toHaveLength(4)
    expect(documentOf(file).match(/<w:type [^>]*>/g)).toEqual([
      '<w:type w:val="continuous"/>',
      '<w:type w:val="nextPage"/>',
    ])
  })

  it('begins page numbers with 1, and counts the pages of each person', async () => {
    const footer = `<w:ftr ${namespaces}><w:p>${field('PAGE')}${field('NUMPAGES')}</w:p></w:ftr>`
    const template = docx(p('{姓名}'), {
      parts: [{ name: 'footer1.xml', relation: 'footer', content: footer }],
      section: `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>${pageSize}</w:sectPr>`,
    })
    const file = merged(template, people)
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(documentOf(file).match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2)
    expect(documentOf(file).match(/footerReference/g)).toHaveLength(3)
    expect(pathsOf(file).filter((path) => path.includes('footer'))).toEqual(['word/footer1.xml'])
    expect(partOf(file, 'word/footer1.xml')).toContain('SECTIONPAGES')
    const single = compileTemplate(template).render(people[0]!)
    expect(partOf(single, 'word/footer1.xml')).toContain(' NUMPAGES ')
  })

  it('starts numbered lists afresh for each, and leaves bullets alone', async () => {
    const level = (format: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl>`
    const numbering =
      `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level('decimal')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    const item = (list: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>{姓名}</w:t></w:r></w:p>`
    const template = docx(item(1) + item(1) + item(2), {
      parts: [{ name: 'numbering.xml', relation: 'numbering', content: numbering }],
    })
    const file = merged(template, people)
    expect(await validationErrors(file, 'docx')).toEqual([])
    const used = [...documentOf(file).matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    expect(used).toEqual(['1', '1', '2', '3', '3', '2', '4', '4', '2'])
    expect(partOf(file, 'word/numbering.xml')).toContain(
      '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
    )
  })

  it('keeps a picture once and numbers every drawing', async () => {
    const picture = (shade: number) => ({
      kind: 'picture' as const,
      bytes: dot(shade),
      format: 'png' as const,
      widthMm: 20,
      heightMm: 20,
      alt: '照片',
    })
    const records = [1, 2, 1, 1].map((shade) => ({ 照片: picture(shade) }))
    const file = merged(docx(p('{照片}')), records)
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(pathsOf(file).filter((path) => path.includes('media'))).toHaveLength(2)
    const ids = [...documentOf(file).matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['1', '2', '3', '4'])
  })

  it('gives the same bytes for the same people, whatever the clock and whatever came before', () => {
    const template = docx(p('{姓名}'))
    const compiled = compileTemplate(template)
    const again = compiled.render(people[0]!)
    compiled.render(people[1]!)
    expect(compiled.render(people[0]!)).toEqual(again)
    expect(merged(template, people)).toEqual(merged(template, people))
  })

  it('asks for people one at a time, and can be stopped', () => {
    let asked = 0
    function* endless(): Generator<TemplateRecord> {
      for (;;) {
        asked += 1
        yield { 姓名: '甲' }
      }
    }
    const steps = compileTemplate(docx(p('{姓名}'))).merge(endless())
    steps.next()
    steps.next()
    expect(asked).toBe(3)
    steps.return(new Uint8Array())
  })

  it('of one person is that person’s file, of nobody an empty document', async () => {
    const header = `<w:hdr ${namespaces}><w:p>${field('NUMPAGES')}</w:p>${p('{姓名}')}</w:hdr>`
    const template = docx(p('{姓名}'), {
      parts: [{ name: 'header1.xml', relation: 'header', content: header }],
      section: '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>',
    })
    const [only] = people
    expect(merged(template, [only!])).toEqual(compileTemplate(template).render(only!))
    const empty = merged(template, [])
    expect(paragraphsOf(empty)).toEqual([])
    expect(pathsOf(empty)).not.toContain('word/header1.xml')
    expect(await validationErrors(empty, 'docx')).toEqual([])
  })
})
