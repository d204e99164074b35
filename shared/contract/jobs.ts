import { z } from 'zod'
import { failureCodes } from './failure'
import { op } from './op'

/** Where a job stands. `result` has the shape of the job's output in the contract. */
export const jobState = z.object({
  id: z.number(),
  op: z.string(),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  label: z.string(),
  result: z.unknown().optional(),
  error: z
    .object({
      code: z.enum(failureCodes),
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
      details: z.unknown().optional(),
    })
    .optional(),
})
export type JobState = z.infer<typeof jobState>

const jobId = z.strictObject({ jobId: z.number().int() })

/** Without a right, because a restoration runs before anybody is in; the core shows no other then. */
export const jobsContract = {
  'jobs.get': op({ kind: 'query', right: null, input: jobId, output: jobState }),
  'jobs.cancel': op({ kind: 'command', right: null, input: jobId, output: z.object({}) }),
} as const
