import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import type { InputOf } from '@shared/contract'
import { father, mother, TestDesk } from './test-desk'
import { xlsx, type TestCell } from './test-workbooks'

/* A second ledger about people, helpers and visits that are on file: what the clerk did not agree to stays. */

let vault: TestVault
let desk: TestDesk
beforeEach(async () => {
  vault = await openTestVault()
  desk = new TestDesk(vault)
})
afterAll(closeTestVaults)

const header: TestCell[] =
  '姓名 性别 身份证号 村 组 电话 健康状况 慢性病 子女姓名 外出地点 外出时间 子女电话'.split(' ')
const rows = (...lines: TestCell[][]): Promise<Buffer> => xlsx({ rows: [header, ...lines] })
const before = (): Promise<Buffer> =>
  rows(
    [
      '祁秀云',
      '女',
      mother,
      '下河村',
      '三组',
      '13900002222',
      '良好',
      null,
      '祁志强',
      '东莞',
      '2019年',
      null,
    ],
    ['马福来', '男', father, '下河村', '一组', null, '良好', '高血压', null, null, null, null],
  )
const after = (): Promise<Buffer> =>
  rows(
    [
      '祁秀云',
      '女',
      mother,
      '下河村',
      '四组',
      '13900003333',
      '较差',
      '糖尿病',
      '祁志强',
      '苏州',
      '2024年3月',
      '13700001111',
    ],
    [
      '马福来',
      '男',
      father,
      '柳林村',
      null,
      '13900004444',
      '良好',
      '高血压',
      null,
      null,
      null,
      null,
    ],
  )

const options = (importId: string, updates: InputOf<'imports.setOptions'>['updates']) =>
  vault.must('imports.setOptions', { importId, updates })
const fileOf = async (name: string) => {
  const person = (await vault.must('recipients.list', {})).rows.find((one) => one.name === name)!
  return vault.must('recipients.file', { id: person.id })
}

describe('people', () => {
  beforeEach(async () => {
    await desk.apply(await desk.open(await before()))
  })

  test('by default blanks and additions come in and every contradiction is asked', async () => {
    const importId = await desk.open(await after())
    const { updates, counts } = await desk.state(importId)
    expect(counts).toMatchObject({ conflict: 2, same: 0, new: 0 })
    expect(updates).toMatchObject({ rule: 'ask', rows: 2 })
    expect(Object.fromEntries(updates.topics.map((one) => [one.label, one.open]))).toMatchObject({
      健康状况: 1,
      村民小组: 1,
      '村（社区）': 1,
      外出地点: 1,
      慢性病: 0,
      子女电话: 0,
      联系电话: 0,
    })
    const [first] = await desk.rows(importId, 'conflict')
    expect(first?.differences.every(({ onFile, inLedger }) => onFile !== inLedger)).toBe(true)
  })

  test('留用本机: nothing of any file is touched', async () => {
    const importId = await desk.open(await after())
    await options(importId, { rule: 'keep' })
    expect((await desk.state(importId)).counts).toMatchObject({ conflict: 0, same: 2 })
    const [woman, man] = [await fileOf('祁秀云'), await fileOf('马福来')]
    expect((await desk.apply(importId)).people).toEqual({ created: 0, updated: 0, unchanged: 2 })
    expect(await fileOf('祁秀云')).toEqual(woman)
    expect(await fileOf('马福来')).toEqual(man)
  })

  test('只补空白: what stands on file stays, lists included', async () => {
    const importId = await desk.open(await after())
    await options(importId, { rule: 'fill' })
    await desk.apply(importId)
    const { facts, family } = await fileOf('祁秀云')
    expect(facts).toMatchObject({
      health: 'good',
      phones: ['13900002222'],
      chronicDiseases: ['糖尿病'],
    })
    expect(family).toMatchObject([{ phones: ['13700001111'], absence: { place: '东莞' } }])
    expect((await fileOf('马福来')).facts.phones).toEqual(['13900004444'])
  })

  test('用台账的, but who somebody is and where they live is asked all the same', async () => {
    const importId = await desk.open(await after())
    await options(importId, { rule: 'take' })
    expect((await desk.state(importId)).counts).toMatchObject({ conflict: 1, same: 1 })
    expect(await desk.rows(importId, 'conflict')).toMatchObject([{ name: '马福来' }])
    await options(importId, { topics: [{ topic: 'village', rule: 'take' }] })
    await desk.apply(importId)
    const { facts, family, residences } = await fileOf('祁秀云')
    expect(facts).toMatchObject({ health: 'poor', phones: ['13900002222', '13900003333'] })
    expect(residences.at(-1)).toMatchObject({ villageName: '下河村', villageGroupName: '四组' })
    // A later departure to another place is another absence: the one before ended.
    expect(family).toMatchObject([
      { absence: { place: '苏州', since: '2024-03' }, pastAbsences: [{ place: '东莞' }] },
    ])
    expect((await fileOf('马福来')).residences.at(-1)).toMatchObject({ villageName: '柳林村' })
  })

  test('a column has a rule of its own, and a row overrules both', async () => {
    const importId = await desk.open(await after())
    const topics = [
      { topic: 'health', rule: 'take' as const },
      { topic: 'phones', rule: 'keep' as const },
    ]
    await options(importId, { rule: 'fill', topics })
    const row = (await desk.rows(importId)).find(({ name }) => name === '祁秀云')!
    const choices = { villageGroup: 'inLedger' as const, chronicDiseases: 'onFile' as const }
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: row.sheet, row: row.row }],
      decision: { kind: 'choose', choices },
    })
    await desk.apply(importId)
    const { facts, residences } = await fileOf('祁秀云')
    expect(facts).toMatchObject({ health: 'poor', phones: ['13900002222'], chronicDiseases: [] })
    expect(residences.at(-1)?.villageGroupName).toBe('四组')
    expect((await fileOf('马福来')).facts.phones).toEqual([])
  })

  test('a telephone can be replaced instead of added', async () => {
    const importId = await desk.open(await after())
    await options(importId, { rule: 'fill' })
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: 0, row: 1 }],
      decision: { kind: 'choose', choices: { phones: 'inLedger' } },
    })
    await desk.apply(importId)
    expect((await fileOf('祁秀云')).facts.phones).toEqual(['13900003333'])
  })

  test('the same ledger a second time differs in nothing', async () => {
    const importId = await desk.open(await before())
    expect((await desk.state(importId)).updates).toEqual({ rule: 'ask', rows: 0, topics: [] })
    expect((await desk.apply(importId)).people).toEqual({ created: 0, updated: 0, unchanged: 2 })
  })

  test('a child back home ends the absence; a village not on the list waits', async () => {
    const importId = await desk.open(
      await rows(
        ['祁秀云', '女', mother, '下河村', '三组', null, null, null, '祁志强', '在家', null, null],
        ['马福来', '男', father, '石桥村', null, null, null, null, null, null, null, null],
      ),
    )
    await vault.must('imports.decide', {
      importId,
      rows: [
        { sheet: 0, row: 1 },
        { sheet: 0, row: 2 },
      ],
      decision: { kind: 'update', rule: 'take' },
    })
    const [error] = await desk.rows(importId, 'error')
    expect(error?.problems[0]).toMatchObject({ code: 'VILLAGE_NEW' })
    expect((await desk.state(importId)).newVillages).toMatchObject([{ name: '石桥村' }])
    await desk.apply(importId)
    const { family } = await fileOf('祁秀云')
    expect(family).toMatchObject([{ absence: null, pastAbsences: [{ to: '2026-11-20' }] }])
  })
})

