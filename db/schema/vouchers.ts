import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ServiceKind } from '@shared/domain/services/vocabulary'
import { voucherMachine, type StoredVoucherState } from '@shared/domain/vouchers/machine'
import { recordColumns } from './record'
import { recipient } from './recipients'
import { serviceProvider, serviceRecord } from './services'

const storedStates = Object.keys(voucherMachine.states).filter((state) => state !== 'expired') as [
  StoredVoucherState,
  ...StoredVoucherState[],
]

/** 服务券批次: vouchers of one value and one last day, printed together. */
export const voucherBatch = sqliteTable('voucher_batch', {
  ...recordColumns(),
  name: text().notNull(),
  /** 分 */
  faceValue: integer().notNull(),
  /** How many were issued: what the books are checked against. */
  count: integer().notNull(),
  prefix: text().notNull(),
  firstNumber: integer().notNull(),
  issuedOn: text().notNull(),
  /** The last day they are good for; null: without end. */
  expiresOn: text(),
  /** Which kinds of service they pay for; null: all. */
  kinds: text({ mode: 'json' }).$type<ServiceKind[]>(),
  /** From which money. */
  source: text(),
})

/** 服务券发放: one handing out to a list of people, signed on paper. */
export const voucherHandout = sqliteTable('voucher_handout', {
  ...recordColumns(),
  voucherBatchId: integer()
    .notNull()
    .references(() => voucherBatch.id),
  title: text().notNull(),
  day: text().notNull(),
  by: text(),
})

/** 服务券, each by its number. That it has expired follows from the batch's last day. */
export const voucher = sqliteTable(
  'voucher',
  {
    ...recordColumns(),
    voucherBatchId: integer()
      .notNull()
      .references(() => voucherBatch.id),
    number: text().notNull(),
    state: text({ enum: storedStates }).notNull(),
    /** Who has or had it; null while it lies in the stock. */
    recipientId: integer().references(() => recipient.id),
    voucherHandoutId: integer().references(() => voucherHandout.id),
    handedOn: text(),
    /** The day it was redeemed or voided. */
    closedOn: text(),
    serviceRecordId: integer().references(() => serviceRecord.id),
    /** Who took it in, where it was redeemed without a record of the service. */
    serviceProviderId: integer().references(() => serviceProvider.id),
    /** Why it was voided, given back or reopened. */
    reason: text(),
  },
  (t) => [
    uniqueIndex('voucher_number')
      .on(t.number)
      .where(sql`voided_at is null`),
    // Counting and listing by batch and state read nothing but this index.
    index('voucher_batch_state')
      .on(t.voucherBatchId, t.state, t.id)
      .where(sql`voided_at is null`),
    index('voucher_state')
      .on(t.state, t.id)
      .where(sql`voided_at is null`),
    index('voucher_recipient')
      .on(t.recipientId, t.state)
      .where(sql`recipient_id is not null`),
    index('voucher_handout_id')
      .on(t.voucherHandoutId)
      .where(sql`voucher_handout_id is not null`),
    index('voucher_service_record')
      .on(t.serviceRecordId)
      .where(sql`service_record_id is not null`),
  ],
)
