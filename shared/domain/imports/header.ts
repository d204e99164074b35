import type { SheetGrid } from './grid'
import { ledgerKindLabel, type LedgerKind } from './fields'
import { readHeader } from './header-meaning'
import { groupHeading, subjectWords } from './header-words'
import { compact, headerKey, tidy } from './wording'

/** What a column is called: its own title, and the merged heading above it, if any. */
export interface ColumnTitle {
  column: number
  title: string
  group: string
}

export interface Header {
  /** First and last row of the header block; one row, or two or three with merged headings. */
  first: number
  last: number
  columns: ColumnTitle[]
}

const searchedRows = 40
const kinds = Object.keys(ledgerKindLabel) as LedgerKind[]

/** Finds the header block, however many title rows stand above it; none where nothing fits. */
export function findHeader(sheet: SheetGrid): Header | undefined {
  let best: { row: number; score: number } | undefined
  for (let row = 0; row < Math.min(sheet.rows.length, searchedRows); row++) {
    const score = headerScore(sheet, row)
    if (score > (best?.score ?? 1.5)) best = { row, score }
  }
  return best && headerAt(sheet, best.row)
}

/** The header block around a row, for a clerk who points at it. */
export function headerAt(sheet: SheetGrid, row: number): Header {
  let first = row
  while (first > 0 && row - first < 2 && isHeading(sheet, first - 1)) first--
  let last = row
  while (last - first < 2 && isSubHeading(sheet, last + 1)) last++
  return { first, last, columns: titlesOf(sheet, first, last) }
}

/** How many cells of a row are names of columns, less those that are values. */
function headerScore(sheet: SheetGrid, row: number): number {
  const keys = new Set(distinctTexts(sheet, row).map((text) => text))
  if (keys.size < 2) return 0
  let named = 0
  let values = 0
  for (const text of keys) {
    if (isColumnName(text)) named++
    else if (isValue(text)) values++
  }
  return named / keys.size < 0.4 ? 0 : named - values
}

function distinctTexts(sheet: SheetGrid, row: number): string[] {
  const seen = new Set<string>()
  for (const cell of sheet.rows[row] ?? []) if (cell) seen.add(compact(cell.text))
  seen.delete('')
  return [...seen]
}

const columnNames = new Map<string, boolean>()

function isColumnName(text: string): boolean {
  if (/^(20\d{2}年)?(1[0-2]|0?[1-9])月份?$/.test(text)) return true
  if (text.length > 24 || /^\d/.test(text)) return false
  const known = columnNames.get(text)
  if (known !== undefined) return known
  const found = kinds.some((kind) =>
    readHeader(text, '', 'recipient', kind).meanings.some((meaning) => meaning.score >= 0.75),
  )
  if (columnNames.size < 5000) columnNames.set(text, found)
  return found
}

function isValue(text: string): boolean {
  return /\d{4,}|^\d+(\.\d+)?$|^(男|女)$|^第?[\d一二三四五六七八九十]+(组|社)$|[:：].{2,}/.test(
    text,
  )
}

/** A row of merged headings: several texts, none of them a value or a sentence. */
function isHeading(sheet: SheetGrid, row: number): boolean {
  const texts = distinctTexts(sheet, row)
  if (texts.length < 2 || texts.some((text) => isValue(text) || text.length > 20)) return false
  const headings = texts.filter((text) => isColumnName(text) || isGroupHeading(text))
  return headings.length / texts.length >= 0.6
}

/** A second header row below: its own texts (not those merged down from above) are names. */
function isSubHeading(sheet: SheetGrid, row: number): boolean {
  if (isUnderGroups(sheet, row)) return true
  const above = new Set(distinctTexts(sheet, row - 1))
  const texts = distinctTexts(sheet, row).filter((text) => !above.has(text))
  if (texts.length < 2 || texts.some(isValue)) return false
  return texts.filter(isColumnName).length / texts.length >= 0.7
}

/**
 * A row filled only below headings that are merged over several columns: 姓名、去向、工种 under
 * 外出子女, whatever they are called. A row of data fills columns beside them.
 */
function isUnderGroups(sheet: SheetGrid, row: number): boolean {
  const groups = sheet.merges.filter(
    ({ top, bottom, left, right }) => top < row && bottom === row - 1 && left < right,
  )
  const own = (sheet.rows[row] ?? []).flatMap((cell, column) =>
    cell && !cell.copied ? [{ text: compact(cell.text), column }] : [],
  )
  return (
    own.length >= 2 &&
    // A title over the whole table is no heading of some of its columns.
    distinctTexts(sheet, row - 1).length > 2 &&
    own.every(
      ({ text, column }) =>
        !isValue(text) &&
        text.length <= 12 &&
        groups.some(({ left, right }) => left <= column && column <= right),
    )
  )
}

function isGroupHeading(text: string): boolean {
  const key = headerKey(text)
  return groupHeading.test(key) || subjectWords.some(([, word]) => key.includes(word))
}

function titlesOf(sheet: SheetGrid, first: number, last: number): ColumnTitle[] {
  const width = Math.max(0, ...sheet.rows.slice(first).map((row) => row.length))
  const columns: ColumnTitle[] = []
  for (let column = 0; column < width; column++) {
    const levels = headingLevels(sheet, first, last, column)
    const title = levels.at(-1) ?? ''
    columns.push({ column, title, group: levels.slice(0, -1).join(' › ') })
  }
  while (columns.length > 0 && isUnused(sheet, last, columns.at(-1))) columns.pop()
  return columns
}

/** From the outermost heading to the column's own; a heading merged downwards counts once. */
function headingLevels(sheet: SheetGrid, first: number, last: number, column: number): string[] {
  const levels: string[] = []
  for (let row = first; row <= last; row++) {
    const own = textAt(sheet, row, column)
    const text = own || (row < last ? headingToTheLeft(sheet, row, last, column) : '')
    if (text !== '' && text !== levels.at(-1)) levels.push(text)
  }
  return levels
}

/**
 * Without merging (as in text files) a group heading stands over its first column only: it reaches
 * to the right as long as the lower row has titles and the upper one is blank.
 */
function headingToTheLeft(sheet: SheetGrid, row: number, last: number, column: number): string {
  for (let left = column; left >= 0; left--) {
    if (textAt(sheet, last, left) === '') return ''
    const text = textAt(sheet, row, left)
    if (text !== '') return text
  }
  return ''
}

function textAt(sheet: SheetGrid, row: number, column: number): string {
  return tidy(sheet.rows[row]?.[column]?.text ?? '')
}

function isUnused(sheet: SheetGrid, last: number, column: ColumnTitle | undefined): boolean {
  if (!column || column.title !== '') return false
  for (let row = last + 1; row < sheet.rows.length; row++)
    if (sheet.rows[row]?.[column.column]) return false
  return true
}
