import { z } from 'zod'
import { scaleLabel } from '../domain/assessments/scale'
import { dueStates } from '../domain/assessments/due'
import { assessmentReasonLabel, assessmentSourceLabel, codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

const scale = z.enum(codesOf(scaleLabel))
const version = z.string().min(1).max(40)
const points = z.record(z.string(), z.number().int())
const reviewKind = z.enum([...codesOf(scaleLabel), 'riskReview'])

/** What every finding is filed with, whether by a scale or a risk review. */
export const filing = {
  date: day,
  assessors: z.array(z.string().trim().min(1).max(40)).max(6, '最多 6 名评估人').default([]),
  /** Why the final level is not the computed one; asked only then. */
  finalReason: optionalText(200),
  /** Left out: by the rules in force. Null: need not be done again. */
  nextDue: day.nullish(),
  note: optionalText(1000),
}

const assessmentInput = {
  ...filing,
  reason: z.enum(codesOf(assessmentReasonLabel)),
  source: z.enum(codesOf(assessmentSourceLabel)),
  /** Points by item code; what the scale asks and allows is checked by the scale. */
  answers: points,
  /** The questions after the items, by code. */
  changes: z.record(z.string(), z.boolean()).default({}),
  /** Left out: as computed. */
  finalLevel: z.string().max(40).nullish(),
}

// Masking answers null for figures; see electron/core/masking.
export const health = z.string().nullable()
export const score = sensitive(z.number().nullable(), 'health')

/** What is shown of one assessment in a list of them. */
const assessmentBrief = z.object({
  id: z.number(),
  scale,
  version: z.string(),
  date: z.string(),
  score,
  finalLevel: sensitive(health, 'health'),
  /** The level in words, as its own version calls it. */
  levelLabel: sensitive(health, 'health'),
  nextDue: z.string().nullable(),
})

export const assessmentShape = assessmentBrief.extend({
  revision: z.number(),
  recipientId: z.number(),
  enteredAt: z.string(),
  reason: z.enum(codesOf(assessmentReasonLabel)),
  source: z.enum(codesOf(assessmentSourceLabel)),
  assessors: z.array(z.string()),
  answers: sensitive(points.nullable(), 'health'),
  changes: sensitive(z.record(z.string(), z.boolean()).nullable(), 'health'),
  subtotals: sensitive(points.nullable(), 'health'),
  computedLevel: sensitive(health, 'health'),
  /** Why the computed level is what it is, one sentence each. */
  reasons: sensitive(z.array(z.string()), 'health'),
  finalReason: sensitive(health, 'health'),
  note: sensitive(health, 'health'),
})
export type AssessmentRecord = z.output<typeof assessmentShape>

export const person = z.object({
  id: z.number(),
  name: z.string(),
  birthDate: z.string().nullable(),
  villageName: z.string(),
  villageGroupName: z.string(),
})

const recorded = z.object({
  id: z.number(),
  score: z.number(),
  computedLevel: z.string(),
  finalLevel: z.string(),
  nextDue: z.string().nullable(),
})

const dueRule = z.strictObject({
  kind: reviewKind,
  /** A level code; null is every level without a rule of its own. */
  level: z.string().max(40).nullable(),
  months: z.number().int().min(1, '至少 1 个月').max(60, '最多 60 个月'),
  from: day,
  to: day.nullable(),
})

export const dueReviewRow = z.object({
  recipientId: z.number(),
  name: z.string(),
  age: z.string().nullable(),
  villageName: z.string(),
  villageGroupName: z.string(),
  state: z.enum(dueStates),
  lastDate: z.string().nullable(),
  lastLevel: sensitive(health, 'health'),
  nextDue: z.string().nullable(),
  /** Days until it is due, negative once it is past; null for somebody never assessed. */
  daysLeft: z.number().nullable(),
})
export type DueReviewRow = z.output<typeof dueReviewRow>

export const assessmentsContract = {
  /** Every scale this program knows, in every version, and what this office uses. */
  'assessments.scales': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.object({
      scales: z.array(
        z.object({
          code: scale,
          version: z.string(),
          title: z.string(),
          versionTitle: z.string(),
          basis: z.string(),
          step: z.number(),
          groups: z.array(
            z.object({
              code: z.string(),
              title: z.string(),
              most: z.number(),
              items: z.array(
                z.object({
                  code: z.string(),
                  title: z.string(),
                  asks: z.string().optional(),
                  anchors: z.array(z.object({ points: z.number(), text: z.string() })),
                }),
              ),
            }),
          ),
          levels: z.array(z.object({ code: z.string(), label: z.string(), from: z.number() })),
          questions: z.array(z.object({ code: z.string(), ask: z.string() })),
        }),
      ),
      /** The version that new assessments are filled in by. */
      current: z.record(scale, z.string()),
      dueRules: z.array(dueRule),
    }),
  }),
  /** One person's assessments, newest first. */
  'assessments.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ recipientId: id, scale: scale.optional() }),
    output: z.array(assessmentShape),
  }),
  'assessments.get': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: z.object({
      person,
      assessment: assessmentShape,
      /** The one before by the same scale. */
      previous: assessmentShape.nullable(),
    }),
  }),
  /** Whose assessment or risk review is due: of people on file only. */
  'assessments.due': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      kind: reviewKind.default('gbt42195'),
      state: z.enum(dueStates).optional(),
      villageId: id.optional(),
      /** How many days ahead count as soon. */
      ahead: z.number().int().min(0).max(366).default(30),
    }),
    output: z.object({
      rows: z.array(dueReviewRow),
      counts: z.record(z.enum(dueStates), z.number()),
    }),
  }),
  'assessments.record': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      scale,
      /** Left out: the version the office uses. */
      version: version.optional(),
      ...assessmentInput,
    }),
    output: recorded,
  }),
  /** Corrects what was typed. Scale and version stay: another scale is another assessment. */
  'assessments.update': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, revision, ...assessmentInput }),
    output: recorded,
  }),
  'assessments.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 能力评估表 as Word forms, one file, each from a new sheet. */
  'assessments.papers': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ ids: z.array(id).min(1, '请选择评估').max(500) }),
    output: artifact,
  }),
  /** Which version new assessments are filled in by; old ones keep theirs. */
  'assessments.chooseVersion': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ scale, version }),
    output: z.object({}),
  }),
  /** Replaces 复评周期; due days already given stay. */
  'assessments.saveDueRules': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ rules: z.array(dueRule).max(200) }),
    output: z.object({}),
  }),
} as const
