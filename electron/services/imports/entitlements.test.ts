import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { father, mother, TestDesk } from './test-desk'
import { mappingOf, rowsOf, understand, xlsx, type TestCell } from './test-workbooks'

/* 待遇, 一卡通, 服务类别 and 责任链 of ledgers become records of their own; they used to end in 备注. */

let vault: TestVault
let desk: TestDesk
beforeEach(async () => {
  vault = await openTestVault()
  desk = new TestDesk(vault)
})
afterAll(closeTestVaults)

const account = '6217000000000012345'
const header: TestCell[] =
  '姓名 身份证号 村 组 高龄津贴（元/月） 高龄津贴起始时间 低保类别 低保金（元/月） 一卡通账号 开户人 服务类别 村第一责任人 第一责任人电话 镇督导员'.split(
    ' ',
  )
const ledger = (...lines: TestCell[][]): Promise<Buffer> => xlsx({ rows: [header, ...lines] })
const first: TestCell[] = [
  '祁秀云', mother, '下河村', '三组', 50, '2021年5月', 'B类', '350元', account, '祁志强', '无偿', '任远', '13900001111', '方正',
] // prettier-ignore
const second: TestCell[] = [
  '马福来', father, '下河村', '一组', '是', null, null, '无', null, null, null, '任远', null, '方正',
] // prettier-ignore

const personOf = async (name: string): Promise<{ id: number; villageId: number | null }> => {
  const { rows } = await vault.must('recipients.list', {})
  return rows.find((one) => one.name === name)!
}
const benefitsOf = async (name: string) => {
  const { benefits, accounts } = await vault.must('benefits.person', {
    recipientId: (await personOf(name)).id,
  })
  const held = benefits.flatMap(({ benefit, record }) =>
    record ? [[benefit, record.state, record.amount, record.level, record.from]] : [],
  )
  return { held, accounts }
}

describe('new files', () => {
  beforeEach(async () => {
    await desk.apply(await desk.open(await ledger(first, second)))
  })

  test('each column is a record with amount, class and first day', async () => {
    const { held, accounts } = await benefitsOf('祁秀云')
    expect(held).toContainEqual(['oldAgeAllowance', 'held', 50, null, '2021-05-01'])
    expect(held).toContainEqual(['subsistenceAllowance', 'held', 350, 'B类', '2026-11-01'])
    expect(accounts).toMatchObject([{ holder: '祁志强' }])
    expect(accounts[0]!.account).toMatch(/2345$/)
    const other = await benefitsOf('马福来')
    expect(other.held).toEqual([['oldAgeAllowance', 'held', null, null, '2026-11-01']])
    expect(other.accounts).toEqual([])
  })

  test('the account is in nobody’s remark, and the tier is the office’s word', async () => {
    const { id } = await personOf('祁秀云')
    const file = await vault.must('recipients.file', { id })
    expect(JSON.stringify(file)).not.toContain(account)
    expect(file.facts.remark ?? '').not.toMatch(/津贴|责任人|服务类别/)
    const tier = await vault.must('serviceTiers.person', { recipientId: id })
    expect(tier).toMatchObject({ tier: 'free', overrides: [{ tier: 'free' }] })
  })

  test('one who answers for every row of a village answers for the village', async () => {
    const [village] = await vault.must('chain.list', {})
    expect(village!.links.map(({ level, name, phone }) => [level, name, phone])).toEqual([
      ['supervisor', '方正', null],
      ['firstResponsible', '任远', '13900001111'],
    ])
    const { id } = await personOf('马福来')
    const chain = await vault.must('chain.ofRecipient', { recipientId: id })
    expect(chain.map(({ own }) => own)).toEqual([false, false])
  })

  test('the whole import is taken back, records of benefits with it', async () => {
    const [past] = await vault.must('imports.history', {})
    expect((await vault.must('imports.undoPreview', { id: past!.id })).refusal).toBeNull()
    await desk.job(vault.must('imports.undo', { id: past!.id }))
    expect((await vault.must('recipients.list', {})).rows).toEqual([])
    expect((await vault.must('chain.list', {})).flatMap(({ links }) => links)).toEqual([])
  })
})

describe('files that exist', () => {
  const changed = first.with(4, 100).with(6, 'A类').with(11, '贺平').with(10, '低偿')

  beforeEach(async () => {
    await desk.apply(await desk.open(await ledger(first, second)))
  })

  test('says what differs, column by column, and asks', async () => {
    const importId = await desk.open(await ledger(changed))
    const [row] = await desk.rows(importId)
    expect(row!.state).toBe('conflict')
    expect(
      row!.differences.map(({ label, onFile, inLedger }) => [label, onFile, inLedger]),
    ).toEqual([
      ['待遇等级（最低生活保障）', 'B类', 'A类'],
      ['待遇金额（元）（高龄津贴）', '50', '100'],
      ['服务类别', '无偿', '低偿'],
      ['村第一责任人', '任远', '贺平'],
    ])
  })

  test('takes one and leaves another; a new amount keeps the old one in the history', async () => {
    const importId = await desk.open(await ledger(changed))
    const [row] = await desk.rows(importId)
    const choices = Object.fromEntries(
      row!.differences.map(({ fact }) => [
        fact,
        fact.startsWith('benefit.amount') || fact === 'chain.firstResponsible'
          ? ('inLedger' as const)
          : ('onFile' as const),
      ]),
    )
    const { sheet, row: at } = row!
    const decision = { kind: 'choose' as const, choices }
    await vault.must('imports.decide', { importId, rows: [{ sheet, row: at }], decision })
    const result = await desk.apply(importId)
    expect(result.people).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const { id } = await personOf('祁秀云')
    const { benefits } = await vault.must('benefits.person', { recipientId: id })
    const allowance = benefits.find(({ benefit }) => benefit === 'oldAgeAllowance')!
    expect(allowance.history.map(({ amount, to }) => [amount, to])).toEqual([
      [50, '2026-10-31'],
      [100, null],
    ])
    const relief = benefits.find(({ benefit }) => benefit === 'subsistenceAllowance')!
    expect(relief.record).toMatchObject({ level: 'B类' })
    const chain = await vault.must('chain.ofRecipient', { recipientId: id })
    expect(chain.find(({ level }) => level === 'firstResponsible')).toMatchObject({
      name: '贺平',
      own: true,
    })
    await desk.job(vault.must('imports.undo', { id: result.batchIds[0]! }))
    const restored = await benefitsOf('祁秀云')
    expect(restored.held).toContainEqual(['oldAgeAllowance', 'held', 50, null, '2021-05-01'])
  })

  test('the same ledger again says nothing new', async () => {
    const importId = await desk.open(await ledger(first, second))
    expect(
      (await desk.rows(importId)).map(({ state, differences }) => [state, differences]),
    ).toEqual([
      ['same', []],
      ['same', []],
    ])
  })
})

