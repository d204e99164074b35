import { contactKindWords, readCode } from './codes'
import { ledgerLimits, type Cell, type SheetGrid } from './grid'
import { findHeader, type ColumnTitle, type Header } from './header'
import { readHeader } from './header-meaning'
import { compact, headerKey, isNothing, splitList } from './wording'

/*
 * Offices also lay tables out sideways: two lists beside each other, a column per month, a column
 * per kind of contact, several elders beside one helper. Such a sheet is set upright before anything
 * is read, so that one row is one person, one pairing or one line of contacts.
 */

type Row = (Cell | null)[]

/** The sheet with one row for one thing; the very sheet where it is so already. */
export function upright(sheet: SheetGrid): SheetGrid {
  const header = findHeader(sheet)
  if (!header) return sheet
  const arranged =
    stacked(sheet, header) ??
    monthsBelow(sheet, header) ??
    contactKindsBelow(sheet, header) ??
    eldersBelow(sheet, header)
  return arranged && arranged.rows.length <= ledgerLimits.rows ? arranged : sheet
}

/** `姓名 电话 | 姓名 电话`: the right list goes below the left one. */
function stacked(sheet: SheetGrid, header: Header): SheetGrid | undefined {
  const named = header.columns.filter(({ title }) => title !== '')
  const keys = named.map(({ title, group }) => `${headerKey(group)}>${headerKey(title)}`)
  const period = periodOf(keys)
  if (period === null) return undefined
  const first = named.slice(0, period)
  if (!first.some(({ title }) => isNameOf('people', title))) return undefined
  const part = (row: Row, copy: number): Row =>
    first.map((_, at) => row[named[copy * period + at]!.column] ?? null)
  const data = sheet.rows.slice(header.last + 1)
  const copies = Array.from({ length: keys.length / period }, (_, copy) => copy)
  return {
    ...sheet,
    merges: [],
    rows: [
      ...sheet.rows.slice(0, header.first),
      ...sheet.rows.slice(header.first, header.last + 1).map((row) => part(row, 0)),
      ...copies.flatMap((copy) => data.map((row) => part(row, copy))),
    ],
  }
}

/** The length of what repeats from the first title to the last; null where nothing does. */
function periodOf(keys: readonly string[]): number | null {
  for (let period = 2; period <= keys.length / 2; period++)
    if (keys.length % period === 0 && keys.every((key, at) => key === keys[at % period]))
      return period
  return null
}

const aboutContacts = /走访|探访|巡访|联系|探视|家访|入户|关爱|通话/
const monthTitle = /^(?:(20\d{2})年)?(1[0-2]|0?[1-9])月份?$/
/** 3、10、17 or 5日 or a tick. */
const daysOrTick = /^(?:(?:[0-3]?\d[日号]?[、,，;；\s+]*)+|√|✓|✔|☑)$/

/** A column per month with days or ticks in it: a row for each month with something in it. */
function monthsBelow(sheet: SheetGrid, header: Header): SheetGrid | undefined {
  const months = header.columns.filter(({ title }) => monthTitle.test(compact(title)))
  const said = [...titleLines(sheet, header), sheet.name].join(' ')
  if (months.length < 2 || !aboutContacts.test(said)) return undefined
  if (!mostly(sheet, header, months, daysOrTick)) return undefined
  const year = /(20\d{2})\s*年?/.exec(said)?.[1]
  return melted(sheet, header, months, ['走访月份', '走访日期'], (cell, { title }) => {
    const [, ownYear, month] = monthTitle.exec(compact(title)) ?? []
    const whole = `${(ownYear ?? year) ? `${ownYear ?? year}年` : ''}${Number(month)}月`
    const ticked = !/\d/.test(cell.text)
    return [{ text: whole }, ticked ? { text: whole } : { text: cell.text }]
  })
}

/** 电话联系日期 beside 入户走访日期: a row for each kind. */
function contactKindsBelow(sheet: SheetGrid, header: Header): SheetGrid | undefined {
  const dated = header.columns.filter(({ title, group }) => {
    const text = compact(`${group}${title}`)
    return /日期|时间|几号/.test(text) && kindNamed(text) !== undefined
  })
  const kinds = new Set(dated.map(({ title, group }) => kindNamed(compact(`${group}${title}`))))
  if (dated.length < 2 || kinds.size !== dated.length) return undefined
  if (!header.columns.some(({ title }) => isNameOf('contacts', title))) return undefined
  return melted(sheet, header, dated, ['走访方式', '走访日期'], (cell, { title, group }) => [
    { text: compact(`${group}${title}`).replace(/(日期|时间).*$/, '') },
    cell,
  ])
}

/** 走访 alone names no kind: a telephone call is entered in a 走访记录 too. */
const kindNamed = (title: string): string | undefined =>
  readCode(title.replace(/走访|探访|巡访|慰问|看望|联系电话/g, ''), contactKindWords)

