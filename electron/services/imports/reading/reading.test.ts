import { deflateRawSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { CFB, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import { delimited, xls, xlsx } from '../test-workbooks'
import { checkFileSize, readLedger } from '.'

const texts = (bytes: Buffer, sheet = 0) =>
  readLedger(bytes).sheets[sheet]?.rows.map((row) => row.map((cell) => cell?.text ?? null))

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message
    throw error
  }
  return 'accepted'
}

describe('workbooks', () => {
  test('merged cells reach all they cover, and say that they are copies', async () => {
    const bytes = await xlsx({
      name: '台账',
      rows: [['标题'], ['村', '姓名'], ['石桥村', '祁秀云'], [null, '马福来']],
      merges: ['A1:B1', 'A3:A4'],
    })
    const [sheet] = readLedger(bytes).sheets
    expect(sheet?.rows[0]).toEqual([{ text: '标题' }, { text: '标题', copied: true }])
    expect(sheet?.rows[3]).toEqual([{ text: '石桥村', copied: true }, { text: '马福来' }])
    expect(sheet?.merges).toHaveLength(2)
  })

  test('the old binary format is told by its content, not by its name', () => {
    const bytes = xls({
      name: '花名册',
      rows: [
        ['姓名', '年龄'],
        ['祁秀云', 85],
      ],
    })
    const file = readLedger(bytes)
    expect(file.format).toBe('xls')
    expect(file.sheets[0]?.name).toBe('花名册')
    expect(file.sheets[0]?.rows[1]).toEqual([{ text: '祁秀云' }, { text: '85', number: 85 }])
  })

  test('dates are days without a zone; formats without a day give a month', async () => {
    const day = new Date(Date.UTC(1941, 4, 6))
    const bytes = await xlsx({
      rows: [[day, day, day]],
      formats: { A: 'yyyy-mm-dd', B: 'yyyy"年"m"月"', C: 'yyyy' },
    })
    const dates = readLedger(bytes).sheets[0]?.rows[0]?.map((cell) => cell?.date)
    expect(dates).toEqual(['1941-05-06', '1941-05', '1941'])
  })

  test('a long number keeps what digits Excel kept, and is marked as a number', async () => {
    const bytes = await xlsx({ rows: [[Number('610999195011021319')]] })
    expect(readLedger(bytes).sheets[0]?.rows[0]?.[0]).toEqual({
      text: '610999195011021300',
      number: 610999195011021300,
    })
  })

  test('formulas give their result, errors and blanks give nothing', () => {
    const sheet = utils.aoa_to_sheet([['a', 1]])
    sheet['C1'] = { t: 'n', f: 'B1+1', v: 2 }
    sheet['D1'] = { t: 'e', v: 0x2a, w: '#N/A' }
    sheet['E1'] = { t: 's', v: '   ' }
    sheet['F1'] = { t: 's', v: 'z' }
    sheet['!ref'] = 'A1:F1'
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, sheet, 's')
    expect(texts(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)).toEqual([
      ['a', '1', '2', null, null, 'z'],
    ])
  })

  // A bug this catches: the reader stepped through every column a cell claimed to span.
  test('an HTML cell that spans a thousand million columns is one cell', () => {
    const html = '<table><tr><td colspan="1000000000">祁秀云</td></tr></table>'
    expect(texts(Buffer.from(html))?.[0]?.[0]).toBe('祁秀云')
  })

  // A bug this catches: the reader made room for every column that an XML cell claimed to skip.
  test('an XML cell in column one hundred million is refused as too wide', () => {
    const cells = (index: number): Buffer =>
      Buffer.from(
        `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table><Row><Cell ss:Index="${index}"><Data ss:Type="String">祁秀云</Data></Cell></Row></Table></Worksheet></Workbook>`,
      )
    expect(texts(cells(2))).toEqual([[null, '祁秀云']])
    expect(() => readLedger(cells(1e8))).toThrow()
  })

  test('an HTML table that calls itself .xls', () => {
    const html =
      '<html><body><table><tr><td>姓名</td><td>证件</td></tr><tr><td>祁秀云</td><td>610999194105061283</td></tr></table></body></html>'
    expect(readLedger(iconv.encode(html, 'gbk')).format).toBe('html')
    expect(texts(iconv.encode(html, 'gbk'))).toEqual([
      ['姓名', '证件'],
      ['祁秀云', '610999194105061283'],
    ])
  })
})

