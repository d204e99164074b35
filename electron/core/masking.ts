import { maskBankCard, maskIdNumber, maskPhone } from '@shared/domain/masking'
import { sensitiveKindOf, type SensitiveKind } from '@shared/contract/op'
import type { z } from 'zod'

type Masker = (value: unknown) => unknown

/** How each kind of sensitive text is shown to those who may not read it in full. */
export const maskText: Readonly<Record<SensitiveKind, (text: string) => string>> = {
  idNumber: maskIdNumber,
  phone: maskPhone,
  bank: maskBankCard,
  health: () => '（无权查看）',
}

/**
 * Compiles an output schema into a function that masks its tagged fields, or null when it has none.
 * `mask` is how each kind is shown instead.
 */
export function maskerFor(schema: z.ZodType, mask = maskText): Masker | null {
  const kind = sensitiveKindOf(schema)
  if (kind) return (value) => maskDeep(value, mask[kind])
  const def = schema.def as unknown as {
    type: string
    shape?: Record<string, z.ZodType>
    element?: z.ZodType
    innerType?: z.ZodType
    options?: z.ZodType[]
    items?: z.ZodType[]
    valueType?: z.ZodType
  }
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).flatMap(([key, field]) => {
        const masker = maskerFor(field, mask)
        return masker ? [[key, masker] as const] : []
      })
      if (fields.length === 0) return null
      return (value) => {
        if (typeof value !== 'object' || value === null) return value
        const masked = { ...(value as Record<string, unknown>) }
        for (const [key, masker] of fields) if (key in masked) masked[key] = masker(masked[key])
        return masked
      }
    }
    case 'array': {
      const masker = def.element && maskerFor(def.element, mask)
      return masker
        ? (value) => (Array.isArray(value) ? value.map((item) => masker(item)) : value)
        : null
    }
    case 'record': {
      const masker = def.valueType && maskerFor(def.valueType, mask)
      return masker
        ? (value) =>
            typeof value === 'object' && value !== null
              ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masker(item)]))
              : value
        : null
    }
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return def.innerType ? maskerFor(def.innerType, mask) : null
    case 'union':
    case 'tuple': {
      const parts = (def.options ?? def.items ?? []).map((part) => maskerFor(part, mask))
      if (parts.every((masker) => masker === null)) return null
      if (def.type === 'tuple') {
        return (value) =>
          Array.isArray(value) ? value.map((item, i) => parts[i]?.(item) ?? item) : value
      }
      // Which option a value is of cannot be told cheaply: every option's tags are applied.
      return (value) => parts.reduce((masked, masker) => (masker ? masker(masked) : masked), value)
    }
    default:
      return null
  }
}

export function maskDeep(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return value === '' ? value : mask(value)
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, mask))
  // Figures and records of answers have no shape that hides them: they are left out.
  return value === undefined ? undefined : null
}
