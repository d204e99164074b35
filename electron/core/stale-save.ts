import { contract, type OpName } from '@shared/contract'
import type { Failure } from '@shared/contract/failure'
import { sensitiveKindOf, type SensitiveKind } from '@shared/contract/op'
import type { z } from 'zod'
import { maskDeep, maskText } from './masking'

/**
 * What a refused save may tell of the newer record it met. The change writer answers the whole row;
 * a screen compares only what the area's forms send, and whoever may not read numbers and health in the answers
 * of an area may not read them in its refusals either.
 */
export function shownFailure(failed: Failure, name: string, mayReadAll: boolean): Failure {
  const { current } = (failed.details ?? {}) as { current?: Record<string, unknown> }
  if (!current || !Object.hasOwn(contract, name)) return failed
  const { sent, tags } = fieldsOf(name as OpName)
  const entries = Object.entries(current).flatMap(([key, value]): [string, unknown][] => {
    if (key !== 'id' && key !== 'revision' && !sent.has(key)) return []
    const kind = mayReadAll ? undefined : tags.get(key)
    return [[key, kind ? maskDeep(value, maskText[kind]) : value]]
  })
  return { ...failed, details: { current: Object.fromEntries(entries) } }
}

interface Fields {
  /** The names the area's operations take, at any depth. */
  sent: ReadonlySet<string>
  /** The names that are tagged as sensitive in any answer of the operation's area. */
  tags: ReadonlyMap<string, SensitiveKind>
}

const known = new Map<OpName, Fields>()

function fieldsOf(name: OpName): Fields {
  const found = known.get(name)
  if (found) return found
  const sent = new Set<string>()
  const tags = new Map<string, SensitiveKind>()
  const area = name.slice(0, name.indexOf('.') + 1)
  for (const [other, { input, output }] of Object.entries(contract)) {
    if (!other.startsWith(area)) continue
    eachField(input, (key) => sent.add(key))
    eachField(output, (key, field) => {
      const kind = kindOf(field)
      if (kind) tags.set(key, kind)
    })
  }
  const fields = { sent, tags }
  known.set(name, fields)
  return fields
}

/** The parts of the zod schemas that hold others. */
interface Parts {
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  items?: z.ZodType[]
  element?: z.ZodType
  innerType?: z.ZodType
  valueType?: z.ZodType
  left?: z.ZodType
  right?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
}
const partsOf = (schema: z.ZodType): Parts => schema.def as unknown as Parts

function kindOf(schema: z.ZodType): SensitiveKind | undefined {
  const { innerType } = partsOf(schema)
  return sensitiveKindOf(schema) ?? (innerType && kindOf(innerType))
}

function eachField(schema: z.ZodType, visit: (key: string, field: z.ZodType) => void): void {
  const { shape = {}, options = [], items = [], ...parts } = partsOf(schema)
  for (const [key, field] of Object.entries(shape)) {
    visit(key, field)
    eachField(field, visit)
  }
  const { element, innerType, valueType, left, right, in: before, out: after } = parts
  const rest = [element, innerType, valueType, left, right, before, after, ...options, ...items]
  for (const part of rest) if (part) eachField(part, visit)
}
