import { describe, expect, it } from 'vitest'
import { formats } from '@shared/domain/formats/formats'
import { validationErrors } from '../../proof'
import { compileTemplate } from './compile'
import { cell, docx, dot, namespaces, p, row, table } from './fixture'
import { paragraphsOf, partOf, pathsOf } from './reading'
import type { TemplatePicture, TemplateRecord } from './values'

function filled(body: string, record: TemplateRecord): string[] {
  const compiled = compileTemplate(docx(body), { formats })
  expect(compiled.problems).toEqual([])
  return paragraphsOf(compiled.render(record))
}

const photo = (shade = 0): TemplatePicture => ({
  kind: 'picture',
  bytes: dot(shade),
  format: 'png',
  widthMm: 30,
  heightMm: 40,
  alt: '尉迟彩霞的照片',
})

const family = [
  { 姓名: '子甲', 电话: '1' },
  { 姓名: '女乙', 电话: '2' },
]

const textBox = (content: string): string =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
  '<wp:extent cx="1000000" cy="500000"/><wp:docPr id="7" name="文本框 7"/>' +
  '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>' +
  `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape id="_x0000_s1026" style="width:80pt;height:40pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const frame = (alt: string): string =>
  '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="900000"/>' +
  `<wp:docPr id="3" name="旧照片" descr="${alt}" title="王某"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
  '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="wang.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:srcRect l="9000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
  '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'

describe('a tag', () => {
  it('is found however programs cut it into runs, and keeps the look of its first character', () => {
    const body =
      '<w:p><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>姓名：{</w:t></w:r><w:proofErr w:type="spellStart"/>' +
      '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>姓</w:t></w:r><w:bookmarkEnd w:id="0"/>' +
      '<w:smartTag><w:r><w:rPr><w:i/></w:rPr><w:t>名}</w:t></w:r></w:smartTag><w:r><w:t>先生</w:t></w:r></w:p>'
    const file = compileTemplate(docx(body)).render({ 姓名: '张三' })
    expect(paragraphsOf(file)).toEqual(['姓名：张三先生'])
    expect(partOf(file, 'word/document.xml')).toContain(
      '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">张三</w:t></w:r>',
    )
    expect(partOf(file, 'word/document.xml')).not.toMatch(/proofErr|bookmark|rsid/)
  })

  it('keeps a bookmark that something in the document refers to', () => {
    const body =
      '<w:p><w:bookmarkStart w:id="4" w:name="附件"/><w:r><w:t>附件{号}</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF 附件 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const compiled = compileTemplate(docx(body))
    expect(partOf(compiled.render({ 号: '1' }), 'word/document.xml')).toContain('w:name="附件"')
    const merged = partOf(mergedOf(compiled, [{ 号: '1' }, { 号: '2' }]), 'word/document.xml')
    expect(merged.match(/w:bookmarkStart/g)).toHaveLength(1)
  })

  it.each([
    ['两\n行', '两\n行'],
    ['<b>&"\'', '<b>&"\''],
    ['甲\u0000乙\u000b丙\ud800丁\ufffe', '甲乙丙丁'],
    ['  前后  ', '  前后  '],
    ['𬭚姓\r\n𫖯', '𬭚姓\n𫖯'],
    ['', ''],
  ])('prints %j as it is fit for Word', async (value, shown) => {
    const file = compileTemplate(docx(p('{姓名}'))).render({ 姓名: value })
    expect(paragraphsOf(file)).toEqual([shown])
    expect(await validationErrors(file, 'docx')).toEqual([])
  })

  it('prints numbers, and nothing for what is missing', () => {
    const body = p('{数}/{无}/{空}/{constructor}')
    expect(filled(body, { 数: 0, 空: null })).toEqual(['0///'])
  })

  it('takes formats, one after another', () => {
    const record = { 出生日期: '1934年12月21日', 身份证号: '610999193412210022', 金额: '80' }
    expect(filled(p('{出生日期|农历} { 身份证号 | 脱敏 } {金额｜大写}'), record)).toEqual([
      '农历冬月十五 610999************ 捌拾元整',
    ])
  })

  it('is filled in text boxes, in both their versions', () => {
    const body = `<w:p>${textBox(`${p('{#家人}')}${p('{姓名}')}${p('{/家人}')}`)}</w:p>`
    expect(filled(body, { 家人: family })).toEqual(['', '子甲', '女乙', '子甲', '女乙'])
  })

  it('is filled in content controls, which lose their binding to other data', () => {
    const body =
      '<w:sdt><w:sdtPr><w:id w:val="5"/><w:showingPlcHdr/><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>' +
      `<w:sdtContent>${p('{姓名}')}</w:sdtContent></w:sdt>`
    const file = compileTemplate(docx(body)).render({ 姓名: '张三' })
    expect(paragraphsOf(file)).toEqual(['张三'])
    expect(partOf(file, 'word/document.xml')).not.toMatch(/dataBinding|showingPlcHdr/)
  })
})

