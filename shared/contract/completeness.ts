import { z } from 'zod'
import { id } from './fields'
import { op } from './op'

/** 信息待补: what files do not say yet, and how to ask for it. */

const asked = {
  fact: z.string(),
  label: z.string(),
}

const standing = {
  /** 在册 people, and those of them whose file is still asked for something. */
  people: z.number().int(),
  incomplete: z.number().int(),
  /** Mean of the people's scores, 0–100 rounded down; null where there is nobody. */
  score: z.number().int().nullable(),
}

export const completenessContract = {
  'completeness.of': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: z.object({
      score: z.number().int(),
      missing: z.array(
        z.object({
          ...asked,
          part: z.enum([
            'identity',
            'residence',
            'emergency',
            'paperwork',
            'woman',
            'child',
            'extremePoverty',
            'family',
            'household',
            'health',
            'living',
          ]),
          question: z.string(),
        }),
      ),
    }),
  }),
  'completeness.summary': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.object({
      ...standing,
      villages: z.array(
        z.object({ villageId: z.number().nullable(), name: z.string(), ...standing }),
      ),
      /** How many files lack each fact, most frequent first. */
      facts: z.array(z.object({ ...asked, count: z.number().int() })),
    }),
  }),
} as const
