import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { scaleLabel, type Answers, type Changes } from '@shared/domain/assessments/scale'
import type { RiskAnswer } from '@shared/domain/assessments/risk-review'
import {
  assessmentReasonLabel,
  assessmentSourceLabel,
  codesOf,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import { recordColumns } from './record'
import { recipient } from './recipients'

/** What a person was found to be on a day, by whom, and when to look again. */
const findingColumns = () => ({
  ...recordColumns(),
  recipientId: integer()
    .notNull()
    .references(() => recipient.id),
  /** The day it was done. */
  date: text().notNull(),
  /** When it was typed in: late entry is welcome and visible. */
  enteredAt: text().notNull(),
  assessors: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  score: integer().notNull(),
  /** Why `finalLevel` is not the computed one; null where they are the same. */
  finalReason: text(),
  /** Null where it need not be done again. */
  nextDue: text(),
  note: text(),
  importId: integer(),
})

/**
 * 能力评估 by a scale in one version. Score and levels are kept as found on that day: a later
 * version or rule never works them out again.
 */
export const assessment = sqliteTable(
  'assessment',
  {
    ...findingColumns(),
    scale: text({ enum: codesOf(scaleLabel) }).notNull(),
    version: text().notNull(),
    reason: text({ enum: codesOf(assessmentReasonLabel) }).notNull(),
    source: text({ enum: codesOf(assessmentSourceLabel) }).notNull(),
    /** Points by item. */
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    /** The questions after the items, yes or no. */
    changes: text({ mode: 'json' }).$type<Changes>().notNull(),
    subtotals: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** Level codes of the scale's version. */
    computedLevel: text().notNull(),
    finalLevel: text().notNull(),
  },
  (t) => [index('assessment_recipient').on(t.recipientId, t.date)],
)

/** 风险评估: the factors with the weights of their day; its level is kept as a risk period too. */
export const riskReview = sqliteTable(
  'risk_review',
  {
    ...findingColumns(),
    answers: text({ mode: 'json' }).$type<RiskAnswer[]>().notNull(),
    computedLevel: text({ enum: codesOf(riskLevelLabel) }).notNull(),
    finalLevel: text({ enum: codesOf(riskLevelLabel) }).notNull(),
    riskPeriodId: integer().notNull(),
  },
  (t) => [index('risk_review_recipient').on(t.recipientId, t.date)],
)
