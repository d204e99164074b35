import type { SheetRecognition } from './recognise'
import type { RowValues } from './row-values'

/**
 * The row with one cell replaced by what a clerk typed; an empty text empties the cell. The sheet
 * itself stays as it was found, and rows that say 同上 of this cell keep what they meant.
 */
export function mendCell(
  values: RowValues,
  recognition: SheetRecognition,
  column: number,
  text: string,
): RowValues {
  const mapping = recognition.columns.find((candidate) => candidate.column === column)
  const others = values.values.filter((value) => value.column !== column)
  if (!mapping?.field || text.trim() === '') return { ...values, values: others }
  const { field, ordinal } = mapping
  return { ...values, values: [...others, { field, column, ordinal, cell: { text } }] }
}
