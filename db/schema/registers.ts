import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FieldKind, RegisterDefinition } from '@shared/domain/registers/definition'
import type { EntryValues } from '@shared/domain/registers/values'
import { helper } from './helpers'
import { village } from './organization'
import { recordColumns } from './record'
import { recipient } from './recipients'

/** 登记簿: a ledger an office defined itself; what it asks stands in its versions. */
export const register = sqliteTable('register', {
  ...recordColumns(),
  /** The name of its newest version. */
  name: text().notNull(),
  /** The number of its newest version. */
  version: integer().notNull(),
  /** The preset it was made from; null for one made from nothing. */
  preset: text(),
  /** Hidden from the list of registers; its entries stay. */
  retired: integer({ mode: 'boolean' }).notNull().default(false),
  position: integer().notNull(),
})

/** One version of a register's definition; entries keep the one they were made under. */
export const registerVersion = sqliteTable(
  'register_version',
  {
    ...recordColumns(),
    registerId: integer()
      .notNull()
      .references(() => register.id),
    /** 1, 2, 3 … within the register. */
    version: integer().notNull(),
    definition: text({ mode: 'json' }).$type<RegisterDefinition>().notNull(),
    /** When it was saved, and what was changed for whom. */
    savedAt: text().notNull(),
    note: text(),
  },
  (t) => [uniqueIndex('register_version_number').on(t.registerId, t.version)],
)

/** One entry of a register. It goes its way like a case of any ledger; its steps are `case_step`. */
export const registerEntry = sqliteTable(
  'register_entry',
  {
    ...recordColumns(),
    registerId: integer()
      .notNull()
      .references(() => register.id),
    versionId: integer()
      .notNull()
      .references(() => registerVersion.id),
    /** 编号 as printed; `serial` counts within `numberedIn` (2026, 2026-11). */
    number: text(),
    numberedIn: text(),
    serial: integer(),
    /** Whom it is about; null for one that is about nobody. */
    recipientId: integer().references(() => recipient.id),
    /** The village it belongs to: its own field's, or else the person's on the day it was opened. */
    villageId: integer().references(() => village.id),
    state: text().notNull(),
    /** The day it came to its state. */
    since: text().notNull(),
    openedOn: text().notNull(),
    closedOn: text(),
    dueOn: text(),
    helperId: integer().references(() => helper.id),
    responsible: text(),
    values: text({ mode: 'json' }).$type<EntryValues>().notNull(),
    /** The words it is found by: number and all words of its values, names of people apart. */
    words: text().notNull(),
    importId: integer(),
  },
  (t) => [
    index('register_entry_opened')
      .on(t.registerId, t.openedOn, t.id)
      .where(sql`voided_at is null`),
    index('register_entry_due')
      .on(t.registerId, t.dueOn, t.id)
      .where(sql`voided_at is null and closed_on is null`),
    // The calendar asks for the due days of every register.
    index('register_entry_due_days')
      .on(t.dueOn)
      .where(sql`voided_at is null and closed_on is null`),
    // All that a summary asks, so that it reads nothing else.
    index('register_entry_state').on(
      t.registerId,
      t.voidedAt,
      t.state,
      t.openedOn,
      t.closedOn,
      t.dueOn,
      t.recipientId,
      t.villageId,
    ),
    index('register_entry_recipient').on(t.recipientId, t.openedOn),
    uniqueIndex('register_entry_serial')
      .on(t.registerId, t.numberedIn, t.serial)
      .where(sql`serial is not null`),
  ],
)

/** Whom and what an entry names besides the one it is about, so that it stands with each of them. */
export const registerLink = sqliteTable(
  'register_link',
  {
    ...recordColumns(),
    entryId: integer()
      .notNull()
      .references(() => registerEntry.id),
    /** The field that names it. */
    field: text().notNull(),
    kind: text().$type<FieldKind>().notNull(),
    recipientId: integer().references(() => recipient.id),
    helperId: integer().references(() => helper.id),
  },
  (t) => [
    index('register_link_entry').on(t.entryId),
    index('register_link_recipient').on(t.recipientId),
    index('register_link_helper').on(t.helperId),
  ],
)
