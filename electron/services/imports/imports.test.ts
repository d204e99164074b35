import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  type TestVault,
} from '@electron/core/test-vault'
import type { ImportResult, ImportRow, ImportState } from '@shared/contract/imports'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { xls, xlsx, type TestCell } from './test-workbooks'

const sampleFolder = resolve(import.meta.dirname, '../../../../shared/ledgers')
const present = existsSync(sampleFolder)

let vault: TestVault
beforeEach(async () => {
  vault = await openTestVault()
})
afterAll(closeTestVaults)

async function job<Result>(started: Promise<{ jobId: number }>): Promise<Result> {
  const state = await finishedJob(vault.core, (await started).jobId)
  if (state.status !== 'done') throw new Error(state.error?.message ?? state.status)
  return state.result as Result
}

async function open(bytes: Buffer, fileName = '台账.xlsx'): Promise<string> {
  const content = bytes.toString('base64')
  const { importId } = await job<{ importId: string }>(
    vault.must('imports.open', { fileName, content }),
  )
  return importId
}

const stateOf = (importId: string): Promise<ImportState> =>
  vault.must('imports.state', { importId })
const rowsOf = async (importId: string, ...states: ImportRow['state'][]): Promise<ImportRow[]> =>
  (await vault.must('imports.preview', { importId, states, limit: 500 })).rows
const apply = (importId: string): Promise<ImportResult> =>
  job<ImportResult>(vault.must('imports.apply', { importId }))
const people = () => vault.must('recipients.list', {})

async function leftOutTexts(result: ImportResult): Promise<string[][]> {
  const { bytes } = vault.core.artifacts.get(result.leftOutWorkbook!.artifactId).files[0]!
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  const rows: string[][] = []
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as string[]).slice(1)))
  return rows
}

const id = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)
const mother = id('1941-05-06', 128)
const father = id('1939-02-11', 131)
const header: TestCell[] = [
  '姓名',
  '性别',
  '身份证号',
  '出生日期',
  '村',
  '组',
  '电话',
  '健康状况',
  '备注',
]
const row = (...cells: TestCell[]): TestCell[] => cells

