import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargedTiers } from '../service-tiers/vocabulary'
import { codesOf } from '../vocabulary'
import { chargeOf } from './charge'
import { isGiven, serviceModeLabel } from './vocabulary'

const served = fc.record({
  tariff: fc
    .tuple(fc.nat(5000), fc.nat(5000))
    .map(([one, other]) => ({ price: Math.max(one, other), lowCostPrice: Math.min(one, other) })),
  quantity: fc.integer({ min: 1, max: 40 }),
  mode: fc.constantFrom(...codesOf(serviceModeLabel)),
  tier: fc.constantFrom(...chargedTiers, null),
  vouchers: fc.nat(100_000),
  agreed: fc.option(fc.nat(100_000)),
})

describe('who pays for a service', () => {
  it('divides the price into three parts that are the whole of it, none of them below zero', () => {
    fc.assert(
      fc.property(served, (one) => {
        const { amount, personPays, voucherPays, subsidy } = chargeOf(one)
        expect(personPays + voucherPays + subsidy).toBe(amount)
        for (const part of [personPays, voucherPays, subsidy])
          expect(part).toBeGreaterThanOrEqual(0)
        expect(voucherPays).toBeLessThanOrEqual(one.vouchers)
        expect(amount).toBe(isGiven(one.mode) ? 0 : one.tariff.price * one.quantity)
      }),
    )
  })

  it('never asks more of a person because a voucher was handed in', () => {
    fc.assert(
      fc.property(served, (one) => {
        const without = chargeOf({ ...one, vouchers: 0 })
        expect(chargeOf(one).personPays).toBeLessThanOrEqual(without.personPays)
      }),
    )
  })

  // 一份 10 元，低偿 4 元：无偿 0、低偿 4、有偿和无类别 10。
  it.each([
    ['free', 0, 1000],
    ['lowCost', 400, 600],
    ['paid', 1000, 0],
    [null, 1000, 0],
  ] as const)('asks a person of %s for %i 分, the rest is subsidy', (tier, personPays, subsidy) => {
    const tariff = { price: 1000, lowCostPrice: 400 }
    const bought = { tariff, quantity: 1, mode: 'purchased' as const, tier, vouchers: 0 }
    expect(chargeOf(bought)).toEqual({ amount: 1000, personPays, voucherPays: 0, subsidy })
    expect(chargeOf({ ...bought, mode: 'neighbour' }).amount).toBe(0)
    expect(chargeOf({ ...bought, tariff: null }).amount).toBe(0)
  })
})
