import { z } from 'zod'
import { outingMachine } from '../domain/outings/machine'
import { factsChoiceLabel, reportChannelLabel, reporterLabel } from '../domain/outings/vocabulary'
import { absenceScopeLabel, codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, dictionaryCode, id, optionalText, partialDate, reason, revision } from './fields'
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

const text = z.string().nullable()
const reporter = z.enum(codesOf(reporterLabel))
const channel = z.enum(codesOf(reportChannelLabel))

export const outingRow = z.object({
  ...caseRow(outingMachine),
  familyMemberId: id,
  /** Who went out, and what they are to the person. */
  memberName: z.string(),
  memberRelation: text,
  memberPhones: sensitive(z.array(z.string()), 'phone'),
  place: text,
  scope: z.enum(codesOf(absenceScopeLabel)),
  reason: text,
  since: text,
  expectedReturn: text,
  reporter,
  channel,
  carerPhone: sensitive(text, 'phone'),
  returnedOn: text,
})
export type OutingRow = z.output<typeof outingRow>

const filter = z.strictObject({
  ...caseFilter(outingMachine),
  /** Still away and expected back within so many days. */
  returningWithin: z.number().int().min(0).max(366).optional(),
})

const facts = {
  place: optionalText(100),
  scope: z.enum(codesOf(absenceScopeLabel)),
  reason: dictionaryCode('absenceReason').nullable().default(null),
  since: partialDate.nullable().default(null),
  expectedReturn: optionalText(40),
  /** The day the return is expected; past it without a word the report is overdue. */
  dueOn: day.nullable().default(null),
  reporter,
  channel,
  carerPhone: optionalText(40),
  /** Who looks after the person meanwhile: a helper on file, or a name as written. */
  ...responsibleInput,
}

/** 外出报告: who of a family left, where to, until when, and who cares meanwhile. */
export const outingsContract = {
  'outings.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(outingRow),
  }),
  'outings.summary': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(outingMachine),
  }),
  'outings.file': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: outingRow.extend(caseFile(outingMachine.moves)),
  }),
  /** Keeps a report and, as agreed, writes it into the member's 外出情况 in the same act. */
  'outings.open': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      familyMemberId: id,
      ...facts,
      /** The day it was told. */
      openedOn: day,
      /** Who took it down. */
      by: optionalText(60),
      note: optionalText(1000),
      factsChoice: z.enum(codesOf(factsChoiceLabel)),
    }),
    output: z.object({ id }),
  }),
  /** What was told was written down wrongly; the member's 外出情况 stays. */
  'outings.update': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, revision, ...facts }),
    output: z.object({}),
  }),
  'outings.move': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      ...moveInput(outingMachine.moves),
      /** 登记返回: the first day at home again. */
      returnedOn: day.nullable().default(null),
      /** 推迟返回: the day the return is now expected. */
      until: day.nullable().default(null),
      /** Whether the member's 外出情况 follows. */
      updateFacts: z.boolean().default(true),
    }),
    output: z.object({}),
  }),
  'outings.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'outings.export': op({
    kind: 'job',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
} as const