describe('people', () => {
  test('a file once imported is the same people the second time, and undecided rows write nothing', async () => {
    const bytes = await xlsx({
      rows: [
        header,
        row('祁秀云', '女', mother, null, '下河村', '三组', '13900002222', '良好', '五保'),
        row('马福来', '男', father, null, '下河村', '一组', null, null, null),
        row('盛玉兰', '女', '61099919380211', null, '柳林村', null, null, null, null),
      ],
    })
    const importId = await open(bytes)
    expect((await stateOf(importId)).counts).toMatchObject({ new: 2, error: 1 })
    const result = await apply(importId)
    expect(result).toMatchObject({ people: { created: 2, updated: 0 }, leftOut: 1 })
    const [titles, left] = await leftOutTexts(result)
    expect(titles?.slice(0, 4)).toEqual(['原行号', '状态', '原因', '姓名'])
    expect(left?.slice(0, 4)).toEqual([
      '4',
      '错误',
      expect.stringContaining('应为 18 位'),
      '盛玉兰',
    ])

    const again = await open(bytes)
    expect((await stateOf(again)).counts).toMatchObject({ same: 2, new: 0, error: 1 })
    expect((await apply(again)).people).toEqual({ created: 0, updated: 0, unchanged: 2 })
    expect(await people()).toMatchObject({ total: 2 })
  })

  // A bug this catches: on file only from the day of the import, nobody would be owed anything yet.
  test('whoever is imported is due this month and not overdue', async () => {
    const importId = await open(
      await xlsx({
        rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, null, null)],
      }),
    )
    expect((await stateOf(importId)).from).toBe('2026-11-01')
    await apply(importId)
    expect(await vault.must('home.summary', {})).toMatchObject({ onFile: 1, due: 1, overdue: 0 })
  })

  test('a conflict waits for a word; what the file lacks is filled in', async () => {
    await apply(
      await open(
        await xlsx({
          rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, '良好', null)],
        }),
      ),
    )
    const importId = await open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '下河村', '四组', '13900002222', '较差', null),
        ],
      }),
    )
    const [conflict] = await rowsOf(importId, 'conflict')
    expect(conflict?.differences).toMatchObject([
      { label: '健康状况', onFile: '良好', inLedger: '较差', kind: 'conflict', taken: false },
      { label: '村民小组', onFile: '三组', inLedger: '四组', kind: 'conflict', taken: false },
    ])
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: 0, row: 1 }],
      decision: { kind: 'take', facts: ['health'] },
    })
    expect((await apply(importId)).people).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const [person] = (await people()).rows
    const file = await vault.must('recipients.file', { id: person!.id })
    expect(file).toMatchObject({ facts: { health: 'poor', phones: ['13900002222'] } })
    expect(person?.villageGroupName).toBe('三组')
  })

  test('name and village alone never match: the clerk picks, or opens a file of its own', async () => {
    await apply(
      await open(
        await xlsx({
          rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, null, null)],
        }),
      ),
    )
    const second = await xlsx({
      rows: [header, row('祁秀云', '女', null, null, '下河村', '三组', '13900002222', null, null)],
    })
    const importId = await open(second)
    const [pending] = await rowsOf(importId, 'pending')
    expect(pending?.candidates).toMatchObject([{ name: '祁秀云', reasons: ['同名', '同村'] }])
    expect((await stateOf(importId)).unconfirmed).toBe(1)
    await vault.must('imports.confirmAll', { importId })
    expect((await apply(importId)).people).toEqual({ created: 0, updated: 1, unchanged: 0 })

    const other = await open(
      await xlsx({
        rows: [header, row('祁秀云', '女', null, null, '下河村', '五组', null, null, null)],
      }),
    )
    const place = { sheet: 0, row: 1 }
    await vault.must('imports.decide', {
      importId: other,
      rows: [place],
      decision: { kind: 'create' },
    })
    expect((await apply(other)).people.created).toBe(1)
    expect((await people()).total).toBe(2)
  })

  test('whom something speaks against is not confirmed with the rest', async () => {
    await apply(
      await open(
        await xlsx({
          rows: [
            header,
            row('祁秀云', '女', mother, null, '下河村', '三组', '13900002222', null, null),
            row('马福来', '男', father, null, '下河村', '一组', null, null, null),
          ],
        }),
      ),
    )
    const importId = await open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', null, null, '柳林村', null, '13900002222', null, null),
          row('马福来', '男', null, null, '下河村', '一组', null, null, null),
        ],
      }),
    )
    expect((await rowsOf(importId, 'pending')).map(({ candidates }) => candidates.length)).toEqual([
      1, 1,
    ])
    expect(await stateOf(importId)).toMatchObject({ unconfirmed: 1 })
    expect(await vault.must('imports.confirmAll', { importId })).toEqual({ changed: 1 })
    expect(await rowsOf(importId, 'pending')).toMatchObject([{ name: '祁秀云' }])
  })

  test('an import of which nothing is left does not wait any longer', async () => {
    const importId = await open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '下河村', null, null, null, null),
          row('马福来', '男', father.slice(1), null, '下河村', null, null, null, null),
        ],
      }),
    )
    await apply(importId)
    expect(await vault.must('imports.waiting', {})).toHaveLength(1)
    const place = { importId, sheet: 0, row: 2 }
    await vault.must('imports.fixCell', { ...place, column: 2, text: father })
    const { cells } = await vault.must('imports.cells', place)
    expect(cells.find(({ column }) => column === 2)).toEqual({
      column: 2,
      text: father,
      mended: true,
    })
    expect((await apply(importId)).leftOut).toBe(0)
    expect(await vault.must('imports.waiting', {})).toEqual([])
  })

  test('one person, one row: a second row neither overwrites nor takes the number again', async () => {
    const twice = await xlsx({
      rows: [
        header,
        row('祁秀云', '女', mother, null, '下河村', null, '13900002222', null, null),
        row('祁秀云', '女', mother, null, '下河村', null, null, null, null),
      ],
    })
    const importId = await open(twice)
    expect((await stateOf(importId)).counts).toMatchObject({ new: 1, duplicate: 1 })
    const second = { importId, rows: [{ sheet: 0, row: 2 }] }
    await vault.must('imports.decide', { ...second, decision: { kind: 'create' } })
    expect((await rowsOf(importId, 'error'))[0]?.problems[0]?.message).toContain('第 2 行')
    await vault.must('imports.decide', { ...second, decision: { kind: 'reset' } })
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: 0, row: 1 }],
      decision: { kind: 'skip' },
    })
    expect((await stateOf(importId)).counts).toMatchObject({ new: 1, skipped: 1 })
    await apply(importId)
    const again = await open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', null, '1941-05-06', '下河村', null, '13900002222', '良好', null),
          row('祁秀云', '女', mother, null, '下河村', null, null, '较差', null),
        ],
      }),
    )
    expect((await stateOf(again)).counts).toMatchObject({ same: 1, duplicate: 1 })
  })

  test('a bad number: kept as the card has it, left out, or mended in the cell', async () => {
    const wrong = mother.slice(0, 17) + ((Number(mother[17]) + 1) % 10)
    const bytes = xls({
      rows: [
        header,
        row('祁秀云', '女', wrong, null, '下河村', null, null, null, null),
        row('马福来', '男', father.slice(1), null, '下河村', null, null, null, null),
        row('盛玉兰', '女', '不清楚4', null, '下河村', null, null, null, null),
      ],
    })
    const importId = await open(bytes, '旧表.xls')
    expect((await stateOf(importId)).counts.error).toBe(3)
    const decide = (
      line: number,
      decision: Parameters<typeof vault.must<'imports.decide'>>[1]['decision'],
    ) => vault.must('imports.decide', { importId, rows: [{ sheet: 0, row: line }], decision })
    await decide(1, { kind: 'keepIdNumber', note: '证件原号如此' })
    await decide(3, { kind: 'withoutIdNumber' })
    const fixed = await vault.must('imports.fixCell', {
      importId,
      sheet: 0,
      row: 2,
      column: 2,
      text: father,
    })
    expect(fixed.row).toMatchObject({ state: 'new', idNumber: father })
    expect((await apply(importId)).people.created).toBe(3)
    const rows = (await people()).rows
    const kept = await vault.must('recipients.file', {
      id: rows.find((p) => p.name === '祁秀云')!.id,
    })
    expect(kept.facts).toMatchObject({ idNumber: wrong, idNumberNote: '证件原号如此' })
  })

  test('villages that are not on the list wait for the clerk', async () => {
    const importId = await open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '石桥村', '2', null, null, null),
          row('马福来', '男', father, null, '下河', '2', null, null, null),
        ],
      }),
    )
    const state = await stateOf(importId)
    expect(state.newVillages).toEqual([{ name: '石桥村', rows: 1, createAs: null, useId: null }])
    expect(state.counts).toMatchObject({ new: 1, error: 1 })
    await vault.must('imports.setOptions', {
      importId,
      villages: [{ name: '石桥村', createAs: 'village' }],
    })
    expect((await stateOf(importId)).counts).toMatchObject({ new: 2, error: 0 })
    expect(await apply(importId)).toMatchObject({ villages: 1, people: { created: 2 } })
    const villages = await vault.must('villages.list', {})
    expect(villages.map(({ name }) => name)).toEqual(['下河村', '柳林村', '石桥村'])
  })

  test('a corrected mapping is remembered for the next file with this header', async () => {
    const odd = (name: string) =>
      xlsx({
        rows: [
          ['姓名', '身份证号', '村', '另名'],
          [name, null, '下河村', '老幺'],
        ],
      })
    const importId = await open(await odd('祁秀云'))
    await job(
      vault.must('imports.setMapping', {
        importId,
        sheet: 0,
        fields: [{ column: 3, field: 'recipient.formerName' }],
      }),
    )
    const next = await open(await odd('马福来'))
    expect((await stateOf(next)).sheets[0]?.columns[3]?.field).toBe('recipient.formerName')
  })

  test('a correction holds for all sheets of the same header', async () => {
    const sheet = (name: string, person: string) => ({
      name,
      rows: [
        ['姓名', '村', '鞋码'],
        [person, '下河村', '36'],
      ] as TestCell[][],
    })
    const importId = await open(await xlsx(sheet('一', '祁秀云'), sheet('二', '马福来')))
    const fields = [{ column: 2, field: 'recipient.formerName' as const }]
    await job(vault.must('imports.setMapping', { importId, sheet: 1, fields }))
    const { sheets } = await stateOf(importId)
    expect(sheets.map(({ columns }) => columns[2]?.field)).toEqual([
      'recipient.formerName',
      'recipient.formerName',
    ])
  })

  test('staged work survives a lock', async () => {
    const importId = await open(
      await xlsx({
        rows: [header, row('祁秀云', '女', '123', null, '下河村', null, null, null, null)],
      }),
    )
    await vault.must('imports.fixCell', { importId, sheet: 0, row: 1, column: 2, text: mother })
    const { operator } = await vault.must('session.me', {})
    await vault.must('vault.lock', {})
    await vault.must('vault.unlock', { operatorId: operator.id, password: '松绿-2026-桑榆' })
    expect(await vault.must('imports.waiting', {})).toMatchObject([
      { importId, fileName: '台账.xlsx' },
    ])
    expect(await rowsOf(importId)).toMatchObject([{ state: 'new', idNumber: mother }])
    await vault.must('imports.discard', { importId })
    expect(await vault.must('imports.waiting', {})).toEqual([])
  })
})

