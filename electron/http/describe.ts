import { contract } from '@shared/contract'
import type { Op } from '@shared/contract/op'
import { z } from 'zod'

/** Every operation with JSON Schema of what it takes and gives: the answer of `GET /api`. */
export function describeOperations(): {
  operations: {
    name: string
    kind: string
    right: string | null
    input: unknown
    output: unknown
  }[]
} {
  return {
    operations: Object.entries(contract as Record<string, Op>).map(([name, spec]) => ({
      name,
      kind: spec.kind,
      right: spec.right,
      input: z.toJSONSchema(spec.input, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(spec.output, { unrepresentable: 'any' }),
    })),
  }
}
