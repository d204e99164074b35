import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { utils, write } from '@e965/xlsx'
import type { LedgerKind } from '@shared/domain/imports/fields'
import type { ParsedRow } from '@shared/domain/imports/draft'
import { understandLedger, type UnderstoodLedger } from '@shared/domain/imports/ledger'
import { readLedger } from './reading'

/* Workbooks as tests write them: rows of values, and merged ranges such as `A1:F1`. */

export type TestCell = string | number | Date | null
export interface TestSheet {
  name?: string
  rows: TestCell[][]
  merges?: string[]
  /** Number formats by column letter, for date cells and the like. */
  formats?: Record<string, string>
}

/** A table as it is drawn: `|` between cells, `#` before a number, `\\n` for a line break in a cell. */
export const table = (drawn: string): TestCell[][] =>
  drawn
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => {
          const text = cell.trim().replaceAll('\\n', '\n')
          if (text === '') return null
          return text.startsWith('#') ? Number(text.slice(1)) : text
        }),
    )

export async function xlsx(...sheets: TestSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  sheets.forEach(({ name, rows, merges = [], formats = {} }, index) => {
    const sheet = workbook.addWorksheet(name ?? `Sheet${index + 1}`)
    for (const row of rows) sheet.addRow(row)
    for (const [column, format] of Object.entries(formats)) sheet.getColumn(column).numFmt = format
    for (const range of merges) sheet.mergeCells(range)
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The binary format of Excel 97–2003. */
export function xls(...sheets: TestSheet[]): Buffer {
  const workbook = utils.book_new()
  sheets.forEach(({ name, rows, merges = [] }, index) => {
    const sheet = utils.aoa_to_sheet(rows, { UTC: true })
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(workbook, sheet, name ?? `Sheet${index + 1}`)
  })
  return write(workbook, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

export function delimited(
  rows: TestCell[][],
  delimiter: string,
  encoding: string,
  bom = false,
): Buffer {
  const text = rows
    .map((row) =>
      row
        .map((value) => {
          const cell = value === null ? '' : String(value)
          return /["\n\r]/.test(cell) || cell.includes(delimiter)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell
        })
        .join(delimiter),
    )
    .join('\r\n')
  return iconv.encode(text, encoding, { addBOM: bom })
}

export function understand(bytes: Buffer, officeVillages: string[] = []): UnderstoodLedger {
  return understandLedger(readLedger(bytes).sheets, { today: '2026-11-21', officeVillages })
}

export function rowsOf<Kind extends LedgerKind>(
  ledger: UnderstoodLedger,
  kind: Kind,
): ParsedRow<Kind>[] {
  return ledger.sheets.flatMap(({ recognition, rows }) =>
    recognition?.kind === kind ? (rows as ParsedRow<Kind>[]) : [],
  )
}

/** `{标题: field}` of the first sheet, to see at a glance how a header was understood. */
export function mappingOf(ledger: UnderstoodLedger): Record<string, string | null> {
  const recognition = ledger.sheets[0]?.recognition
  return Object.fromEntries(
    (recognition?.columns ?? []).map(({ field }, i) => {
      const { title = '', group = '' } = recognition?.header.columns[i] ?? {}
      return [group && group !== title ? `${group}›${title}` : title, field]
    }),
  )
}
