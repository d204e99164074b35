import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from './record'

/** A composed paper with its figures frozen as they were when it was written. */
export const document = sqliteTable('document', {
  ...recordColumns(),
  kind: text().notNull(),
  title: text().notNull(),
  year: integer(),
  writtenAt: text().notNull(),
  /** 报送: the day it was handed in. */
  handedInOn: text(),
  /** What it was composed from (`ComposedDraft`), to begin the next one with; null for other papers. */
  draft: text({ mode: 'json' }).$type<unknown>(),
  facts: text({ mode: 'json' }).$type<unknown>().notNull(),
})