describe('pairings and contacts', () => {
  beforeEach(async () => {
    await apply(
      await open(
        await xlsx({
          rows: [
            header,
            row('祁秀云', '女', mother, null, '下河村', '三组', null, null, null),
            row('祁秀云', '女', id('1950-01-01', 222), null, '下河村', '五组', null, null, null),
            row('马福来', '男', father, null, '下河村', '一组', null, null, null),
          ],
        }),
      ),
    )
  })

  test('helpers once each, pairings from their month; somebody unknown waits', async () => {
    const register: TestCell[][] = [
      ['帮扶人', '联系电话', '帮扶对象', '身份证号码', '村', '结对时间'],
      ['任远', '13600001111', '祁秀云', mother, '下河村', '2026年3月'],
      ['任远', '13600001111', '马福来', null, '下河村', '2026.3.15'],
      ['任远', '13600001111', '没有的人', null, '下河村', null],
    ]
    const importId = await open(await xlsx({ rows: register }))
    expect((await stateOf(importId)).counts).toMatchObject({ new: 1, pending: 2 })
    await vault.must('imports.confirmAll', { importId })
    expect(await apply(importId)).toMatchObject({
      helpers: { created: 1 },
      pairings: { created: 2, unchanged: 0 },
      leftOut: 1,
    })
    const [helper] = await vault.must('helpers.list', {})
    const { pairings } = await vault.must('helpers.file', { id: helper!.id })
    expect(pairings.map(({ recipientName, from }) => [recipientName, from]).sort()).toEqual(
      [
        ['祁秀云', '2026-03'],
        ['马福来', '2026-03-15'],
      ].sort(),
    )
    const again = await open(await xlsx({ rows: register }))
    expect((await stateOf(again)).counts).toMatchObject({ same: 1, pending: 2, new: 0 })
  })

  test('a pairing until a year lasts to the end of that year', async () => {
    const register: TestCell[][] = [
      ['帮扶人', '联系电话', '帮扶对象', '身份证号码', '村', '结对时间', '结束时间'],
      ['任远', '13600001111', '祁秀云', mother, '下河村', '2024年3月', '2026年'],
    ]
    await apply(await open(await xlsx({ rows: register })))
    const [helper] = await vault.must('helpers.list', {})
    const { pairings } = await vault.must('helpers.file', { id: helper!.id })
    expect(pairings).toMatchObject([{ to: '2026-12-31', current: true }])
  })

  test('an ID number under another name is nobody until the clerk says so', async () => {
    const importId = await open(
      await xlsx({
        rows: [
          ['帮扶人', '联系电话', '帮扶对象', '身份证号码', '村'],
          ['任远', '13600001111', '樊长庚', mother, '下河村'],
        ],
      }),
    )
    const [row] = await rowsOf(importId, 'pending')
    expect(row?.candidates).toMatchObject([
      { name: '祁秀云', reasons: ['身份证号相同', '姓名不同'] },
    ])
    expect(await vault.must('imports.confirmAll', { importId })).toEqual({ changed: 0 })
  })

  test('two helpers of one person who is not on file make one file', async () => {
    const unknown = id('1938-03-03', 226)
    const importId = await open(
      await xlsx({
        rows: [
          ['帮扶人', '联系电话', '帮扶对象', '身份证号码', '村'],
          ['任远', '13600001111', '樊长庚', unknown, '下河村'],
          ['向阳', '13600002222', '樊长庚', unknown, '下河村'],
        ],
      }),
    )
    const places = [1, 2].map((line) => ({ sheet: 0, row: line }))
    await vault.must('imports.decide', { importId, rows: places, decision: { kind: 'create' } })
    expect(await apply(importId)).toMatchObject({
      people: { created: 1 },
      pairings: { created: 2 },
    })
  })

  test('contacts: partial days, free visitors, nobody matched by name and village alone', async () => {
    const sheet: TestCell[][] = [
      ['日期', '村', '老人姓名', '联系方式', '走访人', '主要情况'],
      ['3月5日', '下河村', '马福来', '入户', '任远', '身体尚可'],
      ['2026年4月', '下河村', '马福来', '电话', '任远', null],
      ['2026.4.2', '下河村', '祁秀云', '电话', '任远', null],
      ['2026.4.2', '柳林村', '无名氏', '电话', '任远', null],
    ]
    const importId = await open(await xlsx({ rows: sheet }))
    const state = await stateOf(importId)
    expect(state.counts).toMatchObject({ pending: 4, new: 0 })
    expect(state).toMatchObject({ unconfirmed: 2, yearless: { rows: 1, year: null } })
    const pending = await rowsOf(importId, 'pending')
    expect(pending.map(({ candidates }) => candidates.length).sort()).toEqual([0, 1, 1, 2])
    await vault.must('imports.confirmAll', { importId })
    expect((await apply(importId)).contacts).toEqual({ created: 2, unchanged: 0 })
    const { rows } = await vault.must('contacts.list', {})
    expect(rows.map(({ date, visitor, helperId }) => [date, visitor, helperId])).toEqual([
      ['2026-04', '任远', null],
      ['--03-05', '任远', null],
    ])
    await vault.must('imports.setOptions', { importId, year: 2026 })
    const again = await open(await xlsx({ rows: sheet }))
    await vault.must('imports.confirmAll', { importId: again })
    expect((await stateOf(again)).counts).toMatchObject({ same: 2, new: 0, pending: 2 })
  })
})

