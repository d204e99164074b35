import type { VoucherState } from './machine'

/** Number of vouchers and their face value in 分. */
export interface VoucherSum {
  readonly count: number
  readonly value: number
}

export type VoucherSums = Readonly<Record<VoucherState, VoucherSum>>

export interface Reconciliation {
  readonly issued: VoucherSum
  readonly sums: VoucherSums
  /** Issued less all that is accounted for: zero where the books are right. */
  readonly difference: VoucherSum
}

const none: VoucherSum = { count: 0, value: 0 }
const add = (one: VoucherSum, other: VoucherSum): VoucherSum => ({
  count: one.count + other.count,
  value: one.value + other.value,
})

/**
 * 对账: what was issued by the batches' own word against where their vouchers stand:
 * 发行 = 库存 + 已发未用 + 已核销 + 已作废 + 已过期.
 */
export function reconcile(
  issued: VoucherSum,
  standing: readonly (VoucherSum & { readonly state: VoucherState })[],
): Reconciliation {
  const sumOf = (state: VoucherState): VoucherSum =>
    standing.filter((one) => one.state === state).reduce(add, none)
  const found = standing.reduce<VoucherSum>(add, none)
  return {
    issued,
    sums: {
      inStock: sumOf('inStock'),
      handedOut: sumOf('handedOut'),
      redeemed: sumOf('redeemed'),
      voided: sumOf('voided'),
      expired: sumOf('expired'),
    },
    difference: { count: issued.count - found.count, value: issued.value - found.value },
  }
}
