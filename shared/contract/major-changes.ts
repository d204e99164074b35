import { z } from 'zod'
import { majorChangeLabel } from '../domain/cadence/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { day, id, optionalText, reason } from './fields'
import { op, sensitive } from './op'

const kind = z.enum(codesOf(majorChangeLabel))

export const majorChangesContract = {
  /** 重大变化, latest first: those read off the files and those recorded by hand. */
  'majorChanges.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      recipientId: id.optional(),
      /** Only those of this day and later. */
      since: day.optional(),
    }),
    output: z.array(
      z.object({
        recipientId: id,
        recipientName: z.string(),
        villageName: z.string().nullable(),
        date: z.string(),
        kind,
        /** Of one recorded by hand, which alone can be taken back. */
        id: id.nullable(),
        note: sensitive(z.string().nullable(), 'health'),
      }),
    ),
  }),
  'majorChanges.record': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ recipientId: id, date: day, kind, note: optionalText(200) }),
    output: z.object({ id }),
  }),
  'majorChanges.void': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
