import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { keptWith } from './kept-with'
import { takeOver } from './take-over'

const row = fc.dictionary(
  fc.constantFrom('name', 'phones', 'to', 'family'),
  fc.oneof(
    fc.constantFrom(null, '', '2026-11', 3),
    fc.array(fc.constantFrom('一', '二')),
    fc.record({ place: fc.constantFrom(null, '东莞') }, { noNullPrototype: true }),
  ),
  { noNullPrototype: true },
)
const rows = fc.array(fc.tuple(fc.nat(4), row)).map((entries) => new Map(entries))

it('keeps exactly the entries that say the same, and always says what is now', () => {
  fc.assert(
    fc.property(rows, rows, (before, now) => {
      const said = structuredClone(now)
      const taken = takeOver(before, now)
      expect(taken).toEqual(said)
      for (const [key, value] of taken)
        expect(value === before.get(key)).toBe(isDeepStrictEqual(said.get(key), before.get(key)))
    }),
  )
})

it('does not take a map for an empty record', () => {
  const before = new Map([[1, new Map([['a', 1]])]])
  const now = takeOver(before, new Map([[1, new Map([['a', 2]])]]))
  expect(now.get(1)?.get('a')).toBe(2)
})

it('works a value out again only when something it rests on is another', () => {
  const kept = keptWith<object, number>()
  const [owner, rule] = [{}, {}]
  let worked = 0
  const ask = (...restsOn: unknown[]): number => kept(owner, restsOn, () => (worked += 1))
  expect([ask(rule, '2026-11-21'), ask(rule, '2026-11-21')]).toEqual([1, 1])
  expect([ask({}, '2026-11-21'), ask(rule, '2026-11-22')]).toEqual([2, 3])
})
