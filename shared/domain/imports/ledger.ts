import type { Day } from '../calendar/types'
import type { ParsedRow } from './draft'
import { findDuplicates, placePerson, type Duplicate } from './duplicates'
import type { SheetGrid } from './grid'
import { parseSheet, villagesOf } from './parse'
import { VillageNames } from './places'
import { recogniseSheet, type Correction, type SheetRecognition } from './recognise'

export interface LedgerContext {
  today: Day
  /** Names of the office's villages as they are today. */
  officeVillages: readonly string[]
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
  rows: ParsedRow[]
}

export interface UnderstoodLedger {
  sheets: UnderstoodSheet[]
  villages: VillageNames
  /** People who stand in the file twice. */
  duplicates: Duplicate[]
}

/** From grids to typed rows: recognises every sheet, then reads each with the villages of all. */
export function understandLedger(
  sheets: readonly SheetGrid[],
  { today, officeVillages, corrections = {}, recall }: LedgerContext,
): UnderstoodLedger {
  const office = new VillageNames(officeVillages)
  const recognised = sheets.map((sheet, index) => ({
    sheet,
    recognition: recogniseSheet(sheet, office, corrections[index], recall),
  }))
  const villages = villagesOf(
    officeVillages,
    recognised.flatMap(({ sheet, recognition }) => (recognition ? [{ sheet, recognition }] : [])),
  )
  const understood = recognised.map(({ sheet, recognition }, index): UnderstoodSheet => ({
    index,
    sheet,
    ...(recognition && { recognition }),
    rows:
      recognition && recognition.missing.length === 0
        ? parseSheet(sheet, recognition, villages, today)
        : [],
  }))
  const people = understood.flatMap(({ index, recognition, rows }) =>
    recognition?.kind === 'people'
      ? rows.map((row) => placePerson(index, row as ParsedRow<'people'>))
      : [],
  )
  return { sheets: understood, villages, duplicates: findDuplicates(people) }
}
