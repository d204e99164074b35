import type { Day } from '../calendar/types'
import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 服务券: one piece of paper, from the stock to where it ends. */
export const voucherMachine = defineMachine({
  noun: '服务券',
  right: 'vouchers.write',
  first: 'inStock',
  states: {
    inStock: { label: '库存', open: true },
    handedOut: { label: '已发未用', open: true },
    redeemed: { label: '已核销', open: false },
    voided: { label: '已作废', open: false, dropped: true },
    expired: { label: '已过期', open: false, dropped: true },
  },
  moves: {
    handOut: {
      label: '发放',
      from: ['inStock'],
      to: 'handedOut',
      requires: { recipientId: '领取人' },
    },
    redeem: {
      label: '核销',
      from: ['handedOut'],
      to: 'redeemed',
      // Whoever records the service takes the voucher with it.
      right: 'services.write',
    },
    /** The service record that took it was hidden as a mistake. */
    reopen: {
      label: '撤回核销',
      from: ['redeemed'],
      to: 'handedOut',
      right: 'services.write',
      requires: { reason: '原因' },
    },
    giveBack: {
      label: '退回',
      from: ['handedOut'],
      to: 'inStock',
      requires: { reason: '原因' },
    },
    void: {
      label: '作废',
      from: ['inStock', 'handedOut'],
      to: 'voided',
      requires: { reason: '原因' },
    },
    /** Nobody makes it: the day after the last one does. */
    expire: { label: '过期', from: ['inStock', 'handedOut'], to: 'expired' },
  },
})
export type VoucherState = StateOf<typeof voucherMachine>
export type VoucherMove = MoveOf<typeof voucherMachine>
/** What is stored: that a voucher has expired follows from the day. */
export type StoredVoucherState = Exclude<VoucherState, 'expired'>

/**
 * The state as of a day: an unused voucher has expired once its last day is over. Every act is asked
 * as of its own day, so that what was handed in in time may be typed in late.
 */
export function voucherStateOn(
  { state, expiresOn }: { state: StoredVoucherState; expiresOn: Day | null },
  day: Day,
): VoucherState {
  const isUnused = voucherMachine.states[state].open
  return isUnused && expiresOn !== null && expiresOn < day ? 'expired' : state
}
