import type { PartialDate } from '../calendar/types'

/**
 * One filled cell of a ledger as it was found, before anybody interprets it.
 * `text` is what the clerk typed, never reformatted; of a number it is the shortest exact decimal.
 */
export interface Cell {
  text: string
  /** The stored number of a numeric cell. Excel keeps 15 digits, so a long one has lost its tail. */
  number?: number
  /** The day of a date cell, or only its month or year where the cell's format shows no more. */
  date?: PartialDate
  /** True in the cells a merged range covers beside its first one; the value is a copy. */
  copied?: true
}

/** Both corners are inside the range; rows and columns count from 0. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** A worksheet, or the whole of a text file. An empty cell is `null`; rows may differ in length. */
export interface SheetGrid {
  name: string
  /** Hidden in the workbook: read, but not offered first. */
  hidden: boolean
  rows: (Cell | null)[][]
  merges: MergedRange[]
}

/** What the program takes from a clerk's file; beyond it the file is refused with a clear word. */
export const ledgerLimits = {
  fileBytes: 30 * 1024 * 1024,
  /** Of an xlsx after decompression. */
  inflatedBytes: 160 * 1024 * 1024,
  sheets: 100,
  rows: 50_000,
  columns: 300,
} as const

export const fileFormatLabel = {
  xlsx: 'Excel 工作簿',
  xls: '旧版 Excel 工作簿',
  html: '网页表格',
  text: '文本表格',
} as const
export type FileFormat = keyof typeof fileFormatLabel

/** How the bytes of a text file were understood; shown to the clerk. */
export const textEncodingLabel = {
  utf8: 'UTF-8',
  gb18030: 'GB18030（含 GBK）',
  utf16: 'UTF-16',
} as const
export type TextEncoding = keyof typeof textEncodingLabel

export interface LedgerFile {
  format: FileFormat
  encoding?: TextEncoding
  sheets: SheetGrid[]
}
