import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf, genderLabel, pairingModeLabel, type HelperKind } from '@shared/domain/vocabulary'
import { pairingRoleLabel } from '@shared/domain/pairings/vocabulary'
import { village, villageGroup } from './organization'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'

/** 帮扶人. `to` is the last day of service; a helper who left keeps the file. */
export const helper = sqliteTable('helper', {
  ...recordColumns(),
  name: text().notNull(),
  initials: text(),
  gender: text({ enum: codesOf(genderLabel) }),
  kind: text().$type<HelperKind>(),
  unit: text(),
  post: text(),
  phones: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** What each of `phones` is, in the same order: 手机, 办公室 …; may be shorter or hold blanks. */
  phoneLabels: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** Where the helper lives or works: nearness is judged by it. */
  villageId: integer().references(() => village.id),
  villageGroupId: integer().references(() => villageGroup.id),
  address: text(),
  /** Other villages the helper goes to. */
  servedVillageIds: text({ mode: 'json' }).$type<number[]>().notNull().default([]),
  /** How many people at most; null takes the figure of the kind. */
  capacity: integer(),
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
    /** Who answers where several help; null where it was not said. */
    role: text({ enum: codesOf(pairingRoleLabel) }),
    /** 承诺内容, 承诺频次 in the words of the register. */
    commitment: text(),
    frequency: text(),
    /** 承诺时数, hours a month. */
    hours: real(),
    /** Why it was made, where it took the place of another. */
    beginReason: text(),
    endReason: text(),
    importId: integer(),
  },
  (t) => [index('pairing_helper').on(t.helperId), index('pairing_recipient').on(t.recipientId)],
)

/** 「不配这一位」: a suggested pairing that was turned down and is not suggested again. */
export const dismissedPairing = sqliteTable(
  'dismissed_pairing',
  {
    ...recordColumns(),
    helperId: integer()
      .notNull()
      .references(() => helper.id),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    on: text().notNull(),
  },
  (t) => [index('dismissed_pairing_recipient').on(t.recipientId)],
)
