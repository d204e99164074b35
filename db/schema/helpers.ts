import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf, genderLabel, helperKindLabel, pairingModeLabel } from '@shared/domain/vocabulary'
import { village } from './organization'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'

/** 帮扶人. `to` is the last day of service; a helper who left keeps the file. */
export const helper = sqliteTable('helper', {
  ...recordColumns(),
  name: text().notNull(),
  initials: text(),
  gender: text({ enum: codesOf(genderLabel) }),
  kind: text({ enum: codesOf(helperKindLabel) }),
  unit: text(),
  post: text(),
  phones: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  villageId: integer().references(() => village.id),
  from: text(),
  to: text(),
  leftReason: text(),
  note: text(),
  importId: integer(),
})

/** 结对. `from` may be partial where the register gave only a month. */
export const pairing = sqliteTable(
  'pairing',
  {
    ...recordColumns(),
    ...periodColumns(),
    helperId: integer()
      .notNull()
      .references(() => helper.id),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    mode: text({ enum: codesOf(pairingModeLabel) }),
    commitment: text(),
    endReason: text(),
    importId: integer(),
  },
  (t) => [index('pairing_helper').on(t.helperId), index('pairing_recipient').on(t.recipientId)],
)
