import { z } from 'zod'
import { rights } from '../domain/rights'
import { codesOf, roleLabel } from '../domain/vocabulary'
import { op } from './op'

export const sessionContract = {
  'session.me': op({
    kind: 'query',
    right: 'vault.use',
    input: z.strictObject({}),
    output: z.object({
      operator: z.object({
        id: z.number(),
        name: z.string(),
        role: z.enum(codesOf(roleLabel)),
      }),
      rights: z.array(z.enum(rights)),
      /** How far it all reaches: everything, some villages, or some groups of people. */
      reach: z.enum(['township', 'villages', 'groups']),
      centre: z.object({
        name: z.string(),
        province: z.string().nullable(),
        county: z.string(),
        township: z.string(),
        regionCode: z.string().nullable(),
      }),
      today: z.string(),
      /** Minutes without a key or a click after which the window locks itself. */
      idleLockMinutes: z.number().int(),
    }),
  }),
  'session.setIdleLock': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({
      minutes: z.number().int().min(1, '最短 1 分钟').max(240, '最长 240 分钟'),
    }),
    output: z.object({}),
  }),
  'drafts.get': op({
    kind: 'query',
    right: 'vault.use',
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    output: z.object({ content: z.unknown(), savedAt: z.string() }).nullable(),
  }),
  'drafts.put': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({
      id: z.string().min(1).max(200),
      /** The form's values, whatever they are. */
      content: z.looseObject({}),
    }),
    output: z.object({ savedAt: z.string() }),
  }),
  'drafts.discard': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    output: z.object({}),
  }),
} as const
