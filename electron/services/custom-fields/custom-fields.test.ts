import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import { assignOperator } from '@db/repositories/operators'
import { loadRoster } from '@db/repositories/roster'
import { docx, p } from '@electron/documents/forms/engine/fixture'
import { fieldsOf, personData } from '@electron/documents/forms/fields'
import { office } from '@electron/documents/forms/record.fixture'
import { fillForms } from '@electron/documents/forms/render'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from '../../core/test-vault'
import { recordsOf } from '../documents/records'
import { TestDesk } from '../imports/test-desk'
import { xlsx } from '../imports/test-workbooks'

let vault: TestVault
let villageId: number
beforeEach(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(closeTestVaults)

type Definition = Partial<InputOf<'customFields.add'>> & { name: string }
const define = async (field: Definition): Promise<number> =>
  (await vault.must('customFields.add', { kind: 'text', section: 'living', ...field })).id
const enter = async (name: string, custom: InputOf<'recipients.create'>['custom'] = {}) =>
  (await vault.must('recipients.create', { facts: { name }, custom, villageId })).id
const fileOf = (id: number) => vault.must('recipients.file', { id })
async function save(id: number, custom: InputOf<'recipients.update'>['custom']): Promise<void> {
  const { revision } = await fileOf(id)
  await vault.must('recipients.update', { id, revision, facts: {}, custom })
}
const definitionOf = async (id: number) =>
  (await vault.must('customFields.list', {})).find((field) => field.id === id)!

async function become(role: 'reader' | 'village'): Promise<void> {
  const { operator } = await vault.must('session.me', {})
  vault.write((ctx) =>
    assignOperator(ctx, operator.id, { role, scope: { villages: null, groups: null } }),
  )
  await vault.must('vault.lock', {})
  const { password } = testFounding.operator
  await vault.must('vault.unlock', { operatorId: operator.id, password })
}

describe('a field the office defined', () => {
  it('is kept on the file with its history, and an old value can be given back', async () => {
    const dog = await define({ name: '家里养狗', kind: 'yesNo' })
    const pigs = await define({ name: '养猪头数', kind: 'number' })
    const id = await enter('尉迟彩霞', { [dog]: '是', [pigs]: '3' })
    expect((await fileOf(id)).custom).toEqual({ [dog]: true, [pigs]: 3 })
    await save(id, { [pigs]: 5 })
    const [change] = await vault.must('recipients.history', { id })
    expect(change).toMatchObject({
      entity: 'custom_value',
      subject: '养猪头数',
      fields: [{ field: 'value', from: 3, to: 5, restorable: true }],
    })
    await vault.must('recipients.restoreValue', { id, changeId: change!.id, field: 'value' })
    expect((await fileOf(id)).custom[pigs]).toBe(3)
    await save(id, { [pigs]: null })
    expect((await fileOf(id)).custom).toEqual({ [dog]: true })
  })

  it('takes no value of another kind, and saves nothing of a form with one fault', async () => {
    const since = await define({ name: '低保核查日', kind: 'date' })
    const trade = await define({ name: '手艺', kind: 'choice', options: [{ label: '木匠' }] })
    const id = await enter('尉迟彩霞')
    const { revision } = await fileOf(id)
    const facts = { wish: '修屋顶' }
    await expect(
      vault.must('recipients.update', {
        id,
        revision,
        facts,
        custom: { [since]: '昨天', [trade]: '木匠' },
      }),
    ).rejects.toMatchObject({ failure: { fields: { [`custom.${since}`]: expect.any(String) } } })
    const file = await fileOf(id)
    expect([file.custom, file.facts.wish]).toEqual([{}, null])
    await expect(save(id, { [trade]: '铁匠' })).rejects.toMatchObject({
      failure: { fields: { [`custom.${trade}`]: expect.stringContaining('木匠') } },
    })
    await expect(save(id, { 999: '甲' })).rejects.toThrow('没有这个自定义字段')
  })

  it('retires with its values readable; a retired option stays where it is and goes nowhere else', async () => {
    const trade = await define({
      name: '手艺',
      kind: 'choice',
      options: [{ label: '木匠' }, { label: '篾匠' }],
    })
    const id = await enter('尉迟彩霞', { [trade]: '篾匠' })
    const {
      options: _,
      files: __,
      kind: ___,
      retired: ____,
      ...definition
    } = await definitionOf(trade)
    await vault.must('customFields.change', {
      ...definition,
      options: [{ code: '木匠', label: '木工' }],
    })
    expect((await definitionOf(trade)).options).toEqual([
      { code: '木匠', label: '木工', retired: false },
      { code: '篾匠', label: '篾匠', retired: true },
    ])
    await save(id, { [trade]: '篾匠' })
    await expect(save(await enter('解旺'), { [trade]: '篾匠' })).rejects.toThrow('已停用')
    const { revision } = await definitionOf(trade)
    await vault.must('customFields.retire', { id: trade, revision, retired: true })
    expect((await fileOf(id)).custom).toEqual({ [trade]: '篾匠' })
    await expect(save(id, { [trade]: '木匠' })).rejects.toThrow('已停用')
    expect(await definitionOf(trade)).toMatchObject({ retired: true, files: 1 })
  })

  it('cannot be called like a field or a tag of the program, or like another', async () => {
    await define({ name: '户主姓名' })
    for (const name of ['户主姓名', '民族', '帮扶人', '甲{乙}'])
      await expect(define({ name }), name).rejects.toMatchObject({
        failure: { fields: { name: expect.any(String) } },
      })
  })

  it('is asked for in 信息待补 of its groups once it is 必填', async () => {
    const id = await enter('尉迟彩霞')
    const before = await vault.must('completeness.of', { id })
    await define({ name: '班级', groups: ['child'], required: true })
    expect(await vault.must('completeness.of', { id })).toEqual(before)
    const head = await define({ name: '户主姓名', required: true })
    const fact = customKey({ id: head })
    expect((await vault.must('completeness.of', { id })).missing).toContainEqual(
      expect.objectContaining({ fact, label: '户主姓名', part: 'living' }),
    )
    const filter = { missing: fact }
    expect(await vault.must('recipients.list', { filter })).toMatchObject({ total: 1 })
    await save(id, { [head]: '尉迟青山' })
    expect(await vault.must('recipients.list', { filter })).toMatchObject({ total: 0 })
  })
})

describe('finding, exporting and printing', () => {
  it('filters the list, answers the search by text, and stands in the workbook', async () => {
    const head = await define({ name: '户主姓名' })
    const dog = await define({ name: '家里养狗', kind: 'yesNo' })
    await enter('尉迟彩霞', { [head]: '尉迟青山', [dog]: true })
    await enter('解旺', { [head]: '解放军', [dog]: false })
    const named = async (custom: { fieldId: number; value?: string }) =>
      (await vault.must('recipients.list', { filter: { custom } })).rows.map(({ name }) => name)
    expect(await named({ fieldId: head, value: '青山' })).toEqual(['尉迟彩霞'])
    expect(await named({ fieldId: dog, value: 'no' })).toEqual(['解旺'])
    expect(await named({ fieldId: dog })).toHaveLength(2)
    const hits = await vault.must('search.global', { text: '青山' })
    expect(JSON.stringify(hits)).toContain('尉迟彩霞')

    const columns = ['name' as const, customKey({ id: head }), customKey({ id: dog })]
    await vault.must('recipientLists.setColumns', { columns })
    const { jobId } = await vault.must('recipients.export', { columns })
    const { result } = await finishedJob(vault.core, jobId)
    const { artifactId } = result as { artifactId: number }
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(vault.core.artifacts.get(artifactId).files[0]!.bytes as never)
    const sheet = book.worksheets[0]!
    const cells = (row: number) => [1, 2, 3].map((at) => sheet.getRow(row).getCell(at).value)
    expect(cells(2)).toEqual(['姓名', '户主姓名', '家里养狗'])
    expect([cells(3), cells(4)]).toContainEqual(['尉迟彩霞', '尉迟青山', '是'])
  })

  it('is a tag of every form by its name', async () => {
    const head = await define({ name: '户主姓名' })
    const id = await enter('尉迟彩霞', { [head]: '尉迟青山' })
    expect(await vault.must('documents.fieldGuide', {})).toContainEqual(
      expect.objectContaining({ tag: '户主姓名', within: null }),
    )
    const data = vault.write((ctx) => {
      const people = loadRoster(ctx).filter((person) => person.id === id)
      const [record] = recordsOf(ctx, people, { disclosure: 'full', complete: false })
      return personData(record!, office)
    })
    expect(data['户主姓名']).toBe('尉迟青山')
    const fields = fieldsOf('person', ['户主姓名'])
    const template = docx(p('户主：{户主姓名}'))
    const filled = fillForms({ template, records: [data], fields })[0]!
    expect(strFromU8(unzipSync(filled)['word/document.xml']!)).toContain('>尉迟青山<')
  })

  it('hides what is sensitive from whoever may not read it, in file, list, search and filter', async () => {
    const debt = await define({ name: '外债', isSensitive: true })
    const id = await enter('尉迟彩霞', { [debt]: '欠表弟三万' })
    expect(await fileOf(id)).toMatchObject({
      custom: {},
      sensitiveCustom: { [debt]: '欠表弟三万' },
    })
    await become('reader')
    expect(await fileOf(id)).toMatchObject({ custom: {}, sensitiveCustom: null })
    const filter = { custom: { fieldId: debt, value: '表弟' } }
    expect(await vault.must('recipients.list', { filter })).toMatchObject({ total: 0 })
    expect(JSON.stringify(await vault.must('search.global', { text: '表弟' }))).not.toContain(
      '尉迟',
    )
    await expect(define({ name: '新字段' })).rejects.toMatchObject({
      failure: { code: 'FORBIDDEN' },
    })
  })
})

it('an import reads the columns of its name, keeps a wrong cell in the remark, and asks where they differ', async () => {
  const head = await define({ name: '户主姓名' })
  const checked = await define({ name: '核查日期', kind: 'date' })
  const pigs = await define({ name: '养猪头数', kind: 'number' })
  const desk = new TestDesk(vault)
  const sheet = (name: string, count: string) =>
    xlsx({
      rows: [
        ['姓名', '性别', '出生日期', '村', '户主姓名', '核查日期', '养猪头数'],
        ['祁秀云', '女', '1941-05-06', '下河村', name, '2026.3.1', count],
      ],
    })
  await desk.apply(await desk.open(await sheet('祁大山', '几头')))
  const [person] = (await vault.must('recipients.list', {})).rows
  const file = await fileOf(person!.id)
  expect(file.custom).toEqual({ [head]: '祁大山', [checked]: '2026-03-01' })
  expect(file.facts.remark).toContain('养猪头数：几头')

  const again = await desk.open(await sheet('祁志强', '3'))
  const [row] = await desk.rows(again)
  expect(row!.differences).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ label: '户主姓名', onFile: '祁大山', inLedger: '祁志强' }),
      expect.objectContaining({ label: '养猪头数', onFile: null, inLedger: '3', taken: true }),
    ]),
  )
  expect(pigs).toBeGreaterThan(0)
})

