import { z } from 'zod'
import { incidentMachine } from '../domain/incidents/machine'
import { stepOutcomeLabel } from '../domain/ledgers/steps'
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
  time,
} from './ledgers'
import { op, sensitive } from './op'

const text = z.string().nullable()
const code = z.string().trim().min(1, '请填写').max(30, '最多 30 字')

/** What must be reported, to whom and how fast, as the office set it. */
export const incidentProtocol = z.strictObject({
  kinds: z
    .array(z.strictObject({ code, label: code }))
    .min(1, '至少留一种')
    .max(40),
  duties: z
    .array(
      z.strictObject({
        step: code,
        label: code,
        /** Hours from the discovery. */
        withinHours: z.number().min(0.25, '至少 0.25 小时').max(720, '最多 720 小时'),
        /** Only for these kinds; null is every kind. */
        kinds: z.array(code).max(40).nullable(),
        /** Asked for a child under 14 whatever the kind. */
        forChildren: z.boolean(),
      }),
    )
    .min(1, '至少留一步')
    .max(30),
})

const dutyStanding = z.object({
  step: z.string(),
  label: z.string(),
  withinHours: z.number(),
  /** `YYYY-MM-DDTHH:MM` on the office's clock. */
  deadline: z.string(),
  state: z.enum(['done', 'late', 'skipped', 'pending', 'overdue']),
})

export const incidentRow = z.object({
  ...caseRow(incidentMachine),
  kind: z.string(),
  kindLabel: z.string(),
  discoveredAt: text,
  discoveredBy: text,
  place: text,
  situation: sensitive(z.string(), 'health'),
  result: sensitive(text, 'health'),
  /** Duties still to be done, and those of them past their hour. */
  pendingDuties: z.number().int(),
  missedDuties: z.array(z.string()),
  nextDeadline: text,
})
export type IncidentRow = z.output<typeof incidentRow>

const filter = z.strictObject({ ...caseFilter(incidentMachine), kind: code.optional() })

const situation = z.string().trim().min(1, '请写明情况').max(2000, '最多 2000 字')
const facts = {
  kind: code,
  openedOn: day,
  discoveredAt: time,
  discoveredBy: optionalText(60),
  place: optionalText(100),
  situation,
  ...responsibleInput,
}

export const incidentsContract = {
  'incidents.protocol': op({
    kind: 'query',
    right: 'incidents.read',
    input: z.strictObject({}),
    output: incidentProtocol,
  }),
  /** Holds for incidents opened from now on; those on file keep the deadlines they had. */
  'incidents.setProtocol': op({
    kind: 'command',
    right: 'rules.write',
    input: incidentProtocol,
    output: z.object({}),
  }),
  'incidents.list': op({
    kind: 'query',
    right: 'incidents.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(incidentRow),
  }),
  'incidents.summary': op({
    kind: 'query',
    right: 'incidents.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(incidentMachine),
  }),
  /** For the home page: every open incident, those with a missed step first. */
  'incidents.pressing': op({
    kind: 'query',
    right: 'incidents.read',
    input: z.strictObject({ limit: z.number().int().min(1).max(200).default(20) }),
    output: z.object({
      open: z.number().int(),
      /** Open ones with a step past its hour. */
      missed: z.number().int(),
      rows: z.array(incidentRow),
    }),
  }),
  'incidents.file': op({
    kind: 'query',
    right: 'incidents.read',
    input: z.strictObject({ id }),
    output: incidentRow.extend({
      ...caseFile(incidentMachine.moves),
      duties: z.array(dutyStanding),
    }),
  }),
  'incidents.open': op({
    kind: 'command',
    right: 'incidents.write',
    input: z.strictObject({ recipientId: id, ...facts }),
    output: z.object({ id }),
  }),
  /** A duty done or found needless (with the reason), or `progress`. */
  'incidents.recordStep': op({
    kind: 'command',
    right: 'incidents.write',
    input: z.strictObject({
      id,
      step: code,
      outcome: z.enum(codesOf(stepOutcomeLabel)).default('done'),
      ...stepInput,
    }),
    output: z.object({ stepId: id }),
  }),
  /** Changes facts of an incident; what was and why stands in its trail. */
  'incidents.correct': op({
    kind: 'command',
    right: 'incidents.write',
    input: z.strictObject({ id, revision, ...facts, reason }),
    output: z.object({}),
  }),
  /** Changes a step; what was and why stands in the trail. */
  'incidents.correctStep': op({
    kind: 'command',
    right: 'incidents.write',
    input: z.strictObject({ stepId: id, revision, ...stepInput, reason }),
    output: z.object({}),
  }),
  'incidents.move': op({
    kind: 'command',
    right: 'incidents.write',
    input: z.strictObject(moveInput(incidentMachine.moves)),
    output: z.object({}),
  }),
  'incidents.export': op({
    kind: 'job',
    right: 'incidents.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
  /** 强制报告 in Word, as the trail stands now. */
  'incidents.report': op({
    kind: 'job',
    right: 'incidents.write',
    input: z.strictObject({ id }),
    output: artifact.extend({ missing: z.array(z.string()) }),
  }),
} as const
