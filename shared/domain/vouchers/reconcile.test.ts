import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import { move } from '../ledgers/machine'
import { voucherMachine, voucherStateOn, type StoredVoucherState } from './machine'
import { reconcile } from './reconcile'

const acts = ['handOut', 'redeem', 'reopen', 'giveBack', 'void'] as const
type Act = { at: number; act: (typeof acts)[number]; after: number }

const first = '2026-01-01'
const batch = fc.record({
  faceValue: fc.integer({ min: 1, max: 5000 }),
  count: fc.integer({ min: 1, max: 6 }),
  good: fc.option(fc.nat(40)),
})
const history = fc.array(
  fc.record({ at: fc.nat(30), act: fc.constantFrom(...acts), after: fc.nat(2) }),
  { maxLength: 60 },
)

/** The story of one voucher told by a person: where it lies, day by day. */
class Paper {
  place: 'drawer' | 'elder' | 'office' | 'torn' = 'drawer'
  constructor(
    readonly faceValue: number,
    readonly lastDay: string | null,
  ) {}

  isStale(day: string): boolean {
    return (
      this.lastDay !== null &&
      day > this.lastDay &&
      (this.place === 'drawer' || this.place === 'elder')
    )
  }

  meet(act: Act['act'], day: string): void {
    if (this.isStale(day)) return
    const was = this.place
    if (act === 'handOut' && was === 'drawer') this.place = 'elder'
    if (act === 'redeem' && was === 'elder') this.place = 'office'
    if (act === 'reopen' && was === 'office') this.place = 'elder'
    if (act === 'giveBack' && was === 'elder') this.place = 'drawer'
    if (act === 'void' && (was === 'drawer' || was === 'elder')) this.place = 'torn'
  }
}

const said = { recipientId: 1, reason: '录错' }

describe('the books of vouchers', () => {
  it('account for every voucher after any history, as a person with the papers in hand would', () => {
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 4 }), history, (batches, history) => {
        const papers = batches.flatMap(({ faceValue, count, good }) =>
          Array.from(
            { length: count },
            () => new Paper(faceValue, good === null ? null : addDays(first, good)),
          ),
        )
        const rows = papers.map(({ faceValue, lastDay }) => ({
          faceValue,
          expiresOn: lastDay,
          state: 'inStock' as StoredVoucherState,
        }))
        let day = first
        for (const { at, act, after } of history) {
          day = addDays(day, after)
          const which = at % rows.length
          papers[which]!.meet(act, day)
          const row = rows[which]!
          const state = voucherStateOn(row, day)
          const verdict = move(voucherMachine, state, { move: act, said, may: () => true })
          if (!verdict.refusal) row.state = verdict.state as StoredVoucherState
        }
        const value = (all: readonly { faceValue: number }[]): number =>
          all.reduce((sum, one) => sum + one.faceValue, 0)
        const books = reconcile(
          { count: rows.length, value: value(rows) },
          rows.map((row) => ({
            state: voucherStateOn(row, day),
            count: 1,
            value: row.faceValue,
          })),
        )
        expect(books.difference).toEqual({ count: 0, value: 0 })
        const inHand = (place: Paper['place'], stale: boolean) => {
          const found = papers.filter(
            (paper) => paper.place === place && paper.isStale(day) === stale,
          )
          return { count: found.length, value: value(found) }
        }
        expect(books.sums.inStock).toEqual(inHand('drawer', false))
        expect(books.sums.handedOut).toEqual(inHand('elder', false))
        expect(books.sums.redeemed).toEqual(inHand('office', false))
        expect(books.sums.voided).toEqual(inHand('torn', false))
        expect(books.sums.expired.count).toBe(
          inHand('drawer', true).count + inHand('elder', true).count,
        )
      }),
    )
  })

  it('show what is missing where a voucher is lost from the books', () => {
    const found = { state: 'inStock' as const, count: 9, value: 9000 }
    expect(reconcile({ count: 10, value: 10_000 }, [found]).difference).toEqual({
      count: 1,
      value: 1000,
    })
  })
})
