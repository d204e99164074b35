import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf } from '@shared/domain/vocabulary'
import { warningKindLabel } from '@shared/domain/warnings/vocabulary'
import { recordColumns } from './record'

/** 预警: whom it warns stands in `major_change`, which asks for the contact. */
export const warning = sqliteTable('warning', {
  ...recordColumns(),
  kind: text({ enum: codesOf(warningKindLabel) }).notNull(),
  day: text().notNull(),
  note: text(),
})
