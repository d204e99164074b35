import type { Chance } from '../../shared/domain/sample/random'

/* Inputs of an operation: one its JSON Schema allows, and what hostile hands make of it. */

/** As much of JSON Schema as zod prints. */
export interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
}

/** A value the schema may allow; rules it does not print are met by luck. */
export function valueFor(schema: Schema, chance: Chance, ids: readonly number[]): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return chance.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueFor(chance.pick(choices), chance, ids)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || chance.happens(0.3))
          .map(([name, inner]) => [name, valueFor(inner, chance, ids)]),
      )
    case 'array':
      return Array.from({ length: chance.below(3) }, () =>
        valueFor(schema.items ?? {}, chance, ids),
      )
    case 'integer':
    case 'number':
      return chance.pick([...ids, 0, 1, 2, schema.minimum ?? 3, Math.min(schema.maximum ?? 9, 1e6)])
    case 'boolean':
      return chance.happens(0.5)
    case 'null':
      return null
    default:
      return chance.pick(texts).padEnd(schema.minLength ?? 0, '字')
  }
}

const texts = ['下河村', '2026-11-20', '2026-11', '尉迟彩霞', '13900000000', 'other', '']

const hostile: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => -1,
  () => 1e308,
  () => 2 ** 53 + 2,
  () => 0.1,
  () => '',
  () => '字'.repeat(100_000),
  () => `'; drop table recipient; --%_\\`,
  () => '=cmd|"/c calc"!A1',
  () => '../../../../etc/passwd',
  () => '\u0000\ud800\u202e',
  () => `${'a'.repeat(5000)}!`,
  () => '2026-02-30',
  () => [],
  () => ({}),
  () => true,
  () => Array.from({ length: 20_000 }, (_, at) => at),
  (chance) => deep(chance.between(10, 3000)),
  () => JSON.parse('{"__proto__":{"role":"admin"},"constructor":{"prototype":{"x":1}}}') as unknown,
]

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let at = 0; at < levels; at += 1) value = at % 2 ? [value] : { a: value }
  return value
}

/** The input as the text of a request, damaged in one place or more; sometimes not at all. */
export function damagedJson(input: unknown, chance: Chance): string {
  if (chance.happens(0.15)) return JSON.stringify(input)
  if (chance.happens(0.1)) return JSON.stringify(chance.pick(hostile)(chance))
  let value = input
  for (let turn = chance.between(1, 3); turn > 0; turn -= 1) value = spoiled(value, chance)
  const text = JSON.stringify(value)
  return chance.happens(0.05) ? text.slice(0, chance.below(text.length)) : text
}

function spoiled(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.1)) {
    return chance.pick(hostile)(chance)
  }
  const keys = Object.keys(value)
  if (keys.length === 0 || chance.happens(0.1)) {
    const added = chance.pick(['__proto__', 'constructor', 'toString', 'id', 'surprise'])
    return { ...value, [added]: chance.pick(hostile)(chance) }
  }
  const key = chance.pick(keys)
  if (Array.isArray(value)) return value.with(Number(key), spoiled(value[Number(key)], chance))
  const { [key]: inner, ...rest } = value as Record<string, unknown>
  return chance.happens(0.1) ? rest : { ...rest, [key]: spoiled(inner, chance) }
}
