import type { Day } from '../calendar/types'
import type { CustomField } from '../custom-fields/custom-field'
import type { Dictionaries } from '../dictionaries/dictionary'
import type { ParsedRow } from './draft'
import { findDuplicates, placePerson, type Duplicate } from './duplicates'
import type { SheetGrid } from './grid'
import { collectRows, type RowValues } from './row-values'
import { contextOf, parseRow, villagesOf } from './parse'
import { VillageNames } from './places'
import { recogniseSheet, type Correction, type SheetRecognition } from './recognise'

export interface LedgerContext {
  today: Day
  /** Names of the office's villages as they are today. */
  officeVillages: readonly string[]
  /** The office's code lists; the program's own where left out. */
  dictionaries?: Dictionaries
  /** Fields the office defined itself. */
  customFields?: readonly CustomField[]
  /** What the clerk says about sheets of this file, by their index. */
  corrections?: Readonly<Record<number, Correction>>
  /** The mapping an office once corrected for a header of this signature. */
  recall?: (signature: string) => Correction | undefined
}

export interface UnderstoodSheet {
  index: number
  sheet: SheetGrid
  /** Absent where no header was found. */
  recognition?: SheetRecognition
  /** The rows as gathered, one for each of `rows`, so that a mended cell is read again by itself. */
  values: RowValues[]
  rows: ParsedRow[]
}

export interface UnderstoodLedger {
  sheets: UnderstoodSheet[]
  /** Villages of the office and those the file names. */
  villageNames: string[]
}

/** From grids to typed rows: recognises every sheet, then reads each with the villages of all. */
export function understandLedger(
  sheets: readonly SheetGrid[],
  {
    today,
    officeVillages,
    dictionaries,
    customFields = [],
    corrections = {},
    recall,
  }: LedgerContext,
): UnderstoodLedger {
  const office = new VillageNames(officeVillages)
  const recognised = sheets.map((sheet, index) => ({
    sheet,
    recognition: recogniseSheet(sheet, office, corrections[index], recall, customFields),
  }))
  const villages = villagesOf(
    officeVillages,
    recognised.flatMap(({ sheet, recognition }) => (recognition ? [{ sheet, recognition }] : [])),
  )
  const understood = recognised.map(({ sheet, recognition }, index): UnderstoodSheet => {
    if (!recognition || recognition.missing.length > 0)
      return { index, sheet, ...(recognition && { recognition }), values: [], rows: [] }
    const values = collectRows(sheet, recognition)
    const context = contextOf(recognition, villages, today, dictionaries, customFields)
    return { index, sheet, recognition, values, rows: values.map((row) => parseRow(row, context)) }
  })
  return { sheets: understood, villageNames: villages.names }
}

/** People who stand in the file twice, in whatever sheets. */
export function duplicatesOf(sheets: readonly UnderstoodSheet[]): Duplicate[] {
  const people = sheets.flatMap(({ index, recognition, rows }) =>
    recognition?.kind === 'people'
      ? rows.map((row) => placePerson(index, row as ParsedRow<'people'>))
      : [],
  )
  return findDuplicates(people)
}
