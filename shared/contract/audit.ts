import { z } from 'zod'
import { day, id } from './fields'
import { op } from './op'
import { historyEntry } from './recipients'

const cursor = z.strictObject({ at: z.string().max(40), id })

/** 操作记录: who did what when, for the admin; every entry lies in the chain of changes. */
export const auditContract = {
  'audit.list': op({
    kind: 'query',
    right: 'vault.admin',
    input: z.strictObject({
      operatorId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      /** Finds acts by their name and by the reason given. */
      text: z.string().trim().max(60).optional(),
      after: cursor.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          at: z.string(),
          operatorName: z.string().nullable(),
          operation: z.string(),
          cause: z.string().nullable(),
          /** 档案 1、家庭成员 2; or what was taken out. */
          about: z.string(),
        }),
      ),
      next: cursor.nullable(),
    }),
  }),
  /** What one act changed, from what to what. */
  'audit.changes': op({
    kind: 'query',
    right: 'vault.admin',
    input: z.strictObject({ id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(historyEntry),
  }),
  /** Proves the chain over all changes: whether anything was altered or cut out. */
  'audit.prove': op({
    kind: 'job',
    right: 'vault.admin',
    input: z.strictObject({}),
    output: z.object({
      sets: z.number().int(),
      changes: z.number().int(),
      head: z.string().nullable(),
      brokenAt: z.object({ id, at: z.string() }).nullable(),
    }),
  }),
} as const
