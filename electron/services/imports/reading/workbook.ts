import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { failure, FailureError } from '@shared/contract/failure'
import type { PartialDate } from '@shared/domain/calendar/types'
import { ledgerLimits, type Cell, type SheetGrid } from '@shared/domain/imports/grid'
import { lockedByPassword } from './refusals'
import { spreadMerges } from './merges'
import { readOldWorkbook } from './old-workbook'
import type { OpenedSheet, OpenedWorkbook, StoredCell } from './opened-workbook'

/** An .xls or .et, to grids. */
export const readOldSheets = (bytes: Buffer): SheetGrid[] => gridsOf(readOldWorkbook(bytes))

/**
 * Workbook bytes (xlsx, xlsb, ods) or the text of an HTML or XML table, to grids. One library reads
 * them all: it takes files of WPS and of export tools that stricter readers refuse, and is no slower
 * than they are.
 */
export const readSheets = (source: Buffer | string): SheetGrid[] => gridsOf(opened(open(source)))

/** A workbook that names thousands of sheets is not parsed beyond those that are taken. */
const readSheetsAt = Array.from({ length: ledgerLimits.sheets }, (_, index) => index)

function open(source: Buffer | string): WorkBook {
  try {
    return read(typeof source === 'string' ? withinSpans(source) : source, {
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

/**
 * Cells of web and XML tables span and skip no more than a ledger may hold: each column costs a
 * step. One beyond the limit is left, so that a table too wide is told as such.
 */
function withinSpans(markup: string): string {
  return markup.replace(
    /<(?:\w+:)?(cell|column|row|td|th)\b[^<>]*/gi,
    (tag: string, element: string) => {
      const across = /^row$/i.test(element) ? ledgerLimits.rows : ledgerLimits.columns
      return tag.replace(
        /\b(colspan|rowspan|mergeacross|mergedown|index|span)(\s*=\s*["']?\s*)([-+]?\d+)/gi,
        (_, attribute: string, between: string, written: string) => {
          const most = /rowspan|mergedown/i.test(attribute) ? ledgerLimits.rows : across
          const least = /merge/i.test(attribute) ? 0 : 1
          return `${attribute}${between}${Math.min(Math.max(Number(written), least), most + 1)}`
        },
      )
    },
  )
}

function unreadable(error: unknown): FailureError {
  const reason = error instanceof Error ? error.message : ''
  if (/password|encrypt/i.test(reason)) return lockedByPassword()
  return failure(
    'VALIDATION',
    '这个文件不是能读的工作簿，或者已损坏。请在 Excel 或 WPS 里打开，另存为 xlsx 后再导入；没有改动任何数据。',
  )
}

/** What the library read, as far as a ledger needs it. */
function opened({ SheetNames, Sheets, Workbook }: WorkBook): OpenedWorkbook {
  const sheets = SheetNames.flatMap((name, index): OpenedSheet[] => {
    const sheet = Sheets[name]
    if (!sheet) return []
    const hidden = Boolean(Workbook?.Sheets?.[index]?.Hidden)
    return [{ name, hidden, rows: storedRows(sheet), merges: mergesOf(sheet) }]
  })
  return { date1904: Workbook?.WBProps?.date1904 ?? false, sheets }
}

function storedRows(sheet: WorkSheet): StoredCell[][] {
  return Array.from(sheet['!data'] ?? [], (row: CellObject[] | undefined) => {
    const cells: StoredCell[] = []
    // Formatting painted over a whole row leaves thousands of cells without a value: skipped.
    row?.forEach((object, column) => {
      const { v, t, z } = object
      if (v === undefined || v === null || t === 'e' || t === 'z') return
      cells[column] =
        typeof v === 'number' || typeof v === 'boolean'
          ? { value: v, ...(typeof z === 'string' && { format: z }) }
          : { value: String(v) }
    })
    return cells
  })
}

function mergesOf(sheet: WorkSheet): OpenedSheet['merges'] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
}

function gridsOf({ date1904, sheets }: OpenedWorkbook): SheetGrid[] {
  return sheets.slice(0, ledgerLimits.sheets).map((sheet) => toGrid(sheet, date1904))
}

function toGrid({ name, hidden, rows: stored, merges }: OpenedSheet, date1904: boolean): SheetGrid {
  const rows: (Cell | null)[][] = []
  for (let r = 0; r < stored.length; r++) {
    const row: (Cell | null)[] = []
    stored[r]?.forEach((value, c) => {
      const cell = toCell(value, date1904)
      if (!cell) return
      if (c >= ledgerLimits.columns) throw tooWide(name)
      while (row.length < c) row.push(null)
      row[c] = cell
    })
    rows.push(row)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  if (rows.length > ledgerLimits.rows) throw tooLong(name)
  return { name, hidden, ...spreadMerges(rows, merges) }
}

function toCell({ value, format = '' }: StoredCell, date1904: boolean): Cell | null {
  if (typeof value === 'number') {
    const date = SSF.is_date(format) ? dateOf(value, format, date1904) : undefined
    // A whole number keeps all the digits Excel kept: 6.10999E+17 is shown as 610999…000.
    const text = date ?? String(value)
    return { text, number: value, ...(date && { date }) }
  }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  return value.trim() === '' ? null : { text: value }
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
