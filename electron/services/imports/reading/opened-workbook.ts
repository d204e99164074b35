import type { MergedRange } from '@shared/domain/imports/grid'

/* A workbook as its file stores it, before dates are told from numbers. */

export interface StoredCell {
  value: string | number | boolean
  /** Of a number: how the workbook shows it, as `yyyy-mm-dd`; tells dates. */
  format?: string
}

export interface OpenedSheet {
  name: string
  hidden: boolean
  /** By row and column from 0, with holes. */
  rows: StoredCell[][]
  merges: MergedRange[]
}

export interface OpenedWorkbook {
  /** Days are counted from 1904 instead of 1900, as early Macs did. */
  date1904: boolean
  sheets: OpenedSheet[]
}
