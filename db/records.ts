import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { RecordTable } from './changes'
import * as schema from './schema'
import { recipient } from './schema'

/** Every table of records by its name in the change rows. Read off the schema: none is forgotten. */
export const recordTables: ReadonlyMap<string, RecordTable> = new Map(
  (Object.values(schema) as unknown[])
    .filter((table): table is RecordTable => is(table, SQLiteTable) && 'voidedAt' in table)
    .map((table) => [getTableName(table), table]),
)

/** A column of `table` (by its key in rows) that holds ids of another table's records. */
export interface Reference {
  readonly table: RecordTable
  readonly key: string
  readonly column: SQLiteColumn
}

/** Where records of a table are referred to by a foreign key. */
export function referencesTo(target: SQLiteTable): readonly Reference[] {
  return [...recordTables.values()].flatMap((table) => {
    const keys = getTableConfig(table).foreignKeys.flatMap((foreign) => {
      const { columns, foreignTable } = foreign.reference()
      return foreignTable === target ? columns : []
    })
    return Object.entries(getTableColumns(table))
      .filter(([, column]) => keys.includes(column as SQLiteColumn))
      .map(([key, column]) => ({ table, key, column: column as SQLiteColumn }))
  })
}

/** The tables that hold a part of somebody's file: periods, family, contacts, pairings, findings. */
export const partsOfFile: readonly Reference[] = referencesTo(recipient)
