import { z } from 'zod'
import type { Right } from '../domain/rights'

/**
 * `query` reads, `command` writes one change set, `job` is long work: it answers `{ jobId }` at
 * once and its `output` describes the result found later through `jobs.get`.
 */
export type OpKind = 'query' | 'command' | 'job'

export interface Op<
  Kind extends OpKind = OpKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind
  /** What the operator must be allowed to do; `null` where no session exists yet (set-up, unlock). */
  right: Right | null
  input: Input
  output: Output
}

export function op<Kind extends OpKind, Input extends z.ZodType, Output extends z.ZodType>(
  spec: Op<Kind, Input, Output>,
): Op<Kind, Input, Output> {
  return spec
}

export const sensitiveKinds = ['idNumber', 'phone', 'health', 'bank'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

const sensitiveFields = z.registry<{ sensitive: SensitiveKind }>()

/** Tags an output field; dispatch masks it for operators without the right to read it in full. */
export function sensitive<Schema extends z.ZodType>(schema: Schema, kind: SensitiveKind): Schema {
  sensitiveFields.add(schema, { sensitive: kind })
  return schema
}

export function sensitiveKindOf(schema: z.ZodType): SensitiveKind | undefined {
  return sensitiveFields.get(schema)?.sensitive
}
