import iconv from 'iconv-lite'
import type { MergedRange } from '@shared/domain/imports/grid'
import { CompoundFile } from './compound-file'
import { damaged, lockedByPassword, notLedger } from './refusals'
import { formatOfNumber } from './number-formats'
import { recordsOf, RecordReader, type WorkbookRecord } from './old-records'
import type { OpenedSheet, OpenedWorkbook, StoredCell } from './opened-workbook'

/*
 * Reads what an .xls (BIFF8 of Excel 97–2003 and WPS .et, BIFF5 of Excel 95) holds in cells: [MS-XLS].
 * Everything is read once, from front to back, and every record ends where it says; so a damaged
 * file costs no more than its length and ends in rows or in `damaged`. Drawings and formulas, of
 * which no ledger needs more than the stored result, are passed over.
 */
export function readOldWorkbook(bytes: Buffer): OpenedWorkbook {
  const file = new CompoundFile(bytes)
  const stream = file.read('workbook') ?? file.read('book')
  if (stream) return new OldWorkbook().read(stream)
  if (file.has('encryptedpackage')) throw lockedByPassword()
  if (file.has('worddocument')) throw notLedger('一份 Word 文档')
  if (file.has('powerpoint document')) throw notLedger('一份演示文稿')
  throw damaged()
}

const record = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  password: 0x002f,
  codePage: 0x0042,
  sheet: 0x0085,
  numbers: 0x00bd,
  richText: 0x00d6,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  sharedTexts: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  truth: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const

const version8 = 0x0600
const worksheet = 0
const encodings: Readonly<Record<number, string>> = {
  874: 'cp874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'cp949',
  950: 'big5',
  1252: 'cp1252',
}

class OldWorkbook {
  private isVersion8 = true
  private encoding = 'gb18030'
  private date1904 = false
  private readonly formats = new Map<number, string>()
  /** The number format of each cell format, in the order in which they are declared. */
  private readonly cellFormats: number[] = []
  private texts: string[] = []
  /** Worksheets by where their records begin. */
  private readonly sheets = new Map<number, OpenedSheet>()
  private readonly inOrder: OpenedSheet[] = []

  read(stream: Buffer): OpenedWorkbook {
    /** Whose records are being read: what holds for the whole file comes first. */
    let within: 'file' | OpenedSheet | 'other' = 'file'
    /** Charts within a sheet begin and end like sheets do. */
    let depth = 0
    let ended = 0
    let awaitsText: Place | undefined
    for (const one of recordsOf(stream)) {
      if (one.kind === record.begin) {
        depth += 1
        if (depth > 1) continue
        this.isVersion8 = new RecordReader(one).uint16() === version8
        if (one.at > 0) within = this.sheets.get(one.at) ?? 'other'
      } else if (one.kind === record.end) {
        depth = Math.max(0, depth - 1)
        if (depth > 0 || typeof within === 'string') continue
        ended += 1
        within = 'other'
        if (ended === this.inOrder.length) break
      } else if (depth > 1 || within === 'other') continue
      else if (within === 'file') this.readGlobal(one)
      else if (one.kind !== record.formulaText) awaitsText = this.readInSheet(one, within)
      else if (awaitsText) put(within, awaitsText, { value: this.longText(new RecordReader(one)) })
    }
    if (ended === 0 || ended < this.inOrder.length) throw damaged()
    return { date1904: this.date1904, sheets: this.inOrder }
  }

  private readGlobal(one: WorkbookRecord): void {
    const from = new RecordReader(one)
    switch (one.kind) {
      case record.password:
        throw lockedByPassword()
      case record.codePage:
        this.encoding = encodings[from.uint16()] ?? this.encoding
        return
      case record.date1904:
        this.date1904 = from.uint16() === 1
        return
      case record.numberFormat: {
        const id = from.uint16()
        this.formats.set(id, this.isVersion8 ? this.longText(from) : this.shortText(from))
        return
      }
      case record.cellFormat:
        from.skip(2)
        this.cellFormats.push(from.uint16())
        return
      case record.sharedTexts: {
        from.skip(4)
        const count = from.uint32()
        this.texts = []
        while (this.texts.length < count) this.texts.push(this.longText(from))
        return
      }
      case record.sheet: {
        const at = from.uint32()
        const hidden = (from.uint8() & 3) !== 0
        if (from.uint8() !== worksheet) return
        const sheet: OpenedSheet = { name: this.shortText(from), hidden, rows: [], merges: [] }
        this.sheets.set(at, sheet)
        this.inOrder.push(sheet)
      }
    }
  }

