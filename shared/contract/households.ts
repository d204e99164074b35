import { z } from 'zod'
import { housemateReasonLabel } from '../domain/households/likely'
import { codesOf, genderLabel } from '../domain/vocabulary'
import { day, id, reason } from './fields'
import { op } from './op'

/** Another of a home, as far as one needs to know them to pick them. */
export const housemateShape = z.object({
  id: z.number(),
  name: z.string(),
  age: z.string().nullable(),
})

/** 同户: who of the people on file lives together. `recipients.file` shows a person's household. */
export const householdsContract = {
  /** People of the village whose files hint that they live in this person's home. */
  'households.likely': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        gender: z.enum(codesOf(genderLabel)).nullable(),
        age: z.string().nullable(),
        villageName: z.string(),
        villageGroupName: z.string(),
        why: z.enum(codesOf(housemateReasonLabel)),
      }),
    ),
  }),
  /** They live in this person's household from that day on, and no longer in another. */
  'households.join': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      memberIds: z.array(id).min(1, '请选择同户的人').max(20, '一次最多登记 20 人'),
      from: day,
      reason,
    }),
    output: z.object({}),
  }),
  /** This person has a home of their own from that day on. */
  'households.leave': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, from: day, reason }),
    output: z.object({}),
  }),
} as const
