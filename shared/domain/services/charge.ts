import type { ChargedTier } from '../service-tiers/vocabulary'
import { isGiven, type ServiceMode } from './vocabulary'

/** 价格 of one unit on a day, in 分. */
export interface Tariff {
  readonly price: number
  /** What a person of 低偿 pays of it; never more than the price. */
  readonly lowCostPrice: number
}

/** Who pays what for one record, in 分: the three parts are the whole amount. */
export interface Charge {
  readonly amount: number
  readonly personPays: number
  readonly voucherPays: number
  readonly subsidy: number
}

interface Served {
  /** Null where the office has set no price: nothing is charged. */
  readonly tariff: Tariff | null
  readonly quantity: number
  readonly mode: ServiceMode
  /** Null where none of the charged tiers holds: such a person pays for what is bought. */
  readonly tier: ChargedTier | null
  /** Face value of the vouchers handed in, 分. */
  readonly vouchers: number
  /** What the person was asked for instead of what the tier says. */
  readonly agreed?: number | null
}

const nothing: Charge = { amount: 0, personPays: 0, voucherPays: 0, subsidy: 0 }

/**
 * 无偿 pays nothing, 低偿 the low price, 有偿 the price; vouchers count first and give no change;
 * what is left is the subsidy. Volunteers and neighbours are not paid.
 */
export function chargeOf(served: Served): Charge {
  const { tariff, quantity, mode, tier, vouchers, agreed } = served
  if (tariff === null || isGiven(mode)) return nothing
  const amount = tariff.price * quantity
  const voucherPays = Math.min(vouchers, amount)
  const left = amount - voucherPays
  const owed = agreed ?? unitPrice(tariff, tier) * quantity
  const personPays = Math.min(owed, left)
  return { amount, personPays, voucherPays, subsidy: left - personPays }
}

/** What a person of the tier pays for one unit. */
export function unitPrice(tariff: Tariff, tier: ChargedTier | null): number {
  if (tier === 'free') return 0
  return tier === 'lowCost' ? tariff.lowCostPrice : tariff.price
}
