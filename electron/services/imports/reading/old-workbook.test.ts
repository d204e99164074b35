import { CFB } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import { readLedger } from '.'
import { xls } from '../test-workbooks'

/* Old workbooks put together record by record, as Excel and WPS write them and the test library does not. */

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => bytes.writeUInt16LE(value & 0xffff, i * 2))
  return bytes
}
const record = (kind: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([u16(kind, content.length), content])
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const begin = (): Buffer => record(0x0809, u16(0x0600, 0x0005, 0, 0), Buffer.alloc(8))
const end = record(0x000a)

/** A workbook of one sheet from the records of the file as a whole and those of the sheet. */
function workbook(global: Buffer[], cells: Buffer[]): Buffer {
  const name = wide('台账')
  const bound = (at: number): Buffer =>
    record(0x0085, u16(at, at >> 16), Buffer.from([1, 0, name.length / 2, 1]), name)
  const head = (at: number): Buffer => Buffer.concat([begin(), bound(at), ...global, end])
  const stream = Buffer.concat([head(head(0).length), begin(), ...cells, end])
  return contained('Workbook', stream)
}

function contained(name: string, stream: Buffer): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, `/${name}`, stream)
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array)
}

function refusal(bytes: Buffer): string {
  try {
    readLedger(bytes)
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message
    throw error
  }
  return 'accepted'
}

describe('cells', () => {
  test('a shared text that goes on in a continuation, there in one byte per character', () => {
    const texts = [
      record(0x00fc, u16(1, 0, 2, 0), u16(5), Buffer.from([1]), wide('祁秀')),
      record(
        0x003c,
        Buffer.from([0]),
        Buffer.from('abc', 'latin1'),
        u16(1),
        Buffer.from([1]),
        wide('村'),
      ),
    ]
    const bytes = workbook(texts, [
      record(0x00fd, u16(0, 0, 0), u16(0, 0)),
      record(0x00fd, u16(0, 2, 0), u16(1, 0)),
    ])
    const { sheets } = readLedger(bytes)
    expect(sheets[0]).toMatchObject({ name: '台账', hidden: true })
    expect(sheets[0]?.rows).toEqual([[{ text: '祁秀abc' }, null, { text: '村' }]])
  })

  test('short numbers, alone and in rows, whole and in hundredths', () => {
    const bytes = workbook(
      [],
      [
        record(0x027e, u16(0, 0, 0), Buffer.from(new Int32Array([(8350 << 2) | 3]).buffer)),
        record(0x00bd, u16(1, 1, 0, (85 << 2) | 2, 0, 0, (-7 << 2) | 2, 0xffff, 2)),
      ],
    )
    expect(readLedger(bytes).sheets[0]?.rows.map((row) => row.map((cell) => cell?.number))).toEqual(
      [[83.5], [undefined, 85, -7]],
    )
  })

  // A bug this catches: formats that files only name by number gave 2025-04-01 for 2025年4月.
  test('a month in the format of the Chinese editions stays a month', () => {
    const day = Buffer.alloc(8)
    day.writeDoubleLE(45748)
    const bytes = workbook([record(0x00e0, u16(0, 57))], [record(0x0203, u16(0, 0, 0), day)])
    expect(readLedger(bytes).sheets[0]?.rows[0]?.[0]?.date).toBe('2025-04')
  })

  test('the text a formula gave, and a chart within the sheet that is passed over', () => {
    const result = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff])
    const bytes = workbook(
      [],
      [
        begin(),
        record(0x0204, u16(0, 0, 0), u16(1), Buffer.from([1]), wide('图')),
        end,
        record(0x0006, u16(0, 0, 0), result, Buffer.alloc(8)),
        record(0x0207, u16(2), Buffer.from([1]), wide('合计')),
      ],
    )
    expect(readLedger(bytes).sheets[0]?.rows).toEqual([[{ text: '合计' }]])
  })
})

describe('damage ends in one clear refusal', () => {
  const whole = xls({ rows: Array.from({ length: 200 }, (_, i) => [`祁秀云${i}`, '石桥村', i]) })

  // A bug this catches: a chain of sectors that came back to itself was followed for ever.
  test('sectors chained in a ring', () => {
    const bytes = Buffer.from(whole)
    const table = 512 * (bytes.readUInt32LE(76) + 1)
    for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(0, table + sector * 4)
    expect(refusal(bytes)).toContain('已损坏')
  })

  test('the list of tables points at itself', () => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32LE(0, 68)
    bytes.fill(0, 512, 1024)
    expect(refusal(bytes)).toContain('已损坏')
  })

  test('a text longer than the record that holds it', () => {
    const cell = record(0x0204, u16(0, 0, 0), u16(60_000), Buffer.from([1]), wide('祁'))
    expect(refusal(workbook([], [cell]))).toContain('已损坏')
  })

  test('four thousand million shared texts', () => {
    expect(refusal(workbook([record(0x00fc, u16(1, 0, 0xffff, 0xffff))], []))).toContain('已损坏')
  })

  test('a sheet whose records are missing is not silently left out', () => {
    const bytes = workbook([], [record(0x0203, u16(0, 0, 0), Buffer.alloc(8))])
    const stream = Buffer.from(
      (CFB.find(CFB.read(bytes, { type: 'buffer' }), '/Workbook')?.content ?? []) as Uint8Array,
    )
    expect(refusal(contained('Workbook', stream.subarray(0, stream.length - 4)))).toContain(
      '已损坏',
    )
  })

  test('cells at the end of the world', () => {
    const far = record(0x0203, u16(0xffff, 0xffff, 0), Buffer.alloc(8))
    expect(refusal(workbook([], [far]))).toContain('300 列')
  })

  test('a password, a Word document', () => {
    expect(refusal(workbook([record(0x002f, u16(1))], []))).toContain('密码')
    expect(refusal(contained('WordDocument', Buffer.alloc(5000)))).toContain('Word')
  })
})
