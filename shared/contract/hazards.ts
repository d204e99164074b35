import { z } from 'zod'
import { hazardMachine } from '../domain/hazards/machine'
import { hazardGradeLabel, hazardKindLabel, hazardSourceLabel } from '../domain/hazards/vocabulary'
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
  stepInput,
} from './ledgers'
import { op } from './op'

const kind = z.enum(codesOf(hazardKindLabel))
const grade = z.enum(codesOf(hazardGradeLabel))
const source = z.enum(codesOf(hazardSourceLabel))
/** 元 */
const cost = z.number().min(0, '金额不能是负数').max(10_000_000, '金额太大').nullable()
const text = z.string().nullable()

export const hazardRow = z.object({
  ...caseRow(hazardMachine),
  kind,
  grade,
  content: z.string(),
  source,
  contactId: id.nullable(),
  foundBy: text,
  measure: text,
  cost,
  result: text,
})
export type HazardRow = z.output<typeof hazardRow>

const filter = z.strictObject({
  ...caseFilter(hazardMachine),
  kind: kind.optional(),
  grade: grade.optional(),
  source: source.optional(),
  /** Of this person's home: their own and those in the file of their husband or wife. */
  householdOf: id.optional(),
  /** Only open ones that cannot wait: grave, or past their day. */
  pressing: z.boolean().optional(),
})

const facts = {
  kind,
  grade: grade.default('minor'),
  content: z.string().trim().min(1, '请写明是什么隐患').max(1000, '最多 1000 字'),
  foundBy: optionalText(60),
  /** 整改措施. */
  measure: optionalText(1000),
  /** By when it has to be mended, or looked at again once it is. */
  dueOn: day.nullable().default(null),
}

/** One move of the machine, with its dated step and what it changes of the hazard. */
const acting = {
  move: moveInput(hazardMachine.moves).move,
  ...stepInput,
  /** 告知并安排整改: to a helper on file, or to a department or name; what is to be done. */
  assigneeId: id.nullable().default(null),
  assignee: optionalText(60),
  measure: optionalText(1000),
  /** The day of what comes next: mended by, looked at again, mended anew. */
  dueOn: day.nullish(),
  /** 整改完成: what it cost. */
  cost: cost.optional(),
}

export const hazardsContract = {
  'hazards.list': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(hazardRow),
  }),
  'hazards.summary': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(hazardMachine),
  }),
  'hazards.file': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ id }),
    output: hazardRow.extend(caseFile(hazardMachine.moves)),
  }),
  /** Writes down a hazard on the day it was looked at; with somebody to mend it it is told at once. */
  'hazards.open': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      recipientId: id,
      ...facts,
      openedOn: day,
      source: source.default('inspection'),
      /** The visit on which it was found. */
      contactId: id.nullable().default(null),
      ...responsibleInput,
    }),
    output: z.object({ id }),
  }),
  'hazards.update': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, revision, ...facts, source, cost }),
    output: z.object({}),
  }),
  'hazards.move': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, revision, ...acting }),
    output: z.object({}),
  }),
  /** The same move for several at once, all or none: a round of re-checks, one electrician for all. */
  'hazards.moveMany': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      hazards: z.array(z.strictObject({ id, revision })).min(1, '请选择隐患').max(500),
      ...acting,
    }),
    output: z.object({ moved: z.number().int() }),
  }),
  'hazards.void': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(500), reason }),
    output: z.object({}),
  }),
  /** The ledger as filtered, to Excel; no ID numbers or telephones stand in it. */
  'hazards.export': op({
    kind: 'job',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
} as const
