import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { father, header, mother, row, TestDesk } from './test-desk'
import { xls, xlsx, type TestCell } from './test-workbooks'

let vault: TestVault
let desk: TestDesk
beforeEach(async () => {
  vault = await openTestVault()
  desk = new TestDesk(vault)
})
afterAll(closeTestVaults)

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
    const importId = await desk.open(bytes)
    expect((await desk.state(importId)).counts).toMatchObject({ new: 2, error: 1 })
    const result = await desk.apply(importId)
    expect(result).toMatchObject({ people: { created: 2, updated: 0 }, leftOut: 1 })
    const [titles, left] = await desk.leftOutTexts(result)
    expect(titles?.slice(0, 4)).toEqual(['原行号', '状态', '原因', '姓名'])
    expect(left?.slice(0, 4)).toEqual([
      '4',
      '错误',
      expect.stringContaining('应为 18 位'),
      '盛玉兰',
    ])

    const again = await desk.open(bytes)
    expect((await desk.state(again)).counts).toMatchObject({ same: 2, new: 0, error: 1 })
    expect((await desk.apply(again)).people).toEqual({ created: 0, updated: 0, unchanged: 2 })
    expect(await vault.must('recipients.list', {})).toMatchObject({ total: 2 })
  })

  // A bug this catches: on file only from the day of the import, nobody would be owed anything yet.
  test('whoever is imported is due this month and not overdue', async () => {
    const importId = await desk.open(
      await xlsx({
        rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, null, null)],
      }),
    )
    expect((await desk.state(importId)).from).toBe('2026-11-01')
    await desk.apply(importId)
    expect(await vault.must('home.summary', {})).toMatchObject({ onFile: 1, due: 1, overdue: 0 })
  })

  test('a namesake said to be somebody else is not offered again', async () => {
    const named = (group: string): Promise<Buffer> =>
      xlsx({ rows: [header, row('祁秀云', '女', null, null, '下河村', group, null, null, null)] })
    await desk.apply(await desk.open(await named('一组')))
    const second = await desk.open(await named('三组'))
    const [asked] = await desk.rows(second, 'pending')
    expect(asked?.candidates).toHaveLength(1)
    const decision = { kind: 'create' as const }
    await vault.must('imports.decide', { importId: second, rows: [{ sheet: 0, row: 1 }], decision })
    await desk.apply(second)
    const [again] = await desk.rows(await desk.open(await named('三组')), 'pending')
    expect(again?.candidates.map(({ group }) => group)).toEqual(['三组'])
  })

  test('a conflict waits for a word; what the file lacks is filled in', async () => {
    await desk.apply(
      await desk.open(
        await xlsx({
          rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, '良好', null)],
        }),
      ),
    )
    const importId = await desk.open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '下河村', '四组', '13900002222', '较差', null),
        ],
      }),
    )
    const [conflict] = await desk.rows(importId, 'conflict')
    expect(conflict?.differences).toMatchObject([
      { label: '健康状况', onFile: '良好', inLedger: '较差', kind: 'conflict', taken: false },
      { label: '联系电话', onFile: null, inLedger: '13900002222', kind: 'fill', taken: true },
      { label: '村民小组', onFile: '三组', inLedger: '四组', kind: 'conflict', taken: false },
    ])
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: 0, row: 1 }],
      decision: { kind: 'take', facts: ['health'] },
    })
    expect((await desk.apply(importId)).people).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const [person] = (await vault.must('recipients.list', {})).rows
    const file = await vault.must('recipients.file', { id: person!.id })
    expect(file).toMatchObject({ facts: { health: 'poor', phones: ['13900002222'] } })
    expect(person?.villageGroupName).toBe('三组')
  })

  test('name and village alone never match: the clerk picks, or opens a file of its own', async () => {
    await desk.apply(
      await desk.open(
        await xlsx({
          rows: [header, row('祁秀云', '女', mother, null, '下河村', '三组', null, null, null)],
        }),
      ),
    )
    const second = await xlsx({
      rows: [header, row('祁秀云', '女', null, null, '下河村', '三组', '13900002222', null, null)],
    })
    const importId = await desk.open(second)
    const [pending] = await desk.rows(importId, 'pending')
    expect(pending?.candidates).toMatchObject([
      { name: '祁秀云', reasons: ['同名', '同村', '同组'] },
    ])
    expect((await desk.state(importId)).unconfirmed).toBe(1)
    await vault.must('imports.confirmAll', { importId })
    expect((await desk.apply(importId)).people).toEqual({ created: 0, updated: 1, unchanged: 0 })

    const other = await desk.open(
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
    expect((await desk.apply(other)).people.created).toBe(1)
    expect((await vault.must('recipients.list', {})).total).toBe(2)
  })

  test('whom something speaks against is not confirmed with the rest', async () => {
    await desk.apply(
      await desk.open(
        await xlsx({
          rows: [
            header,
            row('祁秀云', '女', mother, null, '下河村', '三组', '13900002222', null, null),
            row('马福来', '男', father, null, '下河村', '一组', null, null, null),
          ],
        }),
      ),
    )
    const importId = await desk.open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', null, null, '柳林村', null, '13900002222', null, null),
          row('马福来', '男', null, null, '下河村', '一组', null, null, null),
        ],
      }),
    )
    expect(
      (await desk.rows(importId, 'pending')).map(({ candidates }) => candidates.length),
    ).toEqual([1, 1])
    expect(await desk.state(importId)).toMatchObject({ unconfirmed: 1 })
    expect(await vault.must('imports.confirmAll', { importId })).toEqual({ changed: 1 })
    expect(await desk.rows(importId, 'pending')).toMatchObject([{ name: '祁秀云' }])
  })

  test('an import of which nothing is left does not wait any longer', async () => {
    const importId = await desk.open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '下河村', null, null, null, null),
          row('马福来', '男', father.slice(1), null, '下河村', null, null, null, null),
        ],
      }),
    )
    await desk.apply(importId)
    expect(await vault.must('imports.waiting', {})).toHaveLength(1)
    const place = { importId, sheet: 0, row: 2 }
    await vault.must('imports.fixCell', { ...place, column: 2, text: father })
    const { cells } = await vault.must('imports.cells', place)
    expect(cells.find(({ column }) => column === 2)).toEqual({
      column: 2,
      text: father,
      mended: true,
    })
    expect((await desk.apply(importId)).leftOut).toBe(0)
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
    const importId = await desk.open(twice)
    expect((await desk.state(importId)).counts).toMatchObject({ new: 1, duplicate: 1 })
    const second = { importId, rows: [{ sheet: 0, row: 2 }] }
    await vault.must('imports.decide', { ...second, decision: { kind: 'create' } })
    expect((await desk.rows(importId, 'error'))[0]?.problems[0]?.message).toContain('第 2 行')
    await vault.must('imports.decide', { ...second, decision: { kind: 'reset' } })
    await vault.must('imports.decide', {
      importId,
      rows: [{ sheet: 0, row: 1 }],
      decision: { kind: 'skip' },
    })
    expect((await desk.state(importId)).counts).toMatchObject({ new: 1, skipped: 1 })
    await desk.apply(importId)
    const again = await desk.open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', null, '1941-05-06', '下河村', null, '13900002222', '良好', null),
          row('祁秀云', '女', mother, null, '下河村', null, null, '较差', null),
        ],
      }),
    )
    expect((await desk.state(again)).counts).toMatchObject({ same: 1, duplicate: 1 })
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
    const importId = await desk.open(bytes, '旧表.xls')
    expect((await desk.state(importId)).counts.error).toBe(3)
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
    expect((await desk.apply(importId)).people.created).toBe(3)
    const rows = (await vault.must('recipients.list', {})).rows
    const kept = await vault.must('recipients.file', {
      id: rows.find((p) => p.name === '祁秀云')!.id,
    })
    expect(kept.facts).toMatchObject({ idNumber: wrong, idNumberNote: '证件原号如此' })
  })

  test('villages that are not on the list wait for the clerk', async () => {
    const importId = await desk.open(
      await xlsx({
        rows: [
          header,
          row('祁秀云', '女', mother, null, '石桥村', '2', null, null, null),
          row('马福来', '男', father, null, '下河', '2', null, null, null),
        ],
      }),
    )
    const state = await desk.state(importId)
    expect(state.newVillages).toEqual([{ name: '石桥村', rows: 1, createAs: null, useId: null }])
    expect(state.counts).toMatchObject({ new: 1, error: 1 })
    await vault.must('imports.setOptions', {
      importId,
      villages: [{ name: '石桥村', createAs: 'village' }],
    })
    expect((await desk.state(importId)).counts).toMatchObject({ new: 2, error: 0 })
    expect(await desk.apply(importId)).toMatchObject({ villages: 1, people: { created: 2 } })
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
    const importId = await desk.open(await odd('祁秀云'))
    await desk.job(
      vault.must('imports.setMapping', {
        importId,
        sheet: 0,
        fields: [{ column: 3, field: 'recipient.formerName' }],
      }),
    )
    const next = await desk.open(await odd('马福来'))
    expect((await desk.state(next)).sheets[0]?.columns[3]?.field).toBe('recipient.formerName')
  })

  test('a correction holds for all sheets of the same header', async () => {
    const sheet = (name: string, person: string) => ({
      name,
      rows: [
        ['姓名', '村', '鞋码'],
        [person, '下河村', '36'],
      ] as TestCell[][],
    })
    const importId = await desk.open(await xlsx(sheet('一', '祁秀云'), sheet('二', '马福来')))
    const fields = [{ column: 2, field: 'recipient.formerName' as const }]
    await desk.job(vault.must('imports.setMapping', { importId, sheet: 1, fields }))
    const { sheets } = await desk.state(importId)
    expect(sheets.map(({ columns }) => columns[2]?.field)).toEqual([
      'recipient.formerName',
      'recipient.formerName',
    ])
  })

  test('staged work survives a lock', async () => {
    const importId = await desk.open(
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
    expect(await desk.rows(importId)).toMatchObject([{ state: 'new', idNumber: mother }])
    await vault.must('imports.discard', { importId })
    expect(await vault.must('imports.waiting', {})).toEqual([])
  })
})