describe('refusals', () => {
  test.each([
    ['an empty file', '', '空文件'],
    ['no workbook', Buffer.from('%PDF-1.4').toString('base64'), 'PDF'],
    ['200 MB', 'A'.repeat(42 * 1024 * 1024), '30 MB 的上限'],
  ])('%s', async (_, content, words) => {
    const { jobId } = await vault.must('imports.open', { fileName: 'x.xlsx', content })
    const state = await finishedJob(vault.core, jobId)
    expect(state).toMatchObject({ status: 'failed', error: { code: 'VALIDATION' } })
    expect(state.error?.message).toContain(words)
    expect(await vault.must('imports.waiting', {})).toEqual([])
  })

  test('an import that is over, a row that is not there, nothing to put on file', async () => {
    expect(await vault.core.do('imports.state', { importId: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
    const importId = await open(
      await xlsx({ rows: [header, row('祁秀云', '女', '1', null, '下河村')] }),
    )
    const nowhere = { importId, rows: [{ sheet: 0, row: 77 }], decision: { kind: 'skip' as const } }
    expect(await vault.core.do('imports.decide', nowhere)).toMatchObject({ ok: false })
    const { jobId } = await vault.must('imports.apply', { importId })
    expect(await finishedJob(vault.core, jobId)).toMatchObject({ status: 'failed' })
  })
})

describe.skipIf(!present)('the sample ledgers (skipped where ../shared/ledgers is absent)', () => {
  const ledger = (prefix: string): Buffer =>
    readFileSync(
      join(
        sampleFolder,
        readdirSync(sampleFolder).find(
          (name) => name.startsWith(prefix) && !name.endsWith('json'),
        )!,
      ),
    )
  const createVillages = async (importId: string): Promise<void> => {
    const { newVillages } = await stateOf(importId)
    await vault.must('imports.setOptions', {
      importId,
      villages: newVillages.map(({ name }) => ({
        name,
        createAs: name.endsWith('社区') ? ('community' as const) : ('village' as const),
      })),
    })
  }

  test('02, then 04, 05, 03 and 01 on the same office', { timeout: 120_000 }, async () => {
    const second = await open(ledger('02'), '02.xlsx')
    expect((await stateOf(second)).newVillages.map(({ name }) => name).sort()).toEqual(
      ['上河村', '观音桥社区', '青石村', '黄泥坪村'].sort(),
    )
    await createVillages(second)
    expect((await stateOf(second)).counts).toMatchObject({ new: 107, error: 13, duplicate: 3 })
    const [first] = await rowsOf(second, 'error')
    const offered = first?.problems.find(({ offer }) => offer)
    expect(offered?.offer).toBe('610999196406147275')
    await vault.must('imports.fixCell', {
      importId: second,
      sheet: 0,
      row: first!.row,
      column: offered!.column!,
      text: offered!.offer!,
    })
    expect(await apply(second)).toMatchObject({
      people: { created: 108 },
      leftOut: 15,
      villages: 4,
    })

    const fourth = await open(ledger('04'), '04.xlsx')
    const pairings = (await stateOf(fourth)).counts
    expect(pairings.new + pairings.pending).toBe(90)
    // Eleven of the thirteen bad numbers stand in the register; one was mended.
    expect(pairings.pending).toBe(10)
    const done = await apply(fourth)
    expect(done.pairings.created).toBe(pairings.new)

    const fifth = await open(ledger('05'), '05.xlsx')
    const contacts = await stateOf(fifth)
    expect(contacts.counts.pending).toBe(300)
    expect(contacts.yearless.rows).toBeGreaterThan(0)
    const { changed } = await vault.must('imports.confirmAll', { importId: fifth })
    expect((await apply(fifth)).contacts.created).toBe(changed)

    const third = await open(ledger('03'), '03.csv')
    await createVillages(third)
    const names = (await stateOf(third)).counts
    expect(names.new + names.same + names.conflict + names.pending).toBe(45)

    const one = await open(ledger('01'), '01.xlsx')
    const counts = (await stateOf(one)).counts
    expect(counts.error).toBe(3)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(132)
  })
})
