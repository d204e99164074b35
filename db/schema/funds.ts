import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { fundDirectionLabel } from '@shared/domain/funds/balance'
import { codesOf } from '@shared/domain/vocabulary'
import { recordColumns } from './record'

/** 经费科目: money set aside for one purpose in one year. */
export const fundLine = sqliteTable('fund_line', {
  ...recordColumns(),
  year: integer().notNull(),
  name: text().notNull(),
  /** 上级专项、镇财政、社会捐赠 … */
  source: text(),
  /** 分 */
  budget: integer().notNull(),
})

/** 收支: money of a line that came in or went out; its vouchers are attachments. */
export const fundEntry = sqliteTable(
  'fund_entry',
  {
    ...recordColumns(),
    fundLineId: integer()
      .notNull()
      .references(() => fundLine.id),
    direction: text({ enum: codesOf(fundDirectionLabel) }).notNull(),
    day: text().notNull(),
    /** 分, above zero. */
    amount: integer().notNull(),
    purpose: text().notNull(),
    /** From whom it came or to whom it went. */
    party: text(),
    voucherNo: text(),
    /** Why more was spent than there was; null where the balance never fell below zero. */
    overdraftReason: text(),
  },
  (t) => [
    index('fund_entry_line')
      .on(t.fundLineId, t.day)
      .where(sql`voided_at is null`),
  ],
)