  /** Takes in one record of a sheet; answers the cell whose text the next record brings. */
  private readInSheet(one: WorkbookRecord, sheet: OpenedSheet): Place | undefined {
    const from = new RecordReader(one)
    if (one.kind === record.merges) {
      sheet.merges.push(...readMerges(from))
      return undefined
    }
    if (!cellRecords.has(one.kind)) return undefined
    const place: Place = { row: from.uint16(), column: from.uint16() }
    if (one.kind === record.numbers) {
      // A format and a number for each column, and the last column at the end.
      for (; from.left >= 8; place.column++)
        put(sheet, place, this.numeric(from.uint16(), from.shortNumber()))
      return undefined
    }
    const format = from.uint16()
    switch (one.kind) {
      case record.sharedText: {
        const value = this.texts[from.uint32()]
        if (value === undefined) throw damaged()
        put(sheet, place, { value })
        return undefined
      }
      case record.text:
      case record.richText:
        put(sheet, place, { value: this.longText(from) })
        return undefined
      case record.number:
        put(sheet, place, this.numeric(format, from.float64()))
        return undefined
      case record.shortNumber:
        put(sheet, place, this.numeric(format, from.shortNumber()))
        return undefined
      case record.truth: {
        const truth = from.uint8()
        const isError = from.uint8() !== 0
        if (!isError) put(sheet, place, { value: truth !== 0 })
        return undefined
      }
      default:
        return this.readResult(from, sheet, place, format)
    }
  }

  /** The stored result of a formula: a number, or the mark of what it is instead. */
  private readResult(
    from: RecordReader,
    sheet: OpenedSheet,
    place: Place,
    format: number,
  ): Place | undefined {
    const result = from.bytes(8)
    if (result.readUInt16LE(6) !== 0xffff) {
      put(sheet, place, this.numeric(format, result.readDoubleLE(0)))
      return undefined
    }
    if (result[0] === 0) return place
    if (result[0] === 1) put(sheet, place, { value: result[2] !== 0 })
    return undefined
  }

  private numeric(format: number, value: number): StoredCell | undefined {
    if (!Number.isFinite(value)) return undefined
    const id = this.cellFormats[format] ?? 0
    return { value, format: this.formats.get(id) ?? formatOfNumber(id) }
  }

  /** A text whose length is written in two bytes. */
  private longText(from: RecordReader): string {
    const length = from.uint16()
    return this.isVersion8 ? from.unicode(length) : this.inCodePage(from.bytes(length))
  }

  /** A text whose length is written in one byte. */
  private shortText(from: RecordReader): string {
    const length = from.uint8()
    return this.isVersion8 ? from.unicode(length) : this.inCodePage(from.bytes(length))
  }

  private inCodePage(bytes: Buffer): string {
    return iconv.decode(bytes, this.encoding)
  }
}

const cellRecords: ReadonlySet<number> = new Set([
  record.formula,
  record.numbers,
  record.richText,
  record.sharedText,
  record.number,
  record.text,
  record.truth,
  record.shortNumber,
])

interface Place {
  row: number
  column: number
}

function put(sheet: OpenedSheet, { row, column }: Place, cell: StoredCell | undefined): void {
  if (!cell) return
  const cells = (sheet.rows[row] ??= [])
  cells[column] = cell
}

function readMerges(from: RecordReader): MergedRange[] {
  const ranges: MergedRange[] = []
  for (let count = from.uint16(); count > 0 && from.left >= 8; count--) {
    const [top, bottom, left, right] = [from.uint16(), from.uint16(), from.uint16(), from.uint16()]
    ranges.push({ top, bottom, left, right })
  }
  return ranges
}
