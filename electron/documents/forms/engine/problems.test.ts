import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import type { TemplateFields } from './check-tags'
import { compileTemplate } from './compile'
import { cell, docx, namespaces, p, row, table } from './fixture'

const fields: TemplateFields = {
  tags: ['姓名', '性别', '村', '身份证号', '备注'],
  lists: { 家庭成员: { tags: ['成员姓名', '关系'] } },
}
const formats = { 农历: (text: string) => text, 脱敏: (text: string) => text }

function problemsOf(body: string): string[] {
  return compileTemplate(docx(body), { fields, formats }).problems.map(({ message }) => message)
}

describe('a template’s problems', () => {
  it.each([
    [
      'an unclosed loop',
      p('{村}') + p('{#家庭成员}{成员姓名}'),
      '正文第2段（靠近“{成员姓名}”）：“{#家庭成员}”没有结束，请在它管的内容后面写“{/家庭成员}”。',
    ],
    [
      'an end without a beginning',
      p('{村}{/家庭成员}'),
      '正文第1段（靠近“{村}”）：“{/家庭成员}”前面没有对应的开始标记“{#家庭成员}”。',
    ],
    [
      'a slip in a name',
      table(2, row('{姓名}', '{性别}'), row('村', '{身份正号}')),
      '正文第1个表格第2行第2格（靠近“{性别}”）：没有“身份正号”这个字段。您是不是想写“{身份证号}”？',
    ],
    [
      'two characters swapped',
      p('{名姓}'),
      '正文第1段：没有“名姓”这个字段。您是不是想写“{姓名}”？',
    ],
    [
      'a name that is like nothing',
      p('{银行流水号码}'),
      '正文第1段：没有“银行流水号码”这个字段。请对照字段表改正。',
    ],
    [
      'a loop that crosses another',
      p('{#备注}{#家庭成员}{/备注}{/家庭成员}'),
      '正文第1段（靠近“{#备注}”）：“{#家庭成员}”还没有结束，外面的循环就在正文第1段用“{/备注}”结束了，两个循环交叉。请把“{/家庭成员}”移到“{/备注}”前面。',
    ],
    [
      'a loop from a cell to outside its table',
      table(1, row('{#家庭成员}{成员姓名}')) + p('{/家庭成员}'),
      '正文第1个表格第1行第1格（靠近“{成员姓名}”）：“{#家庭成员}”在正文第1个表格第1行第1格，“{/家庭成员}”在正文第1段，不在同一处，无法重复。请把两个标记放在同一个单元格、同一张表格里，或都放在表格外面。',
    ],
    [
      'a loop from one table to another',
      table(1, row('{#家庭成员}')) + p('') + table(1, row('{/家庭成员}')),
      '正文第1个表格第1行第1格（靠近“{/家庭成员}”）：“{#家庭成员}”在正文第1个表格第1行第1格，“{/家庭成员}”在正文第2个表格第1行第1格，不在同一处，无法重复。请把两个标记放在同一个单元格、同一张表格里，或都放在表格外面。',
    ],
    [
      'a format that is none',
      p('{身份证号|脱命}'),
      '正文第1段：“{身份证号|脱命}”里的格式“脱命”没有，您是不是想写“脱敏”？',
    ],
    [
      'a brace that is missing',
      p('姓名：{姓名'),
      '正文第1段：“姓名：{姓名”里的“{”后面少了“}”，标记要写成“{姓名}”这样。',
    ],
    [
      'a field of a list outside of it',
      p('{成员姓名}'),
      '正文第1段：“{成员姓名}”要写在“{#家庭成员}”和“{/家庭成员}”之间，写在外面不会填上内容。',
    ],
    [
      'a list written as a field',
      p('{家庭成员}'),
      '正文第1段：“家庭成员”有多项，请写成“{#家庭成员}”和“{/家庭成员}”，把要重复的内容放在中间。',
    ],
    ['an empty tag', p('{ }'), '正文第1段：“{ }”里没有写字段名。'],
  ])('%s', (_, body, message) => {
    expect(problemsOf(body)).toEqual([message])
  })

  it('are all found at once, and told with their part', () => {
    const header = `<w:hdr ${namespaces}>${p('{村明}')}</w:hdr>`
    const template = docx(p('{姓明}') + table(1, row(cell(p('{/x}')))), {
      parts: [{ name: 'header1.xml', relation: 'header', content: header }],
      section: '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>',
    })
    const { problems } = compileTemplate(template, { fields })
    expect(problems.map(({ place, tag }) => `${place} ${tag}`)).toEqual([
      '正文第1个表格第1行第1格 {/x}',
      '正文第1段 {姓明}',
      '首页页眉第1段 {村明}',
    ])
  })

  it('stop the template from being filled', () => {
    const compiled = compileTemplate(docx(p('{姓明}')), { fields })
    expect(() => compiled.render({})).toThrow(FailureError)
    expect(() => compiled.render({})).toThrow(/没有生成文件.*您是不是想写“{姓名}”/)
  })
})
