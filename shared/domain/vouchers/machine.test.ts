import { describe, expect, it } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { voucherMachine, voucherStateOn } from './machine'

describe('the machine of vouchers', () => {
  allowsOnly(voucherMachine, [
    'inStock handOut handedOut',
    'handedOut redeem redeemed',
    'redeemed reopen handedOut',
    'handedOut giveBack inStock',
    'inStock void voided',
    'handedOut void voided',
    'inStock expire expired',
    'handedOut expire expired',
  ])

  it('is good on its last day, expired on the next, and what was used never expires', () => {
    const expiresOn = '2026-11-20'
    for (const state of ['inStock', 'handedOut'] as const) {
      expect(voucherStateOn({ state, expiresOn }, '2026-11-20')).toBe(state)
      expect(voucherStateOn({ state, expiresOn }, '2026-11-21')).toBe('expired')
      expect(voucherStateOn({ state, expiresOn: null }, '2036-01-01')).toBe(state)
    }
    for (const state of ['redeemed', 'voided'] as const)
      expect(voucherStateOn({ state, expiresOn }, '2026-12-31')).toBe(state)
  })
})
