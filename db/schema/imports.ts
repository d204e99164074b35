import { sql } from 'drizzle-orm'
import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { recordColumns } from './record'

/** One imported file: what kind of ledger it was and what became of its rows. */
export const importBatch = sqliteTable('import_batch', {
  ...recordColumns(),
  fileName: text().notNull(),
  kind: text({ enum: ['people', 'pairings', 'contacts'] }).notNull(),
  at: text().notNull(),
  counts: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
  /** The staged file it was carried out from, whose other rows may still wait. */
  stagedId: text(),
})

/** A mapping of columns an office corrected once, found again by the shape of the header. */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    ...recordColumns(),
    signature: text().notNull(),
    kind: text({ enum: ['people', 'pairings', 'contacts'] }).notNull(),
    columns: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (t) => [
    uniqueIndex('import_mapping_signature')
      .on(t.signature)
      .where(sql`voided_at is null`),
  ],
)
