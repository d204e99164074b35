import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import { lintWord } from '../lint'
import { openPackage, partText, sealPackage, setPartText } from '../package'
import { linesOf, pagesOf, pagesUnavailable, validationErrors } from '../proof'
import { shippedForms, type TemplateScope } from '@shared/domain/templates/forms'
import type { TemplateRecord } from './engine'
import { cardSheetData, fieldGuide, fieldsOf, personData, rosterData } from './fields'
import { barePerson, office, person } from './record.fixture'
import type { RecipientRecord } from './record'
import { checkTemplate, fillForms, mergeForms } from './render'

function template(id: string): Uint8Array {
  const { file } = shippedForms.find((shipped) => shipped.id === id)!
  return new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../../resources/templates', file)),
  )
}

const fields = fieldsOf('person')

function fileOf(...people: RecipientRecord[]): Uint8Array {
  const records = people.map((one) => personData(one, office))
  return mergeForms({ template: template('recipientFile'), records, fields })
}

function filledOnce(id: string, scope: TemplateScope, data: TemplateRecord): Uint8Array {
  const [bytes] = fillForms({
    template: template(id),
    records: [data],
    fields: fieldsOf(scope),
  })
  return bytes!
}

async function expectSound(bytes: Uint8Array): Promise<void> {
  expect(lintWord(bytes)).toEqual([])
  expect(await validationErrors(bytes, 'docx')).toEqual([])
}

/** The smallest PNG: one grey pixel. */
const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const text = (bytes: Uint8Array): string =>
  partText(openPackage(bytes), 'word/document.xml').replace(/<[^>]+>/g, '')

