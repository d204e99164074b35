import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BenefitBand } from '@shared/domain/benefits/catalogue'
import {
  benefitKindLabel,
  benefitPaymentLabel,
  benefitStateLabel,
} from '@shared/domain/benefits/vocabulary'
import type { Criterion } from '@shared/domain/criteria/criterion'
import { chargedTiers } from '@shared/domain/service-tiers/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'

const ofRecipient = () =>
  integer()
    .notNull()
    .references(() => recipient.id)

/** 服务类别 decided by the office against the rules; a null tier says that none applies. */
export const tierOverride = sqliteTable(
  'tier_override',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    tier: text({ enum: [...chargedTiers] }),
    reason: text().notNull(),
  },
  (t) => [index('tier_override_recipient').on(t.recipientId)],
)

/** 待遇目录: the office's own wording of a benefit, from a day on; presets are the domain's. */
export const benefit = sqliteTable(
  'benefit',
  {
    ...recordColumns(),
    ...periodColumns(),
    /** Stays the same through every rewording. */
    code: text().notNull(),
    title: text().notNull(),
    kind: text({ enum: codesOf(benefitKindLabel) }).notNull(),
    /** Whether the national list names it. */
    national: integer({ mode: 'boolean' }).notNull().default(false),
    basis: text(),
    payment: text({ enum: codesOf(benefitPaymentLabel) }).notNull(),
    /** Whether the office keeps a line per person, so that who lacks it can be told. */
    register: integer({ mode: 'boolean' }).notNull().default(true),
    /** Null where no fact on file decides it. */
    conditions: text({ mode: 'json' }).$type<Criterion[] | null>(),
    bands: text({ mode: 'json' }).$type<BenefitBand[]>().notNull().default([]),
  },
  (t) => [index('benefit_code').on(t.code)],
)

/** 待遇登记: what one person has of one benefit, from a day on, with the history kept. */
export const benefitPeriod = sqliteTable(
  'benefit_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    /** Code of the catalogue. */
    benefit: text().notNull(),
    state: text({ enum: codesOf(benefitStateLabel) }).notNull(),
    /** Yuan per payment; null where nobody wrote it down or it is a service. */
    amount: real(),
    certificateNo: text(),
    /** 类别 or 档次 within the benefit, in the office's words: A类, 二档. */
    level: text(),
    /** Why it is not held, or why it began as it did. */
    reason: text(),
    /** 停发原因. */
    endReason: text(),
    importId: integer(),
  },
  (t) => [
    index('benefit_period_recipient').on(t.recipientId),
    index('benefit_period_benefit').on(t.benefit),
  ],
)

/** 一卡通: into whose account a person's benefits are paid. */
export const paymentAccount = sqliteTable(
  'payment_account',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    account: text().notNull(),
    /** Null: the person's own. */
    holder: text(),
    holderRelation: text(),
    bank: text(),
    importId: integer(),
  },
  (t) => [index('payment_account_recipient').on(t.recipientId)],
)
