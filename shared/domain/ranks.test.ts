import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareGroupNames } from './group-order'
import { ranksOf } from './ranks'

it('tells the order of any two values as the order itself does, equals included', () => {
  const name = fc.oneof(fc.constantFrom('一组', '1组', '第二组', '十组', '河东', ''), fc.string())
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (names) => {
      const ranks = ranksOf(names, compareGroupNames)
      for (const a of names) {
        for (const b of names) {
          const told = Math.sign(ranks.get(a)! - ranks.get(b)!)
          expect(told).toBe(Math.sign(compareGroupNames(a, b)))
        }
      }
    }),
  )
})