it('in the section of one group is asked of that group alone', async () => {
  const teacher = await define({ name: '班主任', section: 'child', groups: ['elder'] })
  expect((await definitionOf(teacher)).groups).toEqual(['child'])
})

describe('many people at once', () => {
  const bulk = async (ids: number[], fieldId: number, value: string | null) => {
    const change = { custom: { fieldId, value } }
    const preview = await vault.must('recipients.bulkPreview', { ids, change })
    const people = preview.lines.map(({ id, revision }) => ({ id, revision }))
    return { ...preview, edit: () => vault.must('recipients.bulkEdit', { people, change }) }
  }

  it('are given one word after it was shown for whom, which can be taken back', async () => {
    const alarm = await define({ name: '煤气报警器', kind: 'yesNo' })
    const ids = [await enter('尉迟彩霞', { [alarm]: true }), await enter('解旺')]
    const asked = await bulk(ids, alarm, '是')
    expect(asked).toMatchObject({ unchanged: 1, lines: [{ name: '解旺', from: '空', to: '是' }] })
    const { changed, changeSetId } = await asked.edit()
    expect(changed).toBe(1)
    expect((await fileOf(ids[1]!)).custom).toEqual({ [alarm]: true })
    await vault.must('changes.undo', { changeSetId })
    expect((await fileOf(ids[1]!)).custom).toEqual({})
  })

  it('are given nothing where the word is wrong or the field is retired', async () => {
    const pigs = await define({ name: '养猪头数', kind: 'number' })
    const ids = [await enter('尉迟彩霞')]
    await expect(bulk(ids, pigs, '几头')).rejects.toThrow('养猪头数：请填数字')
    const { revision } = await definitionOf(pigs)
    await vault.must('customFields.retire', { id: pigs, revision, retired: true })
    await expect(bulk(ids, pigs, '3')).rejects.toThrow('已停用')
  })
})

it('two files united keep one word per field: the one chosen, else the kept one’s, and blanks are filled', async () => {
  const head = await define({ name: '户主姓名' })
  const trade = await define({ name: '手艺' })
  const chosen = await define({ name: '门牌' })
  const keptId = await enter('尉迟彩霞', { [head]: '尉迟青山', [chosen]: '7号' })
  const otherId = await enter('单小岚', { [head]: '别人', [trade]: '织布', [chosen]: '17号' })
  const [kept, other] = [await fileOf(keptId), await fileOf(otherId)]
  await vault.must('recipients.merge', {
    keptId,
    otherId,
    keptRevision: kept.revision,
    otherRevision: other.revision,
    choices: { [customKey({ id: chosen })]: 'other' },
    reason: '同一人建了两份档案',
  })
  expect((await fileOf(keptId)).custom).toEqual({
    [head]: '尉迟青山',
    [trade]: '织布',
    [chosen]: '17号',
  })
})