describe('headers and cells as offices write them', () => {
  const people = async (rows: TestCell[][], merges: string[] = []) => {
    const ledger = understand(await xlsx({ rows, merges }), ['下河村'])
    return {
      mapping: mappingOf(ledger),
      drafts: rowsOf(ledger, 'people').map(({ draft }) => draft),
    }
  }

  test('a heading over amount, class and time', async () => {
    const { drafts } = await people(
      [
        ['姓名', '村', '低保', null, null, '残疾人两项补贴', null, '备注'],
        [null, null, '金额', '类别', '享受时间', '困难残疾人生活补贴', '重度残疾人护理补贴', null],
        ['祁秀云', '下河村', 420, '一类', '2019.6', '80元/月', '否', '老党员'],
      ],
      ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1', 'H1:H2'],
    )
    expect(drafts[0]!.benefits).toEqual([
      { benefit: 'subsistenceAllowance', amount: 420, since: '2019-06', level: '一类' },
      { benefit: 'disabledLivingSubsidy', amount: 80, since: null, level: null },
    ])
    expect(drafts[0]!.reliefKinds).toEqual(['subsistenceAllowance', 'disability'])
    expect(drafts[0]!.remark).toBe('老党员')
  })

  test.each([
    ['是否享受高龄补贴', '是', null],
    ['高龄补贴', '√', null],
    ['高龄津贴标准', '每月100元', 100],
    ['尊老金', '５０', 50],
    ['高龄津贴', '60元（2022年3月起）', 60],
  ])('%s：%s', async (title, cell, amount) => {
    const { drafts } = await people([['姓名', '村', title], ['祁秀云', '下河村', cell], ['马福来', '下河村', '否']]) // prettier-ignore
    expect(drafts[0]!.benefits).toMatchObject([{ benefit: 'oldAgeAllowance', amount }])
    expect(drafts[1]!.benefits).toEqual([])
  })

  test('低保 is a tick in one office and an amount in another', async () => {
    const ticked = await people([['姓名', '村', '低保'], ['祁秀云', '下河村', '√'], ['马福来', '下河村', null]]) // prettier-ignore
    expect(ticked.mapping['低保']).toBe('flag.subsistenceAllowance')
    expect(ticked.drafts[0]!.benefits).toEqual([])
    const paid = await people([['姓名', '村', '低保'], ['祁秀云', '下河村', 350], ['马福来', '下河村', null]]) // prettier-ignore
    expect(paid.drafts[0]!.benefits).toMatchObject([
      { benefit: 'subsistenceAllowance', amount: 350 },
    ])
    expect(paid.drafts[0]!.reliefKinds).toEqual(['subsistenceAllowance'])
  })

  test('amounts among 享受政策', async () => {
    const { drafts } = await people([
      ['姓名', '村', '享受政策'],
      ['祁秀云', '下河村', '低保350元、高龄津贴50元'],
      ['马福来', '下河村', '低保'],
    ])
    expect(drafts[0]!.benefits).toMatchObject([
      { benefit: 'subsistenceAllowance', amount: 350 },
      { benefit: 'oldAgeAllowance', amount: 50 },
    ])
    expect(drafts[1]!.benefits).toEqual([])
  })

  // A bug this catches: Excel keeps 15 digits, and the last ones came out as zeros.
  test('an account that Excel rounded is told and not taken', async () => {
    const ledger = understand(
      await xlsx({ rows: [['姓名', '村', '一卡通账号'], ['祁秀云', '下河村', Number(account)]] }), // prettier-ignore
      ['下河村'],
    )
    const [row] = rowsOf(ledger, 'people')
    expect(row!.draft.account).toBeNull()
    expect(row!.problems.map(({ message }) => message).join()).toContain('末几位已经丢失')
    expect(row!.draft.remark).toBeNull()
  })

  test('县级第一责任人 is nobody the chain has', async () => {
    const { mapping } = await people([
      ['姓名', '村', '县级第一责任人', '村级第一责任人', '联系电话'],
      ['祁秀云', '下河村', '方正', '任远', '13900001111'],
      ['马福来', '下河村', '方正', '贺平', '13900002222'],
    ])
    expect(mapping).toMatchObject({
      县级第一责任人: null,
      村级第一责任人: 'firstResponsible.name',
      联系电话: 'firstResponsible.phone',
    })
  })
})
