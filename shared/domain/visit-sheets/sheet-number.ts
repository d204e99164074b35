import type { Day } from '../calendar/types'
import { cellText } from '../cell-text'

/**
 * 任务单编号: year and month of its period and a running number within that month, `2611-007`.
 * A line's code adds its place on the sheet: `2611-007-03`.
 */
export interface SheetCode {
  readonly number: string
  /** The line, counted from 1; null where only the sheet is named. */
  readonly line: number | null
}

/** What all numbers of a month begin with. */
export const monthPrefix = (from: Day): string => `${from.slice(2, 4)}${from.slice(5, 7)}`

export const sheetNumber = (from: Day, serial: number): string =>
  `${monthPrefix(from)}-${String(serial).padStart(3, '0')}`

export const lineCode = (number: string, position: number): string =>
  `${number}-${String(position).padStart(2, '0')}`

/** The running number within the month; 0 for text that is no sheet number. */
export const serialOf = (number: string): number => Number(/^\d{4}-(\d+)$/.exec(number)?.[1] ?? 0)

/**
 * Reads what was typed or pasted from a sheet: `2611-007`, `2611-7`, `2611007`, `№2611-007-03`,
 * full-width signs and other separators included. Null where it is neither a sheet nor a line.
 */
export function readSheetCode(text: string): SheetCode | null {
  const plain = cellText(text)
    .replace(/^[^\d]+/, '')
    .trim()
  const parts =
    /^(\d{4})\s*[-—–./ ]\s*(\d{1,5})(?:\s*[-—–./ ]\s*(\d{1,4}))?$/.exec(plain) ??
    /^(\d{4})(\d{3})(?:\s*[-—–./ ]\s*(\d{1,4}))?$/.exec(plain)
  if (!parts) return null
  const [, month, serial, line] = parts
  if (Number(serial) === 0 || (line !== undefined && Number(line) === 0)) return null
  return {
    number: `${month}-${String(Number(serial)).padStart(3, '0')}`,
    line: line === undefined ? null : Number(line),
  }
}
