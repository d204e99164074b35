import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One command, import or merge: who did what when, chained to the set before it. */
export const changeSet = sqliteTable('change_set', {
  id: integer().primaryKey(),
  replica: integer().notNull(),
  operation: text().notNull(),
  operatorId: integer(),
  at: text().notNull(),
  /** Why: an import, a merge, a reason the operator typed. */
  cause: text(),
  /** Of an undo: the set it took back. */
  undoes: integer(),
  previousDigest: blob({ mode: 'buffer' }),
  digest: blob({ mode: 'buffer' }).notNull(),
})

/**
 * One record touched by a change set. `fields` is `{field: [old, new]}` and null for a creation.
 * `digest` covers salt and content, so that a value can be erased by law (fields and salt cleared)
 * while the chain over the digests still holds.
 */
export const change = sqliteTable(
  'change',
  {
    id: integer().primaryKey(),
    changeSetId: integer()
      .notNull()
      .references(() => changeSet.id),
    entity: text().notNull(),
    recordId: integer().notNull(),
    kind: text({ enum: ['create', 'update', 'void'] }).notNull(),
    fields: text({ mode: 'json' }).$type<Record<string, [unknown, unknown]>>(),
    salt: blob({ mode: 'buffer' }),
    digest: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [index('change_record').on(t.recordId), index('change_of_set').on(t.changeSetId)],
)

/** Single values of this vault: its id, replica number, next sequence. Never exchanged. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** Unsaved work of an operator, kept until saved or discarded. Not part of the history. */
export const draft = sqliteTable('draft', {
  id: text().primaryKey(),
  operatorId: integer().notNull(),
  content: text({ mode: 'json' }).$type<unknown>().notNull(),
  savedAt: text().notNull(),
})