describe('text', () => {
  const rows = [
    ['姓名', '住址'],
    ['祁𬭚', '他说"老学校"旁\n二组'],
    ['杨𫖯', 'a,b'],
  ]

  test.each([
    ['utf8', false, 'utf8'],
    ['utf8', true, 'utf8'],
    ['gb18030', false, 'gb18030'],
    ['utf-16le', true, 'utf16'],
    ['utf-16be', true, 'utf16'],
  ] as const)('%s, mark %s', (encoding, bom, told) => {
    const file = readLedger(delimited(rows, ',', encoding, bom))
    expect(file.encoding).toBe(told)
    expect(file.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text))).toEqual(rows)
  })

  test('protected numbers, blank lines at the end, quotes that are not closed', () => {
    expect(texts(Buffer.from('姓名,证件\n祁秀云,="610999194105061283"\n\n\n'))).toEqual([
      ['姓名', '证件'],
      ['祁秀云', '610999194105061283'],
    ])
    expect(texts(Buffer.from('姓名,住址\n祁秀云,"老学校旁\n马福来,三组'))).toEqual([
      ['姓名', '住址'],
      ['祁秀云', '"老学校旁'],
      ['马福来', '三组'],
    ])
  })
})

describe('what is refused, each in words of its own', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), '空文件'],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'PDF'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), '图片'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37 + 11) % 256)),
      '既不是',
    ],
    ['a Word document', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), 'Word'],
    ['a zip archive', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), '压缩包'],
    [
      'a cut archive',
      Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('x') })).subarray(0, 60),
      '损坏',
    ],
    [
      'a broken workbook',
      Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<broken') })),
      '工作簿',
    ],
    ['gzip', gzipSync(Buffer.from('abc')), '既不是'],
  ])('%s', (_, bytes, word) => {
    expect(refusal(() => readLedger(bytes))).toContain(word)
  })

  test('a workbook that opens with a password', () => {
    // The container of an encrypted xlsx: an OLE file holding EncryptionInfo and EncryptedPackage.
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64))
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096))
    const bytes = Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array)
    expect(refusal(() => readLedger(bytes))).toContain('密码')
  })

  test('too large by size, before its bytes are taken in', () => {
    expect(refusal(() => checkFileSize(200 * 1024 * 1024))).toContain('200 MB')
    expect(refusal(() => readLedger(Buffer.alloc(31 * 1024 * 1024, 0x41)))).toContain('31 MB')
  })

  test('a zip bomb, declared or not', () => {
    expect(refusal(() => readLedger(archiveDeclaring(200 * 1024 * 1024)))).toContain('太大')
    expect(refusal(() => readLedger(archiveDeclaring(10)))).toContain('太大')
  })

  test('too many rows, too many columns', () => {
    const long = Buffer.from('姓名,村\n' + '祁秀云,石桥村\n'.repeat(50_001))
    expect(refusal(() => readLedger(long))).toContain('50,000 行')
    const wide = Buffer.from(Array.from({ length: 301 }, (_, i) => `c${i}`).join(',') + '\n')
    expect(refusal(() => readLedger(wide))).toContain('300 列')
  })

  test('merging painted over a million rows and all columns is not data', () => {
    const bytes = xls({ rows: [['姓名'], ['祁秀云']], merges: ['B1:IV1', 'A3:A65536'] })
    const [sheet] = readLedger(bytes).sheets
    expect(sheet?.rows).toHaveLength(2)
    expect(sheet?.merges).toEqual([])
  })
})

/** One entry that unpacks to 10 MB, whatever it declares. */
function archiveDeclaring(size: number): Buffer {
  const name = 'xl/workbook.xml'
  const packed = deflateRawSync(Buffer.alloc(10 * 1024 * 1024))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  const body = Buffer.concat([local, Buffer.from(name), packed])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, entry, Buffer.from(name), end])
}
