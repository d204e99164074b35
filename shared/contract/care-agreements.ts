import { z } from 'zod'
import {
  appraisalGradeLabel,
  appraisalItems,
  appraisalPeriod,
  type AppraisalItem,
} from '../domain/care-agreements/appraisal'
import { agreementMachine } from '../domain/care-agreements/machine'
import { agreementKindLabel } from '../domain/care-agreements/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import {
  caseFile,
  caseFilter,
  casePage,
  caseRow,
  ledgerSummary,
  moveInput,
  pageOf,
  responsibleInput,
} from './ledgers'
import { op, sensitive } from './op'

const kind = z.enum(codesOf(agreementKindLabel))
const text = z.string().nullable()

export const agreementRow = z.object({
  ...caseRow(agreementMachine),
  kind,
  entrustor: text,
  entrustorRelation: text,
  entrustorPhone: sensitive(text, 'phone'),
  carerRelation: text,
  carerPhone: sensitive(text, 'phone'),
  duties: z.string(),
  pay: text,
  healthChecks: text,
  emergencyCare: z.boolean(),
  further: text,
  signedOn: text,
  termFrom: text,
  endReason: text,
})
export type AgreementRow = z.output<typeof agreementRow>

const filter = z.strictObject({
  ...caseFilter(agreementMachine),
  kind: kind.optional(),
  /** In force, and the term ends within so many days. */
  endingWithin: z.number().int().min(0).max(366).optional(),
  /** Only 特困 care in force whose carer nobody appraised for the last quarter that is over. */
  appraisalOwed: z.boolean().optional(),
})

const facts = {
  kind,
  entrustor: optionalText(60),
  entrustorRelation: optionalText(30),
  entrustorPhone: optionalText(40),
  carerRelation: optionalText(30),
  carerPhone: optionalText(40),
  duties: z.string().trim().min(1, '请写明照料内容').max(1000, '最多 1000 字'),
  pay: optionalText(200),
  healthChecks: optionalText(200),
  emergencyCare: z.boolean().default(true),
  further: optionalText(1000),
  /** The carer: a helper on file, or a name as written. */
  ...responsibleInput,
}

const scores = z.strictObject(
  Object.fromEntries(
    Object.entries(appraisalItems).map(([item, { label, most }]) => [
      item,
      z.number().int().min(0, `${label}不能是负数`).max(most, `${label}最多 ${most} 分`),
    ]),
  ) as Record<AppraisalItem, z.ZodNumber>,
)

const appraisal = z.object({
  id,
  period: z.string(),
  day: z.string(),
  by: text,
  scores,
  total: z.number().int(),
  grade: z.enum(codesOf(appraisalGradeLabel)),
  note: text,
})

/** 照料协议: entrusted care, care of 特困 people at home, and care within the family. */
export const careAgreementsContract = {
  'careAgreements.list': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(agreementRow),
  }),
  'careAgreements.summary': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(agreementMachine),
  }),
  'careAgreements.file': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ id }),
    output: agreementRow.extend({
      ...caseFile(agreementMachine.moves),
      appraisals: z.array(appraisal),
    }),
  }),
  'careAgreements.open': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ recipientId: id, ...facts, openedOn: day }),
    output: z.object({ id }),
  }),
  'careAgreements.update': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, revision, ...facts }),
    output: z.object({}),
  }),
  /** 签订 → 报备 → 续签 → 终止. */
  'careAgreements.move': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      ...moveInput(agreementMachine.moves),
      /** 签订、续签: the last day of the term, and that the person agrees. */
      until: day.nullable().default(null),
      willing: z.boolean().default(false),
    }),
    output: z.object({}),
  }),
  'careAgreements.void': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'careAgreements.export': op({
    kind: 'job',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
  /** The agreements as Word forms, in one file of each kind. */
  'careAgreements.paper': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ ids: z.array(id).min(1, '请选择协议').max(200) }),
    output: artifact,
  }),
  'careAgreements.appraise': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      agreementId: id,
      period: z.string().regex(appraisalPeriod, '写成 2026-10 或 2026-Q3'),
      day,
      by: optionalText(60),
      scores,
      note: optionalText(500),
    }),
    output: z.object({ id, total: z.number().int() }),
  }),
  'careAgreements.voidAppraisal': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
