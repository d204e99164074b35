import { z } from 'zod'
import { codesOf, riskLevelLabel } from '../domain/vocabulary'
import { filing, health, person, score } from './assessments'
import { artifact } from './documents'
import { day, id, optionalText, reason } from './fields'
import { op, sensitive } from './op'

const riskLevel = z.enum(codesOf(riskLevelLabel))

const factor = {
  code: z.string().min(1).max(40),
  title: z.string().trim().min(1, '请填写名称').max(40),
  weight: z.number().int().min(0, '权重不能小于 0').max(20, '权重最多 20'),
}
const riskScheme = z.strictObject({
  from: day,
  to: day.nullable(),
  factors: z.array(z.strictObject(factor)).min(1, '至少要有一项').max(40),
  highFrom: z.number().int().min(1),
  keyFrom: z.number().int().min(1),
})

const riskInput = {
  ...filing,
  answers: z
    .array(z.strictObject({ code: factor.code, holds: z.boolean(), note: optionalText(200) }))
    .max(40),
  finalLevel: riskLevel.nullish(),
}

const riskReviewShape = z.object({
  id: z.number(),
  revision: z.number(),
  recipientId: z.number(),
  date: z.string(),
  enteredAt: z.string(),
  assessors: z.array(z.string()),
  answers: z.array(
    z.object({
      ...factor,
      holds: sensitive(z.boolean().nullable(), 'health'),
      note: sensitive(health, 'health'),
    }),
  ),
  score,
  computedLevel: riskLevel,
  finalLevel: riskLevel,
  reasons: sensitive(z.array(z.string()), 'health'),
  finalReason: sensitive(health, 'health'),
  nextDue: z.string().nullable(),
  note: sensitive(health, 'health'),
})
export type RiskReviewRecord = z.output<typeof riskReviewShape>

const riskRecorded = z.object({
  id: z.number(),
  score: z.number(),
  computedLevel: riskLevel,
  finalLevel: riskLevel,
  nextDue: z.string().nullable(),
})

export const riskReviewsContract = {
  /** A form to fill: the factors in force, and what the person's file suggests for each. */
  'riskReviews.form': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ recipientId: id, date: day.optional() }),
    output: z.object({
      person,
      scheme: riskScheme,
      suggestions: z.array(
        z.object({
          code: z.string(),
          /** Null where the file says nothing and somebody must ask. */
          holds: sensitive(z.boolean().nullable(), 'health'),
          note: sensitive(health, 'health'),
        }),
      ),
      last: riskReviewShape.nullable(),
    }),
  }),
  'riskReviews.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ recipientId: id }),
    output: z.array(riskReviewShape),
  }),
  /** Files the review and gives the person its level from that day on. */
  'riskReviews.record': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ recipientId: id, ...riskInput }),
    output: riskRecorded,
  }),
  'riskReviews.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 风险评估表 as Word forms, one file, each from a new sheet. */
  'riskReviews.papers': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ ids: z.array(id).min(1, '请选择风险评估').max(500) }),
    output: artifact,
  }),
  'riskReviews.schemes': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    /** Oldest first; the program's own comes before any of the office's. */
    output: z.array(riskScheme),
  }),
  /** The office's own factors and weights from a day on; reviews already filed stay. */
  'riskReviews.saveScheme': op({
    kind: 'command',
    right: 'rules.write',
    input: riskScheme.omit({ to: true }),
    output: z.object({}),
  }),
} as const