/** 结对老人1 结对老人2, or 祁秀云、马福来 in one cell of a register: a row for each elder. */
function eldersBelow(sheet: SheetGrid, header: Header): SheetGrid | undefined {
  const isHelpers = ({ title, group }: ColumnTitle) =>
    readHeader(title, group, 'recipient', 'pairings').meanings.some(
      ({ field, score }) => field === 'helper.name' && score >= 0.9,
    )
  const helper = header.columns.find(isHelpers)
  if (!helper) return undefined
  const elders = header.columns.filter(
    ({ column, title, group }) =>
      column !== helper.column &&
      readHeader(title, group, 'recipient', 'pairings').meanings.some(
        ({ field, score }) => field === 'recipient.name' && score >= 0.7,
      ),
  )
  const numbered = elders.filter(({ title }) => /[\d一二三四五①-⑨]$/.test(compact(title)))
  const columns = numbered.length >= 2 ? numbered : elders.slice(0, 1)
  const listed = sheet.rows
    .slice(header.last + 1)
    .some((row) => columns.some(({ column }) => namesIn(row[column]).length > 1))
  if (columns.length === 0 || (columns.length === 1 && !listed)) return undefined
  const title = compact(columns[0]!.title).replace(/[\d一二三四五①-⑨]+$/, '')
  // What belongs to one elder only cannot be told apart in a line about several.
  const personal = header.columns.filter(({ title: other, group }) =>
    readHeader(other, group, 'recipient', 'pairings').meanings.some(
      ({ field, score }) =>
        /^recipient\.(idNumber|phone|gender|age|birth)$/.test(field) && score >= 0.9,
    ),
  )
  return melted(sheet, header, columns, [title], (cell, _column, row) => {
    const names = namesIn(cell)
    const isTold = personal.every(({ column }) => !row[column])
    if (columns.length === 1 && names.length > 1 && !isTold) return [cell]
    return names.map((name): Cell => ({ text: name }))
  })
}

function namesIn(cell: Cell | null | undefined): string[] {
  const parts = splitList(cell?.text ?? '').flatMap((part) => {
    const pieces = part.split(/\s+/)
    return pieces.every((piece) => [...piece].length >= 2) ? pieces : [part]
  })
  return parts.every((part) => /^[\p{Script=Han}·]{2,5}$/u.test(compact(part)))
    ? parts
    : [cell?.text ?? '']
}

/**
 * Takes columns away and gives their cells rows of their own, under `titles` at the right. What a
 * cell tells is one entry per title, or, where there is one title, one row per entry.
 */
function melted(
  sheet: SheetGrid,
  header: Header,
  columns: readonly ColumnTitle[],
  titles: readonly string[],
  tell: (cell: Cell, column: ColumnTitle, row: Row) => Cell[],
): SheetGrid {
  const gone = new Set(columns.map(({ column }) => column))
  const width = Math.max(...header.columns.map(({ column }) => column)) + 1
  const at = Math.min(...gone)
  const placed = (row: Row, told: readonly (Cell | null)[]): Row => {
    const padded = Array.from({ length: width }, (_, column) => row[column] ?? null)
    const before = padded.slice(0, at)
    const after = padded.filter((_, column) => column >= at && !gone.has(column))
    return [...before, ...told, ...after]
  }
  const blank = titles.map(() => null)
  const below = sheet.rows.slice(header.last + 1).flatMap((row): Row[] => {
    const told = columns.flatMap((column): (Cell | null)[][] => {
      const cell = row[column.column]
      if (!cell || isNothing(cell.text)) return []
      const cells = tell(cell, column, row)
      return titles.length === 1 ? cells.map((one) => [one]) : [cells]
    })
    return told.length === 0 ? [placed(row, blank)] : told.map((cells) => placed(row, cells))
  })
  return {
    ...sheet,
    merges: [],
    rows: [
      ...sheet.rows.slice(0, header.first),
      ...sheet.rows.slice(header.first, header.last + 1).map((row) =>
        placed(
          row,
          titles.map((text): Cell => ({ text })),
        ),
      ),
      ...below,
    ],
  }
}

const titleLines = (sheet: SheetGrid, header: Header): string[] =>
  sheet.rows.slice(0, header.first).flatMap((row) => row.map((cell) => cell?.text ?? ''))

function isNameOf(kind: 'people' | 'contacts', title: string): boolean {
  return readHeader(title, '', 'recipient', kind).meanings.some(
    ({ field, score }) => field === 'recipient.name' && score >= 0.9,
  )
}

function mostly(
  sheet: SheetGrid,
  header: Header,
  columns: readonly ColumnTitle[],
  shape: RegExp,
): boolean {
  const texts = sheet.rows
    .slice(header.last + 1)
    .flatMap((row) => columns.map(({ column }) => compact(row[column]?.text ?? '')))
    .filter((text) => !isNothing(text))
  return texts.length > 0 && texts.filter((text) => shape.test(text)).length / texts.length >= 0.8
}
