import { z } from 'zod'
import { vitalRanges } from '../domain/contacts/vitals'
import { hazardGradeLabel, hazardKindLabel } from '../domain/hazards/vocabulary'
import { needLedgerKindLabel, urgencyLabel } from '../domain/needs/vocabulary'
import { missedReasonLabel } from '../domain/visit-sheets/vocabulary'
import { checkBlockLabel, checkMarkLabel, codesOf, contactKindLabel } from '../domain/vocabulary'
import { day, id, optionalText, partialDate, reason, revision } from './fields'
import { op, sensitive } from './op'

const kind = z.enum(codesOf(contactKindLabel))
const checks = z.partialRecord(z.enum(codesOf(checkBlockLabel)), z.enum(codesOf(checkMarkLabel)))

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写法不对，如 09:30')
const measured = ([from, to]: readonly [number, number]) =>
  z.number().min(from, `不会小于 ${from}`).max(to, `不会大于 ${to}`).optional()
const vitals = z.strictObject({
  systolic: measured(vitalRanges.systolic),
  diastolic: measured(vitalRanges.diastolic),
  pulse: measured(vitalRanges.pulse),
  temperature: measured(vitalRanges.temperature),
  glucose: measured(vitalRanges.glucose),
})

/** The rest of the 走访记录表, which few papers fill in. */
const details = {
  startTime: time.nullable().default(null),
  endTime: time.nullable().default(null),
  vitals: vitals.nullable().default(null),
  childrenTold: optionalText(200),
  reportedTo: optionalText(200),
  revisitOn: day.nullable().default(null),
}

/** What was found and done; the same for every person and day entered together. */
const findings = {
  kind,
  helperId: id.nullable().default(null),
  /** The visitor as written, where it is no helper on file. */
  visitor: optionalText(60),
  checks: checks.nullable().default(null),
  summary: optionalText(1000),
  problem: optionalText(1000),
  /** 已采取措施. */
  outcome: optionalText(1000),
  ...details,
}

/**
 * 去向: what the found `problem` becomes in the same act, opened on the last of the days. A need or
 * a hazard and its kind, or an event that must be reported with a code of the office's own list.
 */
export const followUp = z
  .discriminatedUnion('ledger', [
    z.strictObject({
      ledger: z.literal('need'),
      kind: z.enum(codesOf(needLedgerKindLabel)),
      urgency: z.enum(codesOf(urgencyLabel)).default('normal'),
    }),
    z.strictObject({
      ledger: z.literal('hazard'),
      kind: z.enum(codesOf(hazardKindLabel)),
      grade: z.enum(codesOf(hazardGradeLabel)).default('minor'),
    }),
    z.strictObject({ ledger: z.literal('incident'), kind: z.string().min(1).max(30) }),
  ])
  .nullable()
  .default(null)

/** One line of an entry grid: one person, one kind, one or several days. */
const entryLine = z.strictObject({
  /** The line's own mark, made by whoever sends it: the same line sent again is not entered again. */
  key: z.string().min(8).max(60),
  recipientId: id,
  dates: z.array(partialDate).min(1, '请填写日期').max(62, '一次最多登记 62 天'),
  ...findings,
  /** Where no visitor is named: whoever helps the person now. */
  usualHelper: z.boolean().default(false),
  /** The line of the visit sheet that this answers. */
  visitSheetLineId: id.nullable().default(null),
  /** 未遇到: nobody was met, so no contact is counted; `summary` says more. */
  missed: z.enum(codesOf(missedReasonLabel)).nullable().default(null),
  followUp,
  /** Said yes to “同一天已经登记过”. */
  allowSame: z.boolean().default(false),
})
export type EntryLine = z.output<typeof entryLine>
export type FollowUp = NonNullable<EntryLine['followUp']>

export const contactRow = z.object({
  id,
  revision,
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  kind,
  date: z.string(),
  /** When it was typed in, UTC. */
  enteredAt: z.string(),
  /** Days between doing and typing, where the day is known in full. */
  lateDays: z.number().int().nullable(),
  helperId: id.nullable(),
  helperName: z.string().nullable(),
  visitor: z.string().nullable(),
  checks: checks.nullable(),
  summary: sensitive(z.string().nullable(), 'health'),
  problem: sensitive(z.string().nullable(), 'health'),
  outcome: sensitive(z.string().nullable(), 'health'),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  vitals: sensitive(vitals.nullable(), 'health'),
  childrenTold: sensitive(z.string().nullable(), 'health'),
  reportedTo: sensitive(z.string().nullable(), 'health'),
  revisitOn: z.string().nullable(),
})
export type ContactRow = z.output<typeof contactRow>

/** Where a list stopped: the next page begins after this record. */
const cursor = z.strictObject({ date: partialDate, id })

/** Which contacts a list shows and its papers print. */
export const contactQuestion = z.strictObject({
  recipientId: id.optional(),
  helperId: id.optional(),
  villageId: id.optional(),
  kind: kind.optional(),
  /** `2026`, `2026-11`, or `--` for those whose year nobody wrote down. */
  within: z
    .string()
    .regex(/^(\d{4}(-\d{2})?|--)$/, '请写年份或年月，如 2026-11')
    .optional(),
})
export type ContactQuestion = z.output<typeof contactQuestion>

export const contactsContract = {
  'contacts.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: contactQuestion.extend({
      after: cursor.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(contactRow), next: cursor.nullable() }),
  }),
  /** One form, one or several people, one or several dates: a record for each of them. */
  'contacts.record': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({
      recipientIds: z.array(id).min(1, '请选择关爱对象').max(500),
      dates: z.array(partialDate).min(1, '请填写日期').max(62, '一次最多登记 62 天'),
      ...findings,
      /** Opened once, for the first person named. */
      followUp,
      /** Said yes to “同一天已经登记过”. */
      allowSame: z.boolean().default(false),
    }),
    output: z.object({ ids: z.array(id) }),
  }),
  /** A grid: every good line is registered, every other one comes back with its reason. */
  'contacts.recordLines': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ lines: z.array(entryLine).min(1).max(300) }),
    output: z.object({
      registered: z.array(
        z.object({
          key: z.string(),
          /** Of the contacts; of the 未遇到 records where nobody was met. */
          ids: z.array(id),
          /** Sent before: nothing was written this time. */
          already: z.boolean(),
        }),
      ),
      refused: z.array(
        z.object({
          key: z.string(),
          /** Which cell is wrong. */
          field: z.enum(['recipientId', 'dates', 'helperId', 'visitSheetLineId', 'followUp']),
          message: z.string(),
          /** May be sent again with `allowSame`. */
          same: z.boolean(),
        }),
      ),
    }),
  }),
  /** 未遇到: who went or called in vain, latest first. */
  'contacts.missed': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      recipientId: id.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(
      z.object({
        id,
        recipientId: id,
        recipientName: z.string(),
        kind,
        date: z.string(),
        reason: z.enum(codesOf(missedReasonLabel)),
        note: sensitive(z.string().nullable(), 'health'),
        visitor: z.string().nullable(),
      }),
    ),
  }),
  'contacts.update': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, revision, date: partialDate, ...findings }),
    output: z.object({}),
  }),
  'contacts.void': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(500), reason }),
    output: z.object({}),
  }),
} as const
