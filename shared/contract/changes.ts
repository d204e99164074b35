import { z } from 'zod'
import { id } from './fields'
import { op } from './op'

/** Taking back what one did oneself. */
export const changesContract = {
  /** The operator's own last act on records; null where there is none, or it was taken back. */
  'changes.latestOwn': op({
    kind: 'query',
    right: 'vault.use',
    input: z.strictObject({}),
    output: z
      .object({
        changeSetId: z.number(),
        operation: z.string(),
        at: z.string(),
        /** How many records it touched. */
        records: z.number().int(),
        /** Why it cannot be taken back any more; null where it can. */
        obstacle: z.string().nullable(),
      })
      .nullable(),
  }),
  /** Takes it back as one act; refused once anything was built on it. */
  'changes.undo': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({ changeSetId: id }),
    output: z.object({}),
  }),
} as const
