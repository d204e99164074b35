import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { someDefinition } from './arbitrary'
import { readDefinition, writeDefinition } from './travel'

it('a definition comes back from its file as it went out', () => {
  fc.assert(
    fc.property(someDefinition, (definition) => {
      expect(readDefinition(writeDefinition(definition))).toEqual({ definition })
    }),
  )
})

it('refuses what is too large, too deep, no register, of a later program, or reaches for prototypes', () => {
  const deep = '['.repeat(40) + ']'.repeat(40)
  const inside = (definition: string, version = 1) =>
    `{"format":"sangyu-register","version":${version},"definition":${definition}}`
  for (const text of [
    '',
    'null',
    '7',
    '{"format":"别的"}',
    inside('{}', 2),
    inside(deep),
    inside('{"__proto__":{"name":"x"}}'),
    inside('{"constructor":1}'),
    inside(`"${'长'.repeat(400_000)}"`),
  ])
    expect(readDefinition(text)).toHaveProperty('fault')
})

it('never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readDefinition(text)).toHaveProperty('fault')
    }),
  )
})
