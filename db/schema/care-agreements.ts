import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { agreementMachine } from '@shared/domain/care-agreements/machine'
import type { AppraisalScores } from '@shared/domain/care-agreements/appraisal'
import { agreementKindLabel } from '@shared/domain/care-agreements/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { caseColumns, caseIndexes } from './ledgers'
import { recordColumns } from './record'
import { recipient } from './recipients'

/**
 * 照料协议 about one person, from the draft to its end. `dueOn` is the last day of the term; the
 * carer is the helper or name that is responsible for the case.
 */
export const careAgreement = sqliteTable(
  'care_agreement',
  {
    ...caseColumns(agreementMachine),
    kind: text({ enum: codesOf(agreementKindLabel) }).notNull(),
    /** 委托人: who entrusts, and what they are to the person. */
    entrustor: text(),
    entrustorRelation: text(),
    entrustorPhone: text(),
    carerRelation: text(),
    carerPhone: text(),
    /** 照料内容. */
    duties: text().notNull(),
    /** 费用, in the words of the agreement: 每月 600 元，月底付. */
    pay: text(),
    healthChecks: text(),
    /** 紧急就医授权. */
    emergencyCare: integer({ mode: 'boolean' }).notNull().default(true),
    further: text(),
    signedOn: text(),
    /** First day of the term in force. */
    termFrom: text(),
    endReason: text(),
  },
  (t) => caseIndexes('care_agreement', t),
)

/** 照料人考核: one month or quarter of a carer's work under an agreement. */
export const carerAppraisal = sqliteTable(
  'carer_appraisal',
  {
    ...recordColumns(),
    agreementId: integer()
      .notNull()
      .references(() => careAgreement.id),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    /** `2026-10` or `2026-Q3`. */
    period: text().notNull(),
    day: text().notNull(),
    by: text(),
    scores: text({ mode: 'json' }).$type<AppraisalScores>().notNull(),
    total: integer().notNull(),
    note: text(),
  },
  (t) => [
    index('carer_appraisal_agreement').on(t.agreementId, t.period),
    index('carer_appraisal_recipient').on(t.recipientId),
  ],
)
