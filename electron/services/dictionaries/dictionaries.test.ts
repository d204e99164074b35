import ExcelJS from 'exceljs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { assignOperator } from '@db/repositories/operators'
import { lintWord } from '@electron/documents/lint'
import { openPackage, partText } from '@electron/documents/package'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from '../../core/test-vault'
import { TestDesk } from '../imports/test-desk'
import { xlsx } from '../imports/test-workbooks'

let vault: TestVault
let villageId: number
beforeEach(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(closeTestVaults)

const enter = async (facts: InputOf<'recipients.create'>['facts']): Promise<number> =>
  (await vault.must('recipients.create', { facts, villageId, from: '2024-01-01' })).id

const entryOf = async (dictionary: DictionaryKey, code: string) => {
  const lists = await vault.must('dictionaries.list', {})
  return lists.find(({ key }) => key === dictionary)!.entries.find((one) => one.code === code)!
}

type Change = Omit<InputOf<'dictionaries.change'>, 'revision'>
async function change(input: Change): Promise<void> {
  const { revision } = await entryOf(input.dictionary, input.code)
  await vault.must('dictionaries.change', { ...input, revision })
}

/** The file in hand with one fact changed, as the screen saves it. */
async function save(id: number, facts: InputOf<'recipients.update'>['facts']): Promise<void> {
  const { revision } = await vault.must('recipients.file', { id })
  await vault.must('recipients.update', { id, revision, facts })
}

async function exportedCells(columns: InputOf<'recipients.export'>['columns']): Promise<string[]> {
  const { jobId } = await vault.must('recipients.export', { columns })
  const { result } = await finishedJob(vault.core, jobId)
  const { artifactId } = result as { artifactId: number }
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(vault.core.artifacts.get(artifactId).files[0]!.bytes as never)
  return columns.map((_, at) => String(book.worksheets[0]!.getRow(3).getCell(at + 1).value ?? ''))
}

async function printedFile(id: number): Promise<string> {
  const { jobId } = await vault.must('documents.recipientForms', { people: { ids: [id] } })
  const { result } = await finishedJob(vault.core, jobId)
  const { bytes } = vault.core.artifacts.get((result as { artifactId: number }).artifactId)
    .files[0]!
  expect(lintWord(bytes)).toEqual([])
  return partText(openPackage(bytes), 'word/document.xml').replace(/<[^>]+>/g, '')
}

describe('a retired entry', () => {
  it('stays readable on the old file, in the export and on paper, but is no longer taken for others', async () => {
    const id = await enter({ name: '尉迟彩霞', dailyCarer: 'neighbours' })
    await change({ dictionary: 'dailyCarer', code: 'neighbours', retired: true })
    expect((await vault.must('recipients.file', { id })).facts.dailyCarer).toBe('neighbours')
    // The old file can still be saved with it.
    await save(id, { dailyCarer: 'neighbours', homeAddress: '三组12号' })
    expect(await exportedCells(['name', 'dailyCarer'])).toEqual(['尉迟彩霞', '邻里'])
    expect(await printedFile(id)).toContain('邻里')
    const other = await enter({ name: '解旺' })
    await expect(save(other, { dailyCarer: '邻里' })).rejects.toMatchObject({
      failure: { code: 'VALIDATION', fields: { dailyCarer: expect.stringContaining('已停用') } },
    })
    await change({ dictionary: 'dailyCarer', code: 'neighbours', retired: false })
    await save(other, { dailyCarer: '邻里' })
  })

  it('can still be given back from the history and taken over in a merge', async () => {
    const id = await enter({ name: '尉迟彩霞', education: 'primary' })
    await save(id, { education: 'college' })
    await change({ dictionary: 'education', code: 'primary', retired: true })
    const [entry] = await vault.must('recipients.history', { id })
    await vault.must('recipients.restoreValue', { id, changeId: entry!.id, field: 'education' })
    expect((await vault.must('recipients.file', { id })).facts.education).toBe('primary')
  })

  it('that a rule reads is refused with the rule, and so is its renaming', async () => {
    const of = { dictionary: 'livingArrangement', code: 'alone' } as const
    await expect(change({ ...of, retired: true })).rejects.toMatchObject({
      failure: { fields: { retired: expect.stringContaining('独居、空巢按居住情况判定') } },
    })
    await expect(change({ ...of, label: '一人住' })).rejects.toMatchObject({
      failure: { fields: { label: expect.stringContaining('不能改名') } },
    })
  })
})

it('a rename shows in the export, on paper and in the list of helpers, and is in the old files at once', async () => {
  const id = await enter({ name: '尉迟彩霞', education: 'illiterate', serviceNeeds: ['comfort'] })
  await change({ dictionary: 'education', code: 'illiterate', label: '不识字' })
  await change({ dictionary: 'needKind', code: 'comfort', label: '陪伴聊天' })
  expect(await exportedCells(['education', 'serviceNeeds'])).toEqual(['不识字', '陪伴聊天'])
  const paper = await printedFile(id)
  expect(paper).toContain('不识字')
  expect(paper).toContain('陪伴聊天')
  // The old word is no longer known, the new one is: a save by its name finds the code.
  await save(id, { education: '不识字' })
  expect((await vault.must('recipients.file', { id })).facts.education).toBe('illiterate')
})

it('an added entry takes in the files that hold it as an own word, and counts them', async () => {
  const id = await enter({ name: '尉迟彩霞', incomeSources: ['labour', '卖鸡蛋'] })
  await enter({ name: '解旺', incomeSources: ['卖鸡蛋'] })
  expect((await vault.must('dictionaries.usage', { dictionary: 'incomeSource' })).ownWords).toEqual(
    [{ word: '卖鸡蛋', files: 2 }],
  )
  await vault.must('dictionaries.add', { dictionary: 'incomeSource', label: '卖鸡蛋' })
  await change({ dictionary: 'incomeSource', code: '卖鸡蛋', label: '家禽禽蛋' })
  const usage = await vault.must('dictionaries.usage', { dictionary: 'incomeSource' })
  expect(usage.ownWords).toEqual([])
  expect(usage.entries).toContainEqual({ code: '卖鸡蛋', files: 2 })
  await save(id, { incomeSources: ['家禽禽蛋', '打工', '自制豆腐'] })
  expect((await vault.must('recipients.file', { id })).facts.incomeSources).toEqual([
    '卖鸡蛋',
    'labour',
    '自制豆腐',
  ])
})

it('imports read the office’s own entries and aliases before the usual words, never a retired one', async () => {
  await vault.must('dictionaries.add', {
    dictionary: 'incomeSource',
    label: '公益岗位',
    aliases: ['护路员'],
  })
  await change({ dictionary: 'marital', code: 'widowed', aliases: ['老伴过世'] })
  await change({ dictionary: 'education', code: 'primary', retired: true })
  const desk = new TestDesk(vault)
  const importId = await desk.open(
    await xlsx({
      rows: [
        ['姓名', '性别', '出生日期', '村', '文化程度', '婚姻状况', '经济来源'],
        ['祁秀云', '女', '1941-05-06', '下河村', '小学', '老伴过世', '护路员、打工'],
      ],
    }),
  )
  await desk.apply(importId)
  const { rows } = await vault.must('recipients.list', {
    fields: ['marital', 'education', 'incomeSources', 'remark'],
  })
  expect(rows[0]!.facts).toEqual({
    marital: 'widowed',
    education: null,
    incomeSources: ['公益岗位', 'labour'],
    remark: expect.stringContaining('小学'),
  })
})

it('the order of a list is the office’s, and a stale change answers CONFLICT', async () => {
  const codesOf = async () =>
    (await vault.must('dictionaries.list', {}))
      .find(({ key }) => key === 'dailyCarer')!
      .entries.map(({ code }) => code)
  const before = await codesOf()
  await vault.must('dictionaries.reorder', { dictionary: 'dailyCarer', codes: ['self', 'hired'] })
  expect(await codesOf()).toEqual([
    'self',
    'hired',
    ...before.filter((code) => !['self', 'hired'].includes(code)),
  ])
  const input = { dictionary: 'dailyCarer', code: 'self', label: '自理' } as const
  await expect(vault.must('dictionaries.change', { ...input, revision: 0 })).rejects.toMatchObject({
    failure: { code: 'CONFLICT' },
  })
})

it('a village worker reads the lists and may not change them; counts stay within the village', async () => {
  await enter({ name: '尉迟彩霞', marital: 'widowed' })
  const [, other] = await vault.must('villages.list', {})
  const { operator } = await vault.must('session.me', {})
  vault.write((ctx) =>
    assignOperator(ctx, operator.id, {
      role: 'village',
      scope: { villages: [other!.id], groups: null },
    }),
  )
  await vault.must('vault.lock', {})
  const { password } = testFounding.operator
  await vault.must('vault.unlock', { operatorId: operator.id, password })
  const { entries } = await vault.must('dictionaries.usage', { dictionary: 'marital' })
  expect(entries.every(({ files }) => files === 0)).toBe(true)
  await expect(
    vault.must('dictionaries.add', { dictionary: 'marital', label: '分居' }),
  ).rejects.toMatchObject({ failure: { code: 'FORBIDDEN' } })
})
