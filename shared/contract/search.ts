import { z } from 'zod'
import { op } from './op'

export const searchHit = z.object({
  kind: z.enum(['recipient', 'helper', 'village', 'register']),
  id: z.number(),
  title: z.string(),
  /** What tells it from others of the same name: sex, age, village, state. */
  detail: z.string(),
})
export type SearchHit = z.output<typeof searchHit>

export const searchContract = {
  'search.global': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      text: z.string().max(100),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    output: z.object({ hits: z.array(searchHit) }),
  }),
} as const
