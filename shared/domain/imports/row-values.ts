import { subjectOf, type Field, type Subject } from './fields'
import type { Cell, SheetGrid } from './grid'
import type { SheetRecognition } from './recognise'
import { compact, isDitto, tidy } from './wording'

/** One cell with the field it was mapped to; 同上 is already replaced by what it stands for. */
export interface FieldValue {
  field: Field
  column: number
  /** Which child a repeated column speaks of, from 1. */
  ordinal: number
  cell: Cell
  /** Taken from the row above: by a 同上 mark, or because only the first row of a block is filled. */
  inherited?: 'ditto' | 'block'
}

/** All that the sheet says in one row about one person, pairing or contact. */
export interface RowValues {
  /** Rows of the sheet from 0; more than one where children continue below. */
  rows: number[]
  serial: string | null
  /** The village named by a section row above, if any. */
  sectionVillage: string | null
  values: FieldValue[]
  /** Values of columns that mean nothing to the program, by their title. */
  unmapped: { title: string; text: string }[]
}

/** Gathers the data rows of a recognised sheet. */
export function collectRows(sheet: SheetGrid, recognition: SheetRecognition): RowValues[] {
  const columns = recognition.columns.filter(({ field }) => field !== null)
  const above = new Map<number, Cell>()
  const blocks = findBlocks(sheet, recognition)
  const collected: RowValues[] = []
  let sectionVillage: string | null = null
  for (const { row, role, village } of recognition.rows) {
    if (role === 'section') sectionVillage = village ?? null
    if (role !== 'data' && role !== 'continuation') continue
    const values: FieldValue[] = []
    for (const { column, field, ordinal } of columns) {
      const cell = sheet.rows[row]?.[column]
      if (!field || !cell || (role === 'continuation' && cell.copied)) continue
      const ditto = isDitto(cell.text)
      const meant = ditto ? above.get(column) : cell
      if (!meant) continue
      above.set(column, meant)
      values.push({ field, column, ordinal, cell: meant, ...(ditto && { inherited: 'ditto' }) })
    }
    const last = collected.at(-1)
    if (role === 'continuation' && last) {
      continueRow(last, row, values)
      continue
    }
    if (last && last.sectionVillage === sectionVillage) fillBlocks(values, last, blocks)
    collected.push({
      rows: [row],
      serial: textOf(values, 'record.serial'),
      sectionVillage,
      values,
      unmapped: unmappedOf(sheet, recognition, row),
    })
  }
  return collected
}

function textOf(values: readonly FieldValue[], field: Field): string | null {
  const found = values.find((value) => value.field === field)
  return found ? tidy(found.cell.text) : null
}

/** A row of further children: each becomes the next child of the person above. */
function continueRow(target: RowValues, row: number, values: FieldValue[]): void {
  const highest = Math.max(
    0,
    ...target.values.map(({ field, ordinal }) => (subjectOf(field) === 'child' ? ordinal : 0)),
  )
  target.rows.push(row)
  for (const value of values)
    if (subjectOf(value.field) === 'child')
      target.values.push({ ...value, ordinal: highest + value.ordinal })
}

/** What a sheet gives once for a block of rows and leaves blank, without merging, below it. */
interface Blocks {
  /** Columns of which most cells are blank but the first is filled. */
  fields: ReadonlySet<Field>
  /** In a pairing register the person in the left half: a helper with several elders below. */
  leader: Subject | null
}

function findBlocks(sheet: SheetGrid, recognition: SheetRecognition): Blocks {
  const data = recognition.rows.filter(({ role }) => role === 'data')
  const fields = new Set<Field>()
  for (const { column, field } of recognition.columns) {
    if (field !== 'recipient.village' && field !== 'contact.date' && field !== 'visitor.name')
      continue
    const filled = data.filter(({ row }) => sheet.rows[row]?.[column]).length
    const startsFilled = Boolean(sheet.rows[data[0]?.row ?? -1]?.[column])
    if (startsFilled && filled <= data.length / 2) fields.add(field)
  }
  const names = recognition.columns.flatMap(({ field }) =>
    field === 'helper.name' || field === 'recipient.name' ? [subjectOf(field)] : [],
  )
  return { fields, leader: recognition.kind === 'pairings' ? (names[0] ?? null) : null }
}

/** An elder without a helper stays without one: only the left half of a register reaches down. */
function fillBlocks(values: FieldValue[], previous: RowValues, { fields, leader }: Blocks): void {
  const present = new Set(values.map(({ field }) => field))
  const leaderMissing = leader !== null && !values.some(({ field }) => subjectOf(field) === leader)
  for (const value of previous.values) {
    if (present.has(value.field)) continue
    if (fields.has(value.field) || (leaderMissing && subjectOf(value.field) === leader))
      values.push({ ...value, inherited: 'block' })
  }
}

function unmappedOf(
  sheet: SheetGrid,
  recognition: SheetRecognition,
  row: number,
): { title: string; text: string }[] {
  return recognition.columns.flatMap(({ column, field }, index) => {
    const cell = sheet.rows[row]?.[column]
    const title = recognition.header.columns[index]?.title ?? ''
    if (field !== null || title === '' || !cell || compact(cell.text) === '') return []
    return [{ title, text: tidy(cell.text) }]
  })
}
