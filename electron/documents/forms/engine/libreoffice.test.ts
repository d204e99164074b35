import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linesOf, pagesOf, pagesUnavailable, validationErrors } from '../../proof'
import { compileTemplate } from './compile'
import { docx, namespaces, p, row, table } from './fixture'
import { paragraphsOf, pathsOf } from './reading'

const reason = pagesUnavailable()

/** The template as LibreOffice opens and saves it. */
function savedByLibreOffice(template: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-template-'))
  try {
    writeFileSync(join(folder, 'template.docx'), template)
    const out = join(folder, 'out')
    execFileSync('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      out,
      join(folder, 'template.docx'),
    ])
    return new Uint8Array(readFileSync(join(out, 'template.docx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const footer = `<w:ftr ${namespaces}><w:p>${field('PAGE')}</w:p></w:ftr>`
const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'

const template = docx(
  p('姓名：', '{姓', '名}') +
    table(2, row('成员', '电话'), row('{#家人}{称呼}', '{电话}{/家人}')) +
    p('{#备注}') +
    p('备注：{备注}') +
    p('{/备注}') +
    p('完'),
  {
    parts: [
      {
        name: 'header1.xml',
        relation: 'header',
        content: `<w:hdr ${namespaces}>${p('{姓名}的档案')}</w:hdr>`,
      },
      { name: 'footer1.xml', relation: 'footer', content: footer },
    ],
    section,
  },
)

const people = [
  {
    姓名: '尉迟彩霞',
    家人: [
      { 称呼: '长子', 电话: '1' },
      { 称呼: '女儿', 电话: '2' },
    ],
    备注: '',
  },
  { 姓名: '欧阳德福', 家人: [], 备注: '耳背' },
]

describe.skipIf(reason)(`beside LibreOffice${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it('fills a template that LibreOffice saved', async () => {
    const compiled = compileTemplate(savedByLibreOffice(template))
    expect(compiled.problems).toEqual([])
    expect(compiled.tags).toEqual(['姓名', '家人', '称呼', '电话', '备注'])
    const file = compiled.render(people[0]!)
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(paragraphsOf(file)).toEqual([
      '姓名：尉迟彩霞',
      '成员',
      '电话',
      '长子',
      '1',
      '女儿',
      '2',
      '完',
    ])
    const headers = pathsOf(file).filter((path) => path.startsWith('word/header'))
    expect(paragraphsOf(file, headers[0])).toEqual(['尉迟彩霞的档案'])
  })

  it('prints everybody on pages of their own, numbered from 1, under their own header', async () => {
    const steps = compileTemplate(template).merge([...people, people[0]!])
    let step = steps.next()
    while (!step.done) step = steps.next()
    const pages = await pagesOf(step.value)
    expect(pages.map((page) => linesOf(page).map(({ text }) => text))).toEqual(
      [0, 1, 0].map((index) => expect.arrayContaining([`${people[index]!.姓名}的档案`, '1'])),
    )
  })
})
