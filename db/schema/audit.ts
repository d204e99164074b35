import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from './record'

/**
 * What an operator did that changed no record: logged in, took a paper or a list out. Who and when
 * stand in its change set, so that it lies in the same chain as every change.
 */
export const auditEvent = sqliteTable('audit_event', {
  ...recordColumns(),
  /** What was taken out, or which failed logins went before. */
  about: text(),
  /** Files taken out. */
  files: integer(),
})
