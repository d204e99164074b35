import { z } from 'zod'
import { needMachine } from '../domain/needs/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  needSourceLabel,
  urgencyLabel,
} from '../domain/needs/vocabulary'
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

const kind = z.enum(codesOf(needLedgerKindLabel))
const urgency = z.enum(codesOf(urgencyLabel))
const level = z.enum(codesOf(needLevelLabel))
const source = z.enum(codesOf(needSourceLabel))
/** 元 */
const cost = z.number().min(0, '金额不能是负数').max(10_000_000, '金额太大').nullable()

export const needRow = z.object({
  ...caseRow(needMachine),
  kind,
  content: sensitive(z.string(), 'health'),
  urgency,
  level,
  source,
  contactId: id.nullable(),
  cost,
  result: sensitive(z.string().nullable(), 'health'),
})
export type NeedRow = z.output<typeof needRow>

const filter = z.strictObject({
  ...caseFilter(needMachine),
  kind: kind.optional(),
  urgency: urgency.optional(),
  level: level.optional(),
})

const content = z.string().trim().min(1, '请写明需要什么').max(1000, '最多 1000 字')
const facts = {
  kind,
  content,
  urgency: urgency.default('normal'),
  /** By when it should be solved. */
  dueOn: day.nullable().default(null),
}

export const needsContract = {
  'needs.list': op({
    kind: 'query',
    right: 'needs.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(needRow),
  }),
  'needs.summary': op({
    kind: 'query',
    right: 'needs.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(needMachine),
  }),
  'needs.file': op({
    kind: 'query',
    right: 'needs.read',
    input: z.strictObject({ id }),
    output: needRow.extend(caseFile(needMachine.moves)),
  }),
  /** Opens a need of one person; with somebody responsible it is assigned at once. */
  'needs.open': op({
    kind: 'command',
    right: 'needs.write',
    input: z.strictObject({
      recipientId: id,
      ...facts,
      openedOn: day,
      source: source.default('own'),
      /** The visit on which it was found. */
      contactId: id.nullable().default(null),
      ...responsibleInput,
    }),
    output: z.object({ id }),
  }),
  'needs.update': op({
    kind: 'command',
    right: 'needs.write',
    input: z.strictObject({ id, revision, ...facts, source, cost }),
    output: z.object({}),
  }),
  /** Makes one move of the machine, with its dated step. */
  'needs.move': op({
    kind: 'command',
    right: 'needs.write',
    input: z.strictObject({
      ...moveInput(needMachine.moves),
      /** 分派: to a helper on file, or to a department or name; by when. */
      assigneeId: id.nullable().default(null),
      assignee: optionalText(60),
      dueOn: day.nullish(),
      /** 办结: what it cost. */
      cost: cost.optional(),
    }),
    output: z.object({}),
  }),
  /** Assigns several at once, all or none. */
  'needs.assignMany': op({
    kind: 'command',
    right: 'needs.write',
    input: z.strictObject({
      needs: z.array(z.strictObject({ id, revision })).min(1, '请选择需求').max(500),
      assigneeId: id.nullable().default(null),
      assignee: optionalText(60),
      day,
      dueOn: day.nullish(),
      note: optionalText(1000),
    }),
    output: z.object({ assigned: z.number().int() }),
  }),
  'needs.void': op({
    kind: 'command',
    right: 'needs.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(500), reason }),
    output: z.object({}),
  }),
  /** The ledger as filtered, to Excel; no ID numbers or telephones stand in it. */
  'needs.export': op({
    kind: 'job',
    right: 'needs.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
} as const
