import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costPerPerson, plannedOf, sumsOf, type BudgetLine } from './budget'

const fen = fc.integer({ min: 0, max: 9_999_999 })
const line = fc.record({
  /** In hundredths, as typed. */
  quantity: fc.integer({ min: 0, max: 100_000 }),
  price: fen,
  spent: fc.option(fen),
})
type Typed = typeof line extends fc.Arbitrary<infer Value> ? Value : never

const inYuan = ({ quantity, price, spent }: Typed): BudgetLine => ({
  quantity: quantity / 100,
  price: price / 100,
  spent: spent === null ? null : spent / 100,
})

/** The same sums over whole numbers only, in 分. */
function plainly(lines: readonly Typed[]) {
  let planned = 0n
  let spent = 0n
  for (const one of lines) {
    const hundredths = BigInt(one.quantity) * BigInt(one.price)
    planned += (hundredths + 50n) / 100n
    spent += BigInt(one.spent ?? 0)
  }
  return { planned, spent }
}

describe('the budget of an activity', () => {
  it('adds up to the 分 whatever the amounts: no sum in 元 drifts', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (typed) => {
        const sums = sumsOf(typed.map(inYuan))
        const plain = plainly(typed)
        expect(BigInt(Math.round(sums.planned * 100))).toBe(plain.planned)
        if (typed.every(({ spent }) => spent === null)) {
          expect([sums.spent, sums.left]).toEqual([null, null])
        } else {
          expect(BigInt(Math.round(sums.spent! * 100))).toBe(plain.spent)
          expect(BigInt(Math.round(sums.left! * 100))).toBe(plain.planned - plain.spent)
        }
      }),
    )
  })

  it('is the sum of its lines in any order, and of its parts', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(30), (typed, at) => {
        const lines = typed.map(inYuan)
        const whole = sumsOf(lines)
        expect(sumsOf(lines.toReversed())).toEqual(whole)
        const [first, rest] = [sumsOf(lines.slice(0, at)), sumsOf(lines.slice(at))]
        expect(first.planned + rest.planned).toBeCloseTo(whole.planned, 4)
        expect((first.spent ?? 0) + (rest.spent ?? 0)).toBeCloseTo(whole.spent ?? 0, 4)
      }),
    )
  })

  it('tells what was paid for nothing planned, and that nobody came', () => {
    const unplanned = [{ quantity: 0, price: 0, spent: 35.5 }]
    expect(sumsOf(unplanned)).toEqual({ planned: 0, spent: 35.5, left: -35.5 })
    expect(costPerPerson(35.5, 0)).toBeNull()
    expect(costPerPerson(null, 12)).toBeNull()
    expect(costPerPerson(100, 3)).toBe(33.33)
    expect(plannedOf({ quantity: 1.5, price: 3.33 })).toBe(5)
  })
})
