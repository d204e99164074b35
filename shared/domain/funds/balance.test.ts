import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundSums, lowestBalance, readYuan, yuanWords, type FundMovement } from './balance'

const days = ['2026-01-05', '2026-03-01', '2026-03-02', '2026-08-15', '2026-12-31']
const movements = array(
  record({
    direction: constantFrom('in' as const, 'out' as const),
    day: constantFrom(...days),
    amount: integer({ min: 1, max: 10 ** 11 }),
  }),
  { maxLength: 30 },
)
const signed = ({ direction, amount }: FundMovement): number =>
  direction === 'in' ? amount : -amount

describe('经费', () => {
  it('balances to the 分: in less out, in whatever order and however divided', () => {
    assert(
      property(movements, movements, (some, others) => {
        const all = fundSums([...some, ...others])
        expect(all.balance).toBe(all.in - all.out)
        expect(all.balance).toBe(fundSums(some).balance + fundSums(others).balance)
        expect(fundSums([...others, ...some])).toEqual(all)
      }),
    )
  })

  it('finds the lowest close of any day from a day on, as counting each day anew does', () => {
    assert(
      property(movements, constantFrom(...days), (entries, from) => {
        const closes = days
          .filter((day) => day >= from)
          .map((close) =>
            entries.filter(({ day }) => day <= close).reduce((sum, one) => sum + signed(one), 0),
          )
        expect(lowestBalance(entries, from)).toBe(Math.min(...closes))
      }),
    )
  })

  it('reads back every amount it writes, and nothing that is no amount', () => {
    assert(
      property(integer({ min: 0, max: 99_999_999_999 }), (amount) => {
        expect(readYuan(yuanWords(amount))).toBe(amount)
      }),
    )
    for (const none of ['', '-5', '1.234', '一百', '1e5', '1.2.3'])
      expect(readYuan(none)).toBeNull()
    expect(readYuan('1,200元')).toBe(120_000)
  })
})
