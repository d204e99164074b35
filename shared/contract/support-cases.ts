import { z } from 'zod'
import { alertLabel } from '../domain/alerts'
import { supportCaseMachine } from '../domain/support-cases/machine'
import { disputeKindLabel, disputeOutcomeLabel } from '../domain/support-cases/vocabulary'
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

const kind = z.enum(codesOf(disputeKindLabel))
const outcome = z.enum(codesOf(disputeOutcomeLabel))

export const supportCaseRow = z.object({
  ...caseRow(supportCaseMachine),
  kind,
  /** Who defaults, or the other side. */
  supporter: z.string(),
  familyMemberId: id.nullable(),
  content: z.string(),
  claim: z.string().nullable(),
  outcome: outcome.nullable(),
  result: z.string().nullable(),
})
export type SupportCaseRow = z.output<typeof supportCaseRow>

const filter = z.strictObject({
  ...caseFilter(supportCaseMachine),
  kind: kind.optional(),
})

const facts = {
  kind: kind.default('support'),
  supporter: z.string().trim().min(1, '请写明是哪一位赡养人或对方').max(60),
  familyMemberId: id.nullable().default(null),
  content: z.string().trim().min(1, '请写明没有履行什么、争的是什么').max(1000, '最多 1000 字'),
  claim: optionalText(500),
  dueOn: day.nullable().default(null),
}

const alert = z.object({
  kind: z.enum(codesOf(alertLabel)),
  reason: sensitive(z.string(), 'health'),
})

export const supportCasesContract = {
  'supportCases.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(supportCaseRow),
  }),
  'supportCases.summary': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(supportCaseMachine),
  }),
  'supportCases.file': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: supportCaseRow.extend(caseFile(supportCaseMachine.moves)),
  }),
  'supportCases.open': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ recipientId: id, ...facts, openedOn: day, ...responsibleInput }),
    output: z.object({ id }),
  }),
  'supportCases.update': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, revision, ...facts, ...responsibleInput }),
    output: z.object({}),
  }),
  /** 督促 → 调解 → 报镇 → 法律援助 → 起诉: one move with its day, doer and outcome. */
  'supportCases.move': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      ...moveInput(supportCaseMachine.moves),
      /** 已解决: what brought it about. */
      outcome: outcome.nullable().default(null),
    }),
    output: z.object({}),
  }),
  'supportCases.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'supportCases.export': op({
    kind: 'job',
    right: 'recipients.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
  /** 预警: 独居失能 and open defaults of support, one line per person, by village. */
  'alerts.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      villageId: id.optional(),
      recipientId: id.optional(),
      kind: z.enum(codesOf(alertLabel)).optional(),
    }),
    output: z.array(
      z.object({
        recipientId: id,
        name: z.string(),
        age: z.string().nullable(),
        villageName: z.string(),
        villageGroupName: z.string(),
        helpers: z.array(z.string()),
        alerts: z.array(alert),
        /** The open case of default, where there is one. */
        supportCaseId: id.nullable(),
      }),
    ),
  }),
} as const
