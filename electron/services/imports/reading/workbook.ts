import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { failure, FailureError } from '@shared/contract/failure'
import type { PartialDate } from '@shared/domain/calendar/types'
import { ledgerLimits, type Cell, type SheetGrid } from '@shared/domain/imports/grid'
import { spreadMerges } from './merges'
import { keepValuesOnly } from './old-workbook'

/**
 * Workbook bytes (xlsx, xls, et, ods) or the text of an HTML or XML table, to grids.
 * One library reads them all: it takes files of WPS and of export tools that stricter readers
 * refuse, and is no slower than they are.
 */
export function readSheets(source: Buffer | string): SheetGrid[] {
  const workbook = open(source)
  const names = workbook.SheetNames.slice(0, ledgerLimits.sheets)
  return names.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    return sheet ? [toGrid(name, sheet, workbook, index)] : []
  })
}

/** A workbook that names thousands of sheets is not parsed beyond those that are taken. */
const readSheetsAt = Array.from({ length: ledgerLimits.sheets }, (_, index) => index)

function open(source: Buffer | string): WorkBook {
  try {
    return read(readable(source), {
      type: typeof source === 'string' ? 'string' : 'buffer',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      // An HTML table must not turn an ID number into a rounded float.
      raw: typeof source === 'string',
      sheetRows: ledgerLimits.rows + 1,
      sheets: readSheetsAt,
    })
  } catch (error) {
    throw unreadable(error)
  }
}

/** The source without what keeps the reader busy and says nothing about a ledger. */
function readable(source: Buffer | string): Buffer | string {
  if (typeof source === 'string') return withinSpans(source)
  return source.readUInt32BE(0) === 0xd0cf11e0 ? keepValuesOnly(source) : source
}

/** Cells of web tables span no more than a ledger may hold: each column spanned costs a step. */
function withinSpans(html: string): string {
  return html.replace(
    /\b(colspan|rowspan)(\s*=\s*["']?\s*)(-?\d+)/gi,
    (_, span: string, between: string, written: string) => {
      const most = /^c/i.test(span) ? ledgerLimits.columns : ledgerLimits.rows
      return `${span}${between}${Math.min(Math.max(Number(written), 1), most)}`
    },
  )
}

function unreadable(error: unknown): FailureError {
  const reason = error instanceof Error ? error.message : ''
  if (/password|encrypt/i.test(reason))
    return failure(
      'VALIDATION',
      '这个工作簿设了打开密码，无法读取。请在 Excel 或 WPS 里去掉密码，另存后再导入。',
    )
  return failure(
    'VALIDATION',
    '这个文件不是能读的工作簿，或者已损坏。请在 Excel 或 WPS 里打开，另存为 xlsx 后再导入；没有改动任何数据。',
  )
}

function toGrid(name: string, sheet: WorkSheet, workbook: WorkBook, index: number): SheetGrid {
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false
  const hidden = Boolean(workbook.Workbook?.Sheets?.[index]?.Hidden)
  const data = sheet['!data'] ?? []
  const rows: (Cell | null)[][] = []
  for (let r = 0; r < data.length; r++) {
    const source = data[r] ?? []
    const row: (Cell | null)[] = []
    // Formatting painted over a whole row leaves thousands of cells without a value: skipped.
    source.forEach((object, c) => {
      const cell = object ? toCell(object, date1904) : null
      if (!cell) return
      if (c >= ledgerLimits.columns) throw tooWide(name)
      while (row.length < c) row.push(null)
      row[c] = cell
    })
    rows.push(row)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  if (rows.length > ledgerLimits.rows) throw tooLong(name)
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
  return { name, hidden, ...spreadMerges(rows, merges) }
}

function toCell(object: CellObject, date1904: boolean): Cell | null {
  const value = object.v
  if (value === undefined || value === null || object.t === 'e' || object.t === 'z') return null
  if (typeof value === 'number') {
    const format = typeof object.z === 'string' ? object.z : ''
    const date = SSF.is_date(format) ? dateOf(value, format, date1904) : undefined
    return date ? { text: date, number: value, date } : { text: exactText(value), number: value }
  }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  const text = String(value)
  return text.trim() === '' ? null : { text }
}

/** A whole number keeps all the digits Excel kept: 6.10999E+17 is shown as 610999…000. */
function exactText(value: number): string {
  return String(value)
}

/** `2025年4月` is stored as the 1st; the format tells that no day was meant. */
function dateOf(serial: number, format: string, date1904: boolean): PartialDate | undefined {
  const parsed = SSF.parse_date_code(serial, { date1904 })
  if (!parsed || parsed.y < 1900 || parsed.y > 2199 || parsed.m < 1 || parsed.d < 1)
    return undefined
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]/g, '').toLowerCase()
  if (!/[yd]/.test(shown)) return undefined
  const year = String(parsed.y).padStart(4, '0')
  const month = String(parsed.m).padStart(2, '0')
  if (!shown.includes('m')) return shown.includes('d') ? undefined : year
  return shown.includes('d')
    ? `${year}-${month}-${String(parsed.d).padStart(2, '0')}`
    : `${year}-${month}`
}

const tooLong = (sheet: string) =>
  failure(
    'VALIDATION',
    `工作表“${sheet}”超过 ${ledgerLimits.rows.toLocaleString('en')} 行，没有读取。请拆成几个文件分次导入。`,
  )

const tooWide = (sheet: string) =>
  failure(
    'VALIDATION',
    `工作表“${sheet}”超过 ${ledgerLimits.columns} 列，没有读取。请删去无关的列，另存后再导入。`,
  )