describe('registers', () => {
  const register = (post: string, phone: string, since: string, mode: string): Promise<Buffer> =>
    xlsx({
      rows: [
        '帮扶人 单位 职务 联系电话 帮扶对象 身份证号码 村 结对时间 结对方式'.split(' '),
        ['任远', '民政所', post, phone, '祁秀云', mother, '下河村', since, mode],
        ['任远', '民政所', post, phone, '马福来', father, '下河村', since, mode],
      ],
    })
  const visits = (summary: string, problem: string | null): Promise<Buffer> =>
    xlsx({
      rows: [
        '走访日期 村 老人姓名 身份证号 走访方式 走访人 主要情况 发现问题'.split(' '),
        ['2026年10月3日', '下河村', '祁秀云', mother, '入户', '任远', summary, problem],
      ],
    })

  beforeEach(async () => {
    await desk.apply(await desk.open(await before()))
  })

  test('helpers and pairings on file are completed and corrected, each helper asked once', async () => {
    await desk.apply(await desk.open(await register('干事', '13600001111', '2026年3月', '一对一')))
    const importId = await desk.open(
      await register('副所长', '13600001111', '2026年3月8日', '一对一'),
    )
    expect((await desk.state(importId)).counts).toMatchObject({ conflict: 1, same: 1 })
    await options(importId, { topics: [{ topic: 'helper.post', rule: 'take' }] })
    const result = await desk.apply(importId)
    expect(result.helpers).toEqual({ created: 0, updated: 1 })
    expect(result.pairings).toEqual({ created: 0, updated: 2, unchanged: 0 })
    const [helper] = await vault.must('helpers.list', {})
    expect(helper).toMatchObject({ post: '副所长' })
  })

  test('a visit on file gets what was left blank; other words are asked', async () => {
    await desk.apply(await desk.open(await visits('身体尚好', null)))
    const filled = await desk.open(await visits('身体尚好', '屋顶漏雨'))
    expect((await desk.apply(filled)).contacts).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const other = await desk.open(await visits('身体不好', '屋顶漏雨'))
    expect((await desk.state(other)).counts).toMatchObject({ conflict: 1 })
    await options(other, { rule: 'keep' })
    expect((await desk.apply(other)).contacts).toEqual({ created: 0, updated: 0, unchanged: 1 })
    const { rows: contacts } = await vault.must('contacts.list', {})
    expect(contacts).toMatchObject([{ summary: '身体尚好', problem: '屋顶漏雨' }])
  })
})
