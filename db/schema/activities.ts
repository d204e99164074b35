import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { activityMachine, type ActivityState } from '@shared/domain/activities/machine'
import { activityKindLabel, activityRoleLabel } from '@shared/domain/activities/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { helper } from './helpers'
import { village } from './organization'
import { recordColumns } from './record'
import { recipient } from './recipients'

/** The day by which activities are ordered: what has none yet comes after every day there is. */
export const activityDay = sql<string>`case when held_on is null then '9999-12-31' else held_on end`

/** 活动: its plan, and what became of it. How it came where it stands are its case steps. */
export const activity = sqliteTable(
  'activity',
  {
    ...recordColumns(),
    state: text({
      enum: Object.keys(activityMachine.states) as [ActivityState, ...ActivityState[]],
    }).notNull(),
    kind: text({ enum: codesOf(activityKindLabel) }).notNull(),
    name: text().notNull(),
    /** What it is one of every year: 重阳. */
    series: text(),
    /** The one of an earlier time it was copied from. */
    copiedFromId: integer(),
    /** Null: the whole township's. */
    villageId: integer().references(() => village.id),
    openedOn: text().notNull(),
    closedOn: text(),
    /** The day it is planned for; once held, the day it was. */
    heldOn: text(),
    /** As it stands in the plan: 上午9时至11时. */
    time: text(),
    place: text(),
    helperId: integer().references(() => helper.id),
    responsible: text(),
    purpose: text(),
    theme: text(),
    /** 活动对象 and 参加人员, in words. */
    audience: text(),
    participants: text(),
    /** 流程 and 注意事项: one item a line. */
    schedule: text(),
    cautions: text(),
    /** 分工: one a line, `签到：李村主任`. */
    duties: text(),
    /** 活动成效, of the report. */
    outcome: text(),
    /** How often its materials and budget were saved. */
    lineSaves: integer().notNull().default(0),
  },
  (t) => [
    // No comma in the expression: the generator of migrations would cut it there.
    index('activity_day')
      .on(activityDay, t.id)
      .where(sql`voided_at is null`),
    index('activity_state')
      .on(t.state)
      .where(sql`voided_at is null`),
    index('activity_series').on(t.series),
  ],
)

/** Who is invited to an activity or works at it: on file, a helper, or a name as written. */
export const activityPerson = sqliteTable(
  'activity_person',
  {
    ...recordColumns(),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    role: text({ enum: codesOf(activityRoleLabel) }).notNull(),
    recipientId: integer().references(() => recipient.id),
    helperId: integer().references(() => helper.id),
    name: text(),
    /** Why invited: 年满80周岁、独居. */
    reason: text(),
    /** Null while nobody has ticked the list. */
    present: integer({ mode: 'boolean' }),
    note: text(),
  },
  (t) => [
    index('activity_person_activity').on(t.activityId),
    index('activity_person_recipient')
      .on(t.recipientId)
      .where(sql`recipient_id is not null`),
  ],
)

/** 物资与预算: one thing bought or paid for, as planned and as paid. */
export const activityLine = sqliteTable(
  'activity_line',
  {
    ...recordColumns(),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    position: integer().notNull(),
    item: text().notNull(),
    quantity: real().notNull(),
    unit: text(),
    /** 元 each, as planned. */
    price: real().notNull(),
    /** 经费来源. */
    source: text(),
    /** 元 paid; null while nothing was. */
    spent: real(),
    paidOn: text(),
    payee: text(),
    /** 单据: kind and number, 发票 01234567. */
    voucher: text(),
    note: text(),
  },
  (t) => [index('activity_line_activity').on(t.activityId, t.position)],
)
