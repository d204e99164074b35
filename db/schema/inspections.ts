import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ChecklistItem, ItemResult } from '@shared/domain/inspections/checklist'
import {
  findingMachine,
  inspectionMachine,
  type InspectionState,
} from '@shared/domain/inspections/machine'
import { inspectionKindLabel, severityLabel } from '@shared/domain/inspections/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { document } from './documents'
import { caseColumns, caseIndexes } from './ledgers'
import { village } from './organization'
import { recordColumns } from './record'
import { recipient } from './recipients'
import { station } from './stations'

/** 督查: one round of inspection with a sheet for each village. */
export const inspection = sqliteTable(
  'inspection',
  {
    ...recordColumns(),
    kind: text({ enum: codesOf(inspectionKindLabel) }).notNull(),
    title: text().notNull(),
    state: text({
      enum: Object.keys(inspectionMachine.states) as [InspectionState, ...InspectionState[]],
    }).notNull(),
    from: text().notNull(),
    to: text().notNull(),
    /** 带队领导, 督查组成员 */
    leader: text(),
    members: text(),
    /** Why it was cancelled, or what to look out for. */
    note: text(),
    /** The items as they stood when the sheets were made. */
    checklist: text({ mode: 'json' }).$type<ChecklistItem[]>().notNull(),
    /** 督查通报 as it was last handed in. */
    documentId: integer().references(() => document.id),
  },
  (t) => [index('inspection_from').on(t.from)],
)

/** 督查表: what was found in one village. */
export const inspectionSheet = sqliteTable(
  'inspection_sheet',
  {
    ...recordColumns(),
    inspectionId: integer()
      .notNull()
      .references(() => inspection.id),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    /** Its running number in the inspection, printed on the sheet. */
    number: integer().notNull(),
    /** Null until the sheet has come back and was typed in. */
    visitedOn: text(),
    /** 督查人, and who of the village was there. */
    inspectors: text(),
    present: text(),
    results: text({ mode: 'json' }).$type<ItemResult[]>().notNull(),
    note: text(),
    /** When it was typed in, UTC. */
    enteredAt: text(),
  },
  (t) => [
    uniqueIndex('inspection_sheet_village')
      .on(t.inspectionId, t.villageId)
      .where(sql`voided_at is null`),
    index('inspection_sheet_of_village').on(t.villageId),
  ],
)

/** 督查问题: what a village has to mend, until it has passed a re-check. */
export const finding = sqliteTable(
  'finding',
  {
    ...caseColumns(findingMachine),
    /** About a village, not about a person. */
    recipientId: integer().references(() => recipient.id),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    inspectionId: integer()
      .notNull()
      .references(() => inspection.id),
    sheetId: integer()
      .notNull()
      .references(() => inspectionSheet.id),
    /** The station it was found at, where it is about one. */
    stationId: integer().references(() => station.id),
    /** The item of the sheet, and its words on that day; null for what stands under no item. */
    itemKey: text(),
    item: text(),
    content: text().notNull(),
    severity: text({ enum: codesOf(severityLabel) }).notNull(),
    /** 整改要求 */
    measure: text(),
    /** 整改情况 */
    result: text(),
  },
  (t) => [
    ...caseIndexes('finding', t),
    index('finding_inspection').on(t.inspectionId),
    index('finding_station')
      .on(t.stationId)
      .where(sql`station_id is not null`),
    index('finding_village')
      .on(t.villageId, t.openedOn)
      .where(sql`voided_at is null`),
  ],
)
