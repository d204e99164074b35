import { integer, text } from 'drizzle-orm/sqlite-core'

/**
 * What every record carries. `id` is replica × 2³² + sequence, unique over all stations; `revision`
 * counts saves, so that a stale save is noticed; `voidedAt` hides a record entered by mistake.
 */
export const recordColumns = () => ({
  id: integer().primaryKey(),
  revision: integer().notNull().default(1),
  voidedAt: text(),
})

/** A fact that holds from one day to another (inclusive); `to` is null while it holds. */
export const periodColumns = () => ({
  from: text().notNull(),
  to: text(),
})
