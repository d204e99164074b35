import { z } from 'zod'
import { categoryLabel, codesOf, contactKindLabel, riskLevelLabel } from '../domain/vocabulary'
import { warningKindLabel } from '../domain/warnings/vocabulary'
import { day, id, optionalText, reason } from './fields'
import { op, sensitive } from './op'

const kind = z.enum(codesOf(warningKindLabel))

export const warningCriteria = z.strictObject({
  categories: z.array(z.enum(codesOf(categoryLabel))).max(40),
  riskLevels: z.array(z.enum(codesOf(riskLevelLabel))).max(5),
  hazardZone: z.boolean(),
  unsafeHousing: z.boolean(),
})

const warned = {
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  phones: sensitive(z.array(z.string()), 'phone'),
  helpers: z.array(z.object({ id, name: z.string() })),
}

/** 预警告知: weather and fraud warnings switched on by hand, with a contact owed to each person. */
export const warningsContract = {
  'warnings.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id,
        kind,
        day: z.string(),
        note: z.string().nullable(),
        people: z.number().int(),
        /** Of them, how many somebody has reached since. */
        reached: z.number().int(),
      }),
    ),
  }),
  /** Whom the criteria would warn today, and why each of them. */
  'warnings.atRisk': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ criteria: warningCriteria }),
    output: z.object({
      rows: z.array(z.object({ ...warned, reasons: sensitive(z.array(z.string()), 'health') })),
      /** Whether a rule in force asks for a contact by the day after. */
      ruleInForce: z.boolean(),
    }),
  }),
  'warnings.raise': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({
      kind,
      day,
      recipientIds: z.array(id).min(1, '请至少选一个人').max(10_000),
      note: optionalText(300),
    }),
    output: z.object({ id, people: z.number().int() }),
  }),
  'warnings.file': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ id }),
    output: z.object({
      id,
      kind,
      day: z.string(),
      note: z.string().nullable(),
      people: z.array(
        z.object({
          ...warned,
          /** The first contact on the day or later; null: nobody reached them yet. */
          reached: z
            .object({
              date: z.string(),
              kind: z.enum(codesOf(contactKindLabel)),
              by: z.string().nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  }),
  /** Takes a warning back that was raised by mistake; the contacts made stay. */
  'warnings.void': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
