import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import {
  missedReasonLabel,
  visitSheetStateLabel,
  type VisitTasks,
} from '@shared/domain/visit-sheets/vocabulary'
import { helper } from './helpers'
import { village } from './organization'
import { recordColumns } from './record'
import { recipient } from './recipients'

/** 走访任务单: a numbered paper for a helper, or for a village, over a period. */
export const visitSheet = sqliteTable(
  'visit_sheet',
  {
    ...recordColumns(),
    /** `2611-007`, see shared/domain/visit-sheets/sheet-number. */
    number: text().notNull(),
    /** The days it is for, both included. */
    from: text().notNull(),
    to: text().notNull(),
    /** For whom: a helper, or else whoever goes round the village. */
    helperId: integer().references(() => helper.id),
    villageId: integer().references(() => village.id),
    preparedOn: text().notNull(),
    /** The day it was first printed; a reprint is the same sheet. */
    printedOn: text(),
    /** The day it came back whole. */
    receivedOn: text(),
    state: text({ enum: codesOf(visitSheetStateLabel) }).notNull(),
    /** Why it was cancelled. */
    note: text(),
  },
  (t) => [index('visit_sheet_number').on(t.number), index('visit_sheet_to').on(t.to)],
)

/** One person on a sheet, in printed order. */
export const visitSheetLine = sqliteTable(
  'visit_sheet_line',
  {
    ...recordColumns(),
    visitSheetId: integer()
      .notNull()
      .references(() => visitSheet.id),
    /** The place on the sheet, counted from 1. */
    position: integer().notNull(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    /** Kept as printed, so that a reprint asks for the same. */
    tasks: text({ mode: 'json' }).$type<VisitTasks>().notNull(),
  },
  (t) => [
    index('visit_sheet_line_sheet').on(t.visitSheetId),
    index('visit_sheet_line_recipient').on(t.recipientId),
  ],
)

/** 未遇到: somebody went or called and met nobody. No contact, so nothing that counts sees it. */
export const missedVisit = sqliteTable(
  'missed_visit',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    kind: text({ enum: codesOf(contactKindLabel) }).notNull(),
    /** As far as the paper says (PartialDate). */
    date: text().notNull(),
    enteredAt: text().notNull(),
    helperId: integer().references(() => helper.id),
    visitor: text(),
    reason: text({ enum: codesOf(missedReasonLabel) }).notNull(),
    note: text(),
    visitSheetLineId: integer(),
    /** Which line of which grid it came from: sent twice, it is entered once. */
    entryKey: text(),
  },
  (t) => [
    index('missed_visit_recipient').on(t.recipientId, t.date),
    index('missed_visit_sheet_line')
      .on(t.visitSheetLineId)
      .where(sql`visit_sheet_line_id is not null`),
    index('missed_visit_entry_key')
      .on(t.entryKey)
      .where(sql`entry_key is not null`),
  ],
)
