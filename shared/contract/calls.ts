import { z } from 'zod'
import { callResultLabel } from '../domain/calls/vocabulary'
import { checkBlockLabel, checkMarkLabel, codesOf } from '../domain/vocabulary'
import { standingShape } from './compliance'
import { followUp } from './contacts'
import { day, dictionaryCode, id, optionalText, reason } from './fields'
import { op, sensitive } from './op'

const result = z.enum(codesOf(callResultLabel))

const attempt = z.object({
  id,
  day: z.string(),
  result,
  againOn: z.string().nullable(),
  note: sensitive(z.string().nullable(), 'health'),
  /** Who was called where it was not the person. */
  called: z.string().nullable(),
})

export const callRow = z.object({
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  phones: sensitive(z.array(z.string()), 'phone'),
  helpers: z.array(z.object({ id, name: z.string() })),
  family: z.array(
    z.object({
      id,
      name: z.string(),
      relation: dictionaryCode('relation').nullable(),
      phones: sensitive(z.array(z.string()), 'phone'),
    }),
  ),
  state: z.enum(['overdue', 'due', 'again']),
  /** The duties a call can meet that are due or overdue. */
  standings: z.array(standingShape),
  /** Attempts since the last contact. */
  tries: z.number().int(),
  last: attempt.nullable(),
  againOn: z.string().nullable(),
})

/** 电话名单: whom to call today, and what came of each call. */
export const callsContract = {
  'calls.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      villageId: id.optional(),
      /** 0 finds those without a helper. */
      helperId: z.number().int().min(0).optional(),
      state: z.enum(['overdue', 'due', 'again']).optional(),
      limit: z.number().int().min(1).max(10_000).default(300),
    }),
    output: z.object({ rows: z.array(callRow), total: z.number().int() }),
  }),
  /** One attempt; where it was answered, the contact it made is registered with it. */
  'calls.record': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({
      recipientId: id,
      /** A son or daughter who was called: counts as 联系子女. */
      familyMemberId: id.nullable().default(null),
      result,
      againOn: day.nullable().default(null),
      note: optionalText(1000),
      helperId: id.nullable().default(null),
      checks: z
        .partialRecord(z.enum(codesOf(checkBlockLabel)), z.enum(codesOf(checkMarkLabel)))
        .nullable()
        .default(null),
      problem: optionalText(1000),
      followUp,
    }),
    output: z.object({ id, contactId: id.nullable() }),
  }),
  'calls.ofRecipient': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ recipientId: id }),
    output: z.array(attempt),
  }),
  /** Takes back an attempt typed by mistake, with the contact it made. */
  'calls.void': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