describe('forms', () => {
  it.each([
    ['everything known', person()],
    ['nothing but a name', barePerson()],
    ['forty family members', person({}, 40)],
    [
      'a name of a hundred characters',
      person({ name: '欧'.repeat(100), homeAddress: '长'.repeat(100) }),
    ],
    [
      'rare and forbidden characters',
      person({ name: '𬭚𫖯\u0000\ud800', remark: '甲\u000b乙\n丙 <&> {姓名' }),
    ],
    ['a photograph', person({ photo: { bytes: pixel, mime: 'image/png' } })],
  ])('prints a sound 个人档案表 for %s', async (_, record) => {
    const bytes = fileOf(record)
    expect(await validationErrors(bytes, 'docx')).toEqual([])
    expect(lintWord(bytes).filter((finding) => !finding.includes('{姓名'))).toEqual([])
  })

  it('gives the same bytes for the same people at any time', async () => {
    const first = fileOf(person(), barePerson())
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    const second = fileOf(person(), barePerson())
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('merges people without repeating pictures, footers or drawing ids', async () => {
    const photographed = person({ photo: { bytes: pixel, mime: 'image/png' } })
    const bytes = fileOf(photographed, photographed, barePerson(), photographed)
    await expectSound(bytes)
    const parts = openPackage(bytes)
    expect([...parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
    const document = partText(parts, 'word/document.xml')
    expect(document.match(/<wp:docPr\b/g)).toHaveLength(3)
    expect(document.match(/<w:sectPr\b/g)).toHaveLength(4)
  })

  it('makes one file each when asked', async () => {
    const files = fillForms({
      template: template('recipientFile'),
      records: [person(), barePerson()].map((one) => personData(one, office)),
      fields,
    })
    expect(files).toHaveLength(2)
    expect(text(files[0]!)).toContain('尉迟彩霞')
    expect(text(files[1]!)).not.toContain('尉迟彩霞')
    for (const file of files) await expectSound(file)
  })

  it.each([
    ['rosterA4', 'roster'],
    ['rosterA3', 'roster'],
    ['pairingRegister', 'roster'],
  ] as const)('prints %s with every person in it', async (id, scope) => {
    const people = Array.from({ length: 30 }, (_, index) => person({ name: `测试${index}` }))
    const bytes = filledOnce(id, scope, rosterData(people, office))
    await expectSound(bytes)
    expect(text(bytes)).toContain('测试29')
    expect(text(bytes)).toContain('共 30 人')
  })

  it('prints cards without ID numbers, ten to a sheet, backs mirrored', async () => {
    const people = Array.from({ length: 13 }, (_, index) =>
      person({
        name: `测试${index}`,
        pairings: [{ ...person().pairings[0]!, helper: `帮扶${index}` }],
      }),
    )
    const data = cardSheetData(people, office)
    const sheets = data['张'] as TemplateRecord[]
    expect(sheets).toHaveLength(2)
    const names = (row: TemplateRecord, side: string): unknown[] =>
      (row[side] as TemplateRecord[]).map((card) => card['姓名'])
    const [front] = sheets[1]!['正面行'] as TemplateRecord[]
    const [back] = sheets[1]!['背面行'] as TemplateRecord[]
    expect([names(front!, '左'), names(front!, '右')]).toEqual([['测试10'], ['测试11']])
    expect([names(back!, '左'), names(back!, '右')]).toEqual([['测试11'], ['测试10']])
    const bytes = filledOnce('contactCards', 'cards', data)
    await expectSound(bytes)
    expect(text(bytes)).not.toContain('610999')
  })

  it('shows a tag with the formats that are for it, and what they make of its example', () => {
    const variants = (tag: string) => fieldGuide().find((field) => field.tag === tag)!.variants
    expect(variants('出生日期')).toEqual([{ tag: '出生日期|农历', example: '农历冬月十五' }])
    expect(variants('年收入')).toEqual([{ tag: '年收入|大写', example: '叁仟陆佰元整' }])
    expect(variants('身份证号')).toEqual([{ tag: '身份证号|脱敏', example: '610999************' }])
    expect(variants('档案编号')).toEqual([])
  })

  it('explains every tag once, and shipped templates use no other', () => {
    const guide = fieldGuide().map(({ tag, within }) => `${within ?? ''}/${tag}`)
    expect(new Set(guide).size).toBe(guide.length)
    for (const { id, scope } of shippedForms) {
      expect(() => checkTemplate(template(id), fieldsOf(scope))).not.toThrow()
    }
  })
})

/** A template whose one paragraph holds the given text. */
function templateSaying(words: string): Uint8Array {
  const parts = openPackage(template('wallCard'))
  const xml = partText(parts, 'word/document.xml')
  const body = xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length)
  const section = xml.slice(xml.lastIndexOf('<w:sectPr'))
  setPartText(
    parts,
    'word/document.xml',
    `${body}<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>${section}`,
  )
  return sealPackage(parts)
}

describe('a broken template', () => {
  const attempt = (bytes: Uint8Array): string => {
    try {
      fillForms({ template: bytes, records: [personData(person(), office)], fields })
      return 'no error'
    } catch (error) {
      expect(error).toBeInstanceOf(FailureError)
      return (error as FailureError).message
    }
  }

  it.each([
    ['姓名：{姓名', /正文第1段：.*“\{”后面少了“\}”/],
    ['{#家庭成员}{成员姓名}', /“\{#家庭成员\}”没有结束/],
    ['{姓明}和{住处}', /没有“姓明”这个字段。您是不是想写“\{姓名\}”？.*没有“住处”这个字段/],
    ['{成员姓名}', /要写在“\{#家庭成员\}”和“\{\/家庭成员\}”之间/],
    ['{出生日期|农厉}', /您是不是想写“农历”？/],
  ])('%s is explained with its place and tag', (words, expected) => {
    expect(attempt(templateSaying(words))).toMatch(expected)
  })

  it('that is no Word file is refused', () => {
    expect(attempt(new TextEncoder().encode('not a zip'))).toMatch(/不是 Word 文档/)
    expect(attempt(new Uint8Array())).toMatch(/不是 Word 文档/)
  })
})

const reason = pagesUnavailable()
describe.skipIf(reason)(`forms on the page${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it('give a person one sheet, front and back', async () => {
    const pages = await pagesOf(fileOf(person(), barePerson(), person({}, 8)))
    expect(pages).toHaveLength(6)
    expect(pages.map((page) => linesOf(page)[0]!.text.startsWith('关爱对象个人档案表'))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
  })

  it('repeat the head of a register on every page', async () => {
    const people = Array.from({ length: 60 }, () => person())
    const pages = await pagesOf(filledOnce('rosterA4', 'roster', rosterData(people, office)))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages.slice(0, -1))
      expect(page.words.some((word) => word.text === '身份证号')).toBe(true)
  })
})