describe('a loop', () => {
  it('repeats the rows between its tags', () => {
    const body = table(
      2,
      row('姓名', '电话'),
      row('{#家人}{姓名}', '{电话}'),
      row('——', '{/家人}'),
      row('合计', ''),
    )
    expect(filled(body, { 家人: family })).toEqual([
      '姓名',
      '电话',
      '子甲',
      '1',
      '——',
      '',
      '女乙',
      '2',
      '——',
      '',
      '合计',
      '',
    ])
  })

  it('repeats rows also where both tags stand in the first column, or in one cell that says so', () => {
    const oneColumn = table(1, row('{#家人}'), row('{姓名}'), row('{/家人}'))
    expect(filled(oneColumn, { 家人: family })).toEqual(['', '子甲', '', '', '女乙', ''])
    const oneCell = table(1, row('{#家人 [loopOver: “row”]}{姓名}{/家人}'))
    expect(filled(oneCell, { 家人: family })).toEqual(['子甲', '女乙'])
  })

  it('repeats what stands between two paragraphs of its tags, which go', () => {
    const body = p('前') + p('{#家人}') + p('{姓名}') + p('电话{电话}') + p('{/家人}') + p('后')
    expect(filled(body, { 家人: family })).toEqual(['前', '子甲', '电话1', '女乙', '电话2', '后'])
    expect(filled(body, { 家人: [] })).toEqual(['前', '后'])
  })

  it('repeats a part of a paragraph, and numbered paragraphs as a whole', () => {
    expect(filled(p('有{#家人}{姓名}、{/}等'), { 家人: family })).toEqual(['有子甲、女乙、等'])
    const numbered =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{#家人}{姓名}{/家人}</w:t></w:r></w:p>'
    expect(filled(numbered, { 家人: family })).toEqual(['子甲', '女乙'])
    expect(filled(numbered, { 家人: true, 姓名: '本人' })).toEqual(['本人'])
  })

  it('nests, and looks for values outward', () => {
    const body = table(2, row('{#村}{名}', '{#人}{姓名}（{镇}）{^电话}无电话{/电话}；{/人}{/村}'))
    const record = {
      镇: '青石镇',
      村: [
        { 名: '下河村', 人: [{ 姓名: '甲' }, { 姓名: '乙', 电话: '1' }] },
        { 名: '上河村', 人: [] },
      ],
    }
    expect(filled(body, record)).toEqual([
      '下河村',
      '甲（青石镇）无电话；乙（青石镇）；',
      '上河村',
      '',
    ])
  })

  it('shows and hides: text that is not empty, a picture, a list with entries', () => {
    const body = p('{#备注}备注：{备注}{/备注}{^备注}无备注{/备注}{^家人}独居{/家人}')
    expect(filled(body, { 备注: '腿脚不便', 家人: family })).toEqual(['备注：腿脚不便'])
    expect(filled(body, { 备注: '', 家人: [] })).toEqual(['无备注独居'])
  })

  it.each([0, 1, 500])('leaves sound cells and tables with %i entries', async (count) => {
    const entries = Array.from({ length: count }, (_, index) => ({ 姓名: `第${index}人` }))
    const body =
      table(1, row(cell(p('{#家人}'), p('{姓名}'), p('{/家人}')))) +
      p('间') +
      table(1, row('{#家人 [loopOver: "row"]}{姓名}{/家人}')) +
      p('{#家人}') +
      table(1, row('{姓名}')) +
      p('{/家人}')
    const file = compileTemplate(docx(body)).render({ 家人: entries })
    expect(await validationErrors(file, 'docx')).toEqual([])
    const xml = partOf(file, 'word/document.xml')
    // Neighbouring tables would grow into one; a cell must end with a paragraph.
    expect(xml).not.toContain('</w:tbl><w:tbl>')
    expect(xml).not.toMatch(/<\/w:tcPr><\/w:tc>/)
    expect(xml.match(/<w:tbl>/g) ?? []).toHaveLength(count === 0 ? 1 : 2 + count)
  })
})

describe('a picture', () => {
  it('stands in the text at its size, once in the file', async () => {
    const compiled = compileTemplate(docx(p('{照片}') + p('{照片}')))
    const file = compiled.render({ 照片: photo() })
    expect(await validationErrors(file, 'docx')).toEqual([])
    const xml = partOf(file, 'word/document.xml')
    expect(xml).toContain('<wp:extent cx="1080000" cy="1440000"/>')
    expect(xml.match(/<wp:docPr id="\d+"/g)).toEqual(['<wp:docPr id="1"', '<wp:docPr id="2"'])
    expect(pathsOf(file).filter((path) => path.includes('media'))).toHaveLength(1)
  })

  it('takes the place and looks of a picture whose alternative text is its tag', async () => {
    const old = dot(9)
    const template = docx(`<w:p>${frame('{照片}')}</w:p>`, {
      parts: [{ name: 'media/wang.png', relation: 'image', content: old }],
    })
    const compiled = compileTemplate(template)
    expect(compiled.tags).toEqual(['照片'])
    const file = compiled.render({ 照片: photo() })
    expect(await validationErrors(file, 'docx')).toEqual([])
    const xml = partOf(file, 'word/document.xml')
    expect(xml).toContain('prst="ellipse"')
    // 30 × 40 mm within 2.5 cm squared: as high as the frame.
    expect(xml).toContain('<wp:extent cx="675000" cy="900000"/>')
    expect(xml).not.toMatch(/王某|旧照片|wang/)
    expect(pathsOf(file)).not.toContain('word/media/wang.png')
    expect(paragraphsOf(compiled.render({ 照片: '照片' }))).toEqual(['照片'])
    expect(paragraphsOf(compiled.render({}))).toEqual([''])
    expect(pathsOf(compiled.render({})).some((path) => path.includes('media'))).toBe(false)
  })

  it('is not kept from the record before', () => {
    const compiled = compileTemplate(docx(p('{照片}')))
    compiled.render({ 照片: photo() })
    expect(pathsOf(compiled.render({ 照片: null }))).not.toContain('word/media/picture2.png')
  })

  it('says so where its bytes are no picture', () => {
    const broken = { ...photo(), bytes: new Uint8Array([1, 2, 3]) }
    expect(filled(p('{照片}'), { 照片: broken })).toEqual(['［图片无法读取］'])
  })
})

describe('headers and footers', () => {
  const margin = (kind: 'hdr' | 'ftr', content: string): string =>
    `<w:${kind} ${namespaces}>${content}</w:${kind}>`
  const template = docx(p('{姓名}'), {
    parts: [
      { name: 'header1.xml', relation: 'header', content: margin('hdr', p('{单位}档案')) },
      { name: 'footer1.xml', relation: 'footer', content: margin('ftr', p('第一页')) },
      { name: 'header2.xml', relation: 'header', content: margin('hdr', p('别人的名字')) },
    ],
    section:
      '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>',
  })

  it('are filled; those that no section shows are left out', async () => {
    const file = compileTemplate(template).render({ 姓名: '张三', 单位: '青石镇' })
    expect(await validationErrors(file, 'docx')).toEqual([])
    expect(paragraphsOf(file, 'word/header1.xml')).toEqual(['青石镇档案'])
    expect(pathsOf(file)).not.toContain('word/header2.xml')
  })

  it('are written once in a file of many people, and again only where they differ', async () => {
    const compiled = compileTemplate(template)
    const people = ['青石镇', '青石镇', '白石镇', '青石镇'].map((单位, index) => ({
      姓名: `第${index}人`,
      单位,
    }))
    const file = mergedOf(compiled, people)
    expect(await validationErrors(file, 'docx')).toEqual([])
    const margins = pathsOf(file).filter((path) => /header|footer/.test(path))
    expect(margins).toEqual(['word/footer1.xml', 'word/header1-2.xml', 'word/header1.xml'])
    expect(paragraphsOf(file, 'word/header1-2.xml')).toEqual(['白石镇档案'])
  })
})

function mergedOf(
  compiled: ReturnType<typeof compileTemplate>,
  records: Iterable<TemplateRecord>,
  duplex = false,
): Uint8Array {
  const steps = compiled.merge(records, { duplex })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
