import { startOf } from '@shared/domain/calendar/days'
import type { Day, Instant } from '@shared/domain/calendar/types'
import type { CustomField } from '@shared/domain/custom-fields/custom-field'
import {
  dictionariesFrom,
  type Dictionaries,
  type DictionaryDecisions,
} from '@shared/domain/dictionaries/dictionary'
import type { FileFormat, SheetGrid, TextEncoding } from '@shared/domain/imports/grid'
import { understandLedger, type UnderstoodSheet } from '@shared/domain/imports/ledger'
import { mendCell } from '@shared/domain/imports/mending'
import { contextOf, parseRow } from '@shared/domain/imports/parse'
import { VillageNames } from '@shared/domain/imports/places'
import type { Choice, UpdateRule } from '@shared/domain/imports/updates'
import type { Correction } from '@shared/domain/imports/recognise'
import type { VillageKind } from '@shared/domain/vocabulary'
import { readLedger } from './reading'

/** What a clerk said about one row, in the order in which it overrules the rest. */
export interface RowWord {
  skip?: true
  match?: number
  create?: true
  withoutIdNumber?: true
  keepIdNumber?: string
  /** What holds of facts in which ledger and file differ. */
  choices?: Record<string, Choice>
}

/** Everything the clerk did to a staged file. With the file's bytes it rebuilds the whole state. */
export interface ImportWork {
  corrections: Record<number, Correction>
  /** Texts typed into cells, by `sheet:row:column`. */
  fixes: Record<string, string>
  /** By `sheet:row`. */
  words: Record<string, RowWord>
  /** Rows that are on file by now and take no more part, each with the batch that put it there. */
  applied: Record<string, number>
  /** All rows of the file as they were counted when some were put on file. */
  rows: number | null
  included: Record<number, boolean>
  /** The village of all rows of a sheet that name none. */
  sheetVillages: Record<number, string>
  /** What a village that the office does not have is to become. */
  villages: Record<string, { createAs: VillageKind | null; useId: number | null }>
  /** The day from which new people are 在册; null leaves it to `entryDay`. */
  from: Day | null
  /** What becomes of files that exist, where no word on a row says otherwise. */
  updates: { run: UpdateRule; topics: Record<string, UpdateRule> }
  /** The year of contacts whose date has none; null leaves them without. */
  year: number | null
}

export function emptyWork(): ImportWork {
  return {
    corrections: {},
    fixes: {},
    words: {},
    applied: {},
    rows: null,
    included: {},
    sheetVillages: {},
    villages: {},
    from: null,
    updates: { run: 'ask', topics: {} },
    year: null,
  }
}

export interface StagedImport {
  readonly id: string
  readonly fileName: string
  readonly openedAt: Instant
  readonly format: FileFormat
  readonly encoding: TextEncoding | null
  readonly grids: readonly SheetGrid[]
  sheets: UnderstoodSheet[]
  villageNames: string[]
  work: ImportWork
  /** Grows with every word of the clerk, so that what was derived before is not shown again. */
  version: number
}

/** What a mended row is read with. */
export interface MendingContext {
  today: Day
  dictionaries: Dictionaries
  customFields: readonly CustomField[]
}

/** What a sheet or a file is read with; plain data, so that a worker thread can do it. */
export interface UnderstandInput {
  grids: readonly SheetGrid[]
  today: Day
  officeVillages: readonly string[]
  dictionaries: DictionaryDecisions
  customFields: readonly CustomField[]
  corrections: Record<number, Correction>
  remembered: Record<string, Correction>
}
export type Understood = ReturnType<typeof understandGrids>

export function understandGrids(input: UnderstandInput) {
  const { grids, today, officeVillages, dictionaries, customFields, corrections, remembered } =
    input
  return understandLedger(grids, {
    today,
    officeVillages,
    dictionaries: dictionariesFrom(dictionaries),
    customFields,
    corrections,
    recall: (signature) => remembered[signature],
  })
}

export interface OpenInput extends Omit<UnderstandInput, 'grids'> {
  content: Uint8Array
}

/** Reads a file and understands it: the heavy part of opening an import. */
export function openLedger({ content, ...input }: OpenInput) {
  const { format, encoding, sheets: grids } = readLedger(Buffer.from(content))
  return { format, encoding: encoding ?? null, grids, ...understandGrids({ ...input, grids }) }
}
export type OpenedLedger = ReturnType<typeof openLedger>

export const rowKey = (sheet: number, row: number): string => `${sheet}:${row}`

/** Types a text into a cell of a staged row and reads the row again. False where there is no such row. */
export function mendRow(
  staged: StagedImport,
  place: { sheet: number; row: number; column: number },
  text: string,
  reading: MendingContext,
): boolean {
  const sheet = staged.sheets[place.sheet]
  const at = sheet?.rows.findIndex(({ rows }) => rows.includes(place.row)) ?? -1
  const values = sheet?.values[at]
  if (!sheet?.recognition || !values) return false
  const { recognition } = sheet
  const mended = mendCell(values, recognition, place.column, text)
  const villages = new VillageNames(staged.villageNames)
  const context = contextOf(
    recognition,
    villages,
    reading.today,
    reading.dictionaries,
    reading.customFields,
  )
  sheet.values[at] = mended
  sheet.rows[at] = parseRow(mended, context)
  return true
}

/** The cells of a row that mean something, with what counts for them now. */
export function cellsOf(
  { sheets, work }: StagedImport,
  index: number,
  row: number,
): { column: number; text: string; mended: boolean }[] {
  const sheet = sheets[index]
  const at = sheet?.rows.findIndex(({ rows }) => rows.includes(row)) ?? -1
  const values = sheet?.values[at]?.values ?? []
  return (sheet?.recognition?.columns ?? []).map(({ column }) => ({
    column,
    // Children may stand one below the other, over several rows of one person.
    text: values
      .filter((value) => value.column === column)
      .map(({ cell }) => cell.text)
      .join('\n'),
    mended: `${index}:${row}:${column}` in work.fixes,
  }))
}

/** Does again what the clerk typed into cells, after the file was read anew. */
export function repeatFixes(staged: StagedImport, reading: MendingContext): void {
  for (const [key, text] of Object.entries(staged.work.fixes)) {
    const [sheet = -1, row = -1, column = -1] = key.split(':').map(Number)
    mendRow(staged, { sheet, row, column }, text, reading)
  }
}

/** Whether a sheet takes part: said so, or recognised and not hidden. */
export function isIncluded(
  { work }: StagedImport,
  { index, sheet, recognition }: UnderstoodSheet,
): boolean {
  return (
    work.included[index] ??
    (recognition !== undefined && recognition.missing.length === 0 && !sheet.hidden)
  )
}

/**
 * The day from which new people are 在册 unless the clerk says otherwise: the first of this month.
 * Whoever stands in a ledger has been looked after for longer, so this month's visit is owed; an
 * earlier day would declare everybody overdue before the program ever asked for a visit.
 */
export const entryDay = ({ work }: StagedImport, today: Day): Day =>
  work.from ?? startOf('month', today)
