import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { chargedTiers } from '@shared/domain/service-tiers/vocabulary'
import {
  planPeriodLabel,
  serviceKindLabel,
  serviceModeLabel,
} from '@shared/domain/services/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'

/** 服务目录: one thing that can be served, by its unit. */
export const serviceItem = sqliteTable('service_item', {
  ...recordColumns(),
  kind: text({ enum: codesOf(serviceKindLabel) }).notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  /** The last day it is offered; records of it stay. */
  endedOn: text(),
})

/** 价格 of one unit from a day to a day, in 分. */
export const servicePrice = sqliteTable(
  'service_price',
  {
    ...recordColumns(),
    ...periodColumns(),
    serviceItemId: integer()
      .notNull()
      .references(() => serviceItem.id),
    price: integer().notNull(),
    /** What a person of 低偿 pays of it. */
    lowCostPrice: integer().notNull(),
  },
  (t) => [index('service_price_item').on(t.serviceItemId)],
)

/** 服务单位 or person: who serves, in which of the four ways. */
export const serviceProvider = sqliteTable('service_provider', {
  ...recordColumns(),
  mode: text({ enum: codesOf(serviceModeLabel) }).notNull(),
  name: text().notNull(),
  /** Whom to ask for. */
  contactName: text(),
  phone: text(),
  note: text(),
  /** The last day it serves; records of it stay. */
  endedOn: text(),
})

/** 服务计划: what a person is promised, as long as it holds. */
export const servicePlan = sqliteTable(
  'service_plan',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    serviceItemId: integer()
      .notNull()
      .references(() => serviceItem.id),
    /** Units in each week or month. */
    count: integer().notNull(),
    every: text({ enum: codesOf(planPeriodLabel) }).notNull(),
    mode: text({ enum: codesOf(serviceModeLabel) }).notNull(),
    serviceProviderId: integer().references(() => serviceProvider.id),
    note: text(),
  },
  (t) => [index('service_plan_recipient').on(t.recipientId)],
)

/** 服务记录: what one person was served on one day, and who paid what. Amounts in 分. */
export const serviceRecord = sqliteTable(
  'service_record',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    serviceItemId: integer()
      .notNull()
      .references(() => serviceItem.id),
    date: text().notNull(),
    /** When it was typed in: late entry is welcome and visible. */
    enteredAt: text().notNull(),
    mode: text({ enum: codesOf(serviceModeLabel) }).notNull(),
    serviceProviderId: integer().references(() => serviceProvider.id),
    quantity: integer().notNull(),
    /** The tier on that day, as the amounts were worked out by it. */
    tier: text({ enum: chargedTiers }),
    amount: integer().notNull(),
    personPays: integer().notNull(),
    voucherPays: integer().notNull(),
    subsidy: integer().notNull(),
    note: text(),
    importId: integer(),
  },
  (t) => [
    index('service_record_date')
      .on(t.date, t.id)
      .where(sql`voided_at is null`),
    index('service_record_item')
      .on(t.serviceItemId, t.date, t.id)
      .where(sql`voided_at is null`),
    index('service_record_recipient').on(t.recipientId, t.date),
    index('service_record_provider')
      .on(t.serviceProviderId, t.date, t.id)
      .where(sql`service_provider_id is not null`),
    // What plans promise is compared with what was done from this index alone.
    index('service_record_done')
      .on(t.date, t.recipientId, t.serviceItemId, t.quantity, t.voidedAt)
      .where(sql`voided_at is null`),
  ],
)
