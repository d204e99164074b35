import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  codesOf,
  roleLabel,
  villageKindLabel,
  type RecipientGroup,
} from '@shared/domain/vocabulary'
import { periodColumns, recordColumns } from './record'

/** The centre this vault belongs to: exactly one row. */
export const centre = sqliteTable('centre', {
  ...recordColumns(),
  name: text().notNull(),
  province: text(),
  county: text().notNull(),
  township: text().notNull(),
  regionCode: text(),
  phone: text(),
  address: text(),
})

export const operator = sqliteTable('operator', {
  ...recordColumns(),
  name: text().notNull(),
  role: text({ enum: codesOf(roleLabel) }).notNull(),
  /** Null means all. */
  scopeVillages: text({ mode: 'json' }).$type<number[] | null>(),
  scopeGroups: text({ mode: 'json' }).$type<RecipientGroup[] | null>(),
  disabledAt: text(),
})

/** 村/社区. A merged village is closed on its day and points to the one that took it in. */
export const village = sqliteTable('village', {
  ...recordColumns(),
  ...periodColumns(),
  kind: text({ enum: codesOf(villageKindLabel) }).notNull(),
  position: integer().notNull(),
  mergedIntoId: integer(),
})

/** A village's name over time: papers of an earlier year print the name of their day. */
export const villageName = sqliteTable(
  'village_name',
  {
    ...recordColumns(),
    ...periodColumns(),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    name: text().notNull(),
  },
  (t) => [index('village_name_village').on(t.villageId)],
)

/** 村民小组. */
export const villageGroup = sqliteTable(
  'village_group',
  {
    ...recordColumns(),
    ...periodColumns(),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    name: text().notNull(),
    mergedIntoId: integer(),
  },
  (t) => [index('village_group_village').on(t.villageId)],
)

/** 领导小组成员. */
export const leadingGroupMember = sqliteTable('leading_group_member', {
  ...recordColumns(),
  ...periodColumns(),
  position: integer().notNull(),
  /** 组长、副组长、成员、办公室主任 … */
  title: text().notNull(),
  name: text().notNull(),
  post: text(),
  phone: text(),
})

/** 责任清单: one task of the plan and who leads, assists and carries it out. */
export const responsibility = sqliteTable('responsibility', {
  ...recordColumns(),
  ...periodColumns(),
  position: integer().notNull(),
  task: text().notNull(),
  /** 牵头单位 */
  lead: text().notNull(),
  /** 配合单位 */
  assisting: text(),
  /** 实施单位 */
  implementing: text(),
})

/** 工作步骤: a phase of a year's plan. */
export const planPhase = sqliteTable('plan_phase', {
  ...recordColumns(),
  year: integer().notNull(),
  position: integer().notNull(),
  name: text().notNull(),
  from: text().notNull(),
  to: text().notNull(),
  content: text(),
  responsible: text(),
})

/** Settings that are one value each and change over time through the change sets. */
export const setting = sqliteTable(
  'setting',
  {
    ...recordColumns(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (t) => [
    uniqueIndex('setting_key')
      .on(t.key)
      .where(sql`voided_at is null`),
  ],
)
