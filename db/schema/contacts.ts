import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  categoryLabel,
  codesOf,
  contactKindLabel,
  exemptionReasonLabel,
  recipientGroupLabel,
  riskLevelLabel,
  type CheckBlock,
  type CheckMark,
  type ContactKind,
} from '@shared/domain/vocabulary'
import type { Vitals } from '@shared/domain/contacts/vitals'
import type { Duty } from '@shared/domain/cadence/rules'
import {
  majorChangeLabel,
  rateScopeLabel,
  rulePeriodLabel,
} from '@shared/domain/cadence/vocabulary'
import { helper } from './helpers'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'
import { warning } from './warnings'

/** 走访联系: one contact of one person. A visit to a couple is two records. */
export const contact = sqliteTable(
  'contact',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    kind: text({ enum: codesOf(contactKindLabel) }).notNull(),
    /** The day it was done, as far as the paper says (PartialDate). */
    date: text().notNull(),
    /** When it was typed in: late entry is welcome and visible. */
    enteredAt: text().notNull(),
    helperId: integer().references(() => helper.id),
    /** The visitor as written, where no helper on file is meant. */
    visitor: text(),
    checks: text({ mode: 'json' }).$type<Partial<Record<CheckBlock, CheckMark>>>(),
    summary: text(),
    problem: text(),
    /** 已采取措施: what was done about it. */
    outcome: text(),
    /** From when to when, local `HH:MM`. */
    startTime: text(),
    endTime: text(),
    vitals: text({ mode: 'json' }).$type<Vitals>(),
    /** 通知子女: whom and when, as the paper says. */
    childrenTold: text(),
    /** 上报: to whom and when, as the paper says. */
    reportedTo: text(),
    /** 回访日期 that was agreed on. */
    revisitOn: text(),
    importId: integer(),
    /** The line of the visit sheet that it answers. */
    visitSheetLineId: integer(),
    /** Which line of which grid it came from: sent twice, it is entered once. */
    entryKey: text(),
  },
  (t) => [
    // Counting reads nothing but this index; without voided_at in it, it would look up every row.
    index('contact_kind_date')
      .on(t.kind, t.date, t.recipientId, t.voidedAt)
      .where(sql`voided_at is null`),
    index('contact_recipient_date').on(t.recipientId, t.date),
    index('contact_helper')
      .on(t.helperId)
      .where(sql`helper_id is not null`),
    index('contact_sheet_line')
      .on(t.visitSheetLineId)
      .where(sql`visit_sheet_line_id is not null`),
    index('contact_entry_key')
      .on(t.entryKey)
      .where(sql`entry_key is not null`),
  ],
)

/**
 * 频次规则, dated data: whom it binds (null: everybody on file), which kinds of contact count for
 * it, how many in each calendar window.
 */
export const cadenceRule = sqliteTable('cadence_rule', {
  ...recordColumns(),
  ...periodColumns(),
  title: text().notNull(),
  /** The duty it is a rule for: `visit`, or the contact kind. */
  duty: text().notNull(),
  group: text({ enum: codesOf(recipientGroupLabel) }),
  category: text({ enum: codesOf(categoryLabel) }),
  riskLevel: text({ enum: codesOf(riskLevelLabel) }),
  kinds: text({ mode: 'json' }).$type<ContactKind[]>().notNull(),
  count: integer().notNull(),
  period: text({ enum: codesOf(rulePeriodLabel) }).notNull(),
  /** The preset it came from, if any. */
  preset: text(),
})

/** 抵算, dated data: a contact of the kind also counts for the duty. */
export const contactCredit = sqliteTable('contact_credit', {
  ...recordColumns(),
  ...periodColumns(),
  kind: text({ enum: codesOf(contactKindLabel) }).notNull(),
  duty: text().$type<Duty>().notNull(),
})

/** 月探访率的统计范围, dated data: whose months are measured. */
export const visitRateScope = sqliteTable('visit_rate_scope', {
  ...recordColumns(),
  ...periodColumns(),
  who: text({ enum: codesOf(rateScopeLabel) }).notNull(),
})

/** 重大变化 recorded by hand; others are read off the file. */
export const majorChange = sqliteTable(
  'major_change',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    date: text().notNull(),
    kind: text({ enum: codesOf(majorChangeLabel) }).notNull(),
    /** The warning that raised it, where it was not a change in this person's life. */
    warningId: integer().references(() => warning.id),
    note: text(),
  },
  (t) => [
    index('major_change_recipient').on(t.recipientId),
    index('major_change_warning')
      .on(t.warningId)
      .where(sql`warning_id is not null`),
  ],
)

/** 豁免: while it lasts nobody owes this person a contact. */
export const exemption = sqliteTable(
  'exemption',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    reason: text({ enum: codesOf(exemptionReasonLabel) }).notNull(),
    /** The day to ask again, where nobody knows the end yet. */
    reviewOn: text(),
    note: text(),
  },
  (t) => [index('exemption_recipient').on(t.recipientId)],
)
