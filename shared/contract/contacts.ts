import { z } from 'zod'
import { checkBlockLabel, checkMarkLabel, codesOf, contactKindLabel } from '../domain/vocabulary'
import { id, optionalText, partialDate, reason, revision } from './fields'
import { op, sensitive } from './op'

const kind = z.enum(codesOf(contactKindLabel))
const checks = z.partialRecord(z.enum(codesOf(checkBlockLabel)), z.enum(codesOf(checkMarkLabel)))

/** What was found and done; the same for every person and day entered together. */
const findings = {
  kind,
  helperId: id.nullable().default(null),
  /** The visitor as written, where it is no helper on file. */
  visitor: optionalText(60),
  checks: checks.nullable().default(null),
  summary: optionalText(1000),
  problem: optionalText(1000),
  outcome: optionalText(1000),
}

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
})
export type ContactRow = z.output<typeof contactRow>

/** Where a list stopped: the next page begins after this record. */
const cursor = z.strictObject({ date: partialDate, id })

export const contactsContract = {
  'contacts.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      recipientId: id.optional(),
      helperId: id.optional(),
      villageId: id.optional(),
      kind: kind.optional(),
      /** `2026`, `2026-11`, or `--` for those whose year nobody wrote down. */
      within: z
        .string()
        .regex(/^(\d{4}(-\d{2})?|--)$/, '请写年份或年月，如 2026-11')
        .optional(),
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
      /** Said yes to “同一天已经登记过”. */
      allowSame: z.boolean().default(false),
    }),
    output: z.object({ ids: z.array(id) }),
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
