import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from './record'

/** 完整资料导出: who took sensitive facts out in full is in the change set; here how much and why. */
export const disclosure = sqliteTable('disclosure', {
  ...recordColumns(),
  at: text().notNull(),
  people: integer().notNull(),
  /** Columns that were written out. */
  columns: text({ mode: 'json' }).$type<string[]>().notNull(),
  reason: text().notNull(),
})
