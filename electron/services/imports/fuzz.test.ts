import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { understandLedger } from '@shared/domain/imports/ledger'
import { readLedger } from './reading'
import { delimited, xls, xlsx, type TestCell } from './test-workbooks'

/* Whatever a file holds, reading it ends in rows or in one clear refusal. */

function survives(bytes: Buffer): void {
  try {
    understandLedger(readLedger(bytes).sheets, { today: '2026-11-21', officeVillages: ['石桥村'] })
  } catch (error) {
    expect(error).toBeInstanceOf(FailureError)
  }
}

const words =
  '姓名 性别 身份证号 电话 子女姓名 关系 村 组 帮扶人 日期 联系方式 走访人 合计 同上 〃 备注 序号 出生年月 住址 类别 填表人： 石桥村 一、石桥村 例 注： 1 2 3 男 女 √ 是 无 / 、；， 祁秀云 13900001111 2026.3.1 三组'.split(
    ' ',
  )
const cell: fc.Arbitrary<TestCell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constant(composeResidentId('610999', '1941-05-06', 128)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.constant(null) },
)
const table = fc.array(fc.array(cell, { maxLength: 14 }), { minLength: 1, maxLength: 14 })

test('tables of any words in any order, as text', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(',', '\t', ';'), (rows, delimiter) =>
      survives(delimited(rows, delimiter, 'utf8')),
    ),
    { numRuns: 300 },
  )
})

test('tables with any merged ranges, as workbooks', async () => {
  const range = fc
    .tuple(fc.nat(13), fc.nat(13), fc.nat(5), fc.nat(5))
    .map(([r, c, down, right]) => ({ s: { r, c }, e: { r: r + down, c: c + right } }))
  fc.assert(
    fc.property(table, fc.array(range, { maxLength: 5 }), (rows, ranges) => {
      const letters = ({ r, c }: { r: number; c: number }) =>
        `${String.fromCharCode(65 + c)}${r + 1}`
      survives(xls({ rows, merges: ranges.map(({ s, e }) => `${letters(s)}:${letters(e)}`) }))
    }),
    { numRuns: 150 },
  )
})

test('workbooks with damaged bytes', async () => {
  const whole = await xlsx({
    rows: [
      ['姓名', '村'],
      ['祁秀云', '石桥村'],
    ],
  })
  const old = xls({
    rows: [
      ['姓名', '村'],
      ['祁秀云', '石桥村'],
    ],
  })
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.constantFrom(whole, old), damage, fc.nat(), (source, changes, cut) => {
      const bytes = Buffer.from(source)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      survives(bytes.subarray(0, cut % 3 === 0 ? (cut % bytes.length) + 1 : bytes.length))
    }),
    { numRuns: 300 },
  )
})

test('bytes that are nothing at all', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '<table>'),
      (tail, head) => survives(Buffer.concat([Buffer.from(head, 'latin1'), tail])),
    ),
    { numRuns: 300 },
  )
})
