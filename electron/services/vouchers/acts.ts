import type { StoreContext, WriteContext } from '@db/context'
import { findBatch, updateVoucher, vouchersNumbered, type Voucher } from '@db/repositories/vouchers'
import { failure } from '@shared/contract/failure'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { move } from '@shared/domain/ledgers/machine'
import { mayDo } from '@shared/domain/rights'
import {
  voucherMachine,
  voucherStateOn,
  type StoredVoucherState,
  type VoucherMove,
} from '@shared/domain/vouchers/machine'

interface Act {
  move: Exclude<VoucherMove, 'expire'>
  /** The day it was done: an act of a day is judged by what held on that day. */
  day: Day
  /** What the voucher's row says afterwards, beside its state. */
  said: Partial<
    Pick<
      Voucher,
      | 'recipientId'
      | 'voucherHandoutId'
      | 'handedOn'
      | 'serviceRecordId'
      | 'serviceProviderId'
      | 'reason'
    >
  >
}

/** Makes one move of one voucher; refused with its number where the machine does not allow it. */
export function moveVoucher(ctx: WriteContext, voucher: Voucher, act: Act): void {
  const { day, said } = act
  if (day > ctx.today)
    throw failure('VALIDATION', `${formatPartialDate(day)}还没到，没有登记。`, {
      day: '不能晚于今天',
    })
  const earliest = voucher.handedOn ?? findBatch(ctx, voucher.voucherBatchId)?.issuedOn ?? day
  if (day < earliest)
    throw failure(
      'VALIDATION',
      `券号 ${voucher.number} 在 ${formatPartialDate(earliest)} 才${voucher.handedOn ? '发放' : '发行'}，日期不能更早。这一次都没有登记。`,
      { day: `不能早于 ${earliest}` },
    )
  const expiresOn = findBatch(ctx, voucher.voucherBatchId)?.expiresOn ?? null
  const before = voucherStateOn({ ...voucher, expiresOn }, day)
  const verdict = move(voucherMachine, before, {
    move: act.move,
    said: { ...said },
    may: (right) => mayDo(ctx.operator.role, right),
  })
  if (verdict.refusal)
    throw failure(
      'CONFLICT',
      `券号 ${voucher.number}：${verdict.refusal.message}这一次都没有登记。`,
      verdict.refusal.fields ?? {
        numbers: `${voucher.number} ${voucherMachine.states[before].label}`,
      },
    )
  const state = verdict.state as StoredVoucherState
  updateVoucher(ctx, voucher.id, {
    ...said,
    state,
    closedOn: voucherMachine.states[state].open ? null : day,
  })
}

/** The vouchers of these numbers, in the order given; refused where one is unknown or not theirs to see. */
export function requireNumbers(
  ctx: StoreContext,
  numbers: readonly string[],
  maySee: (voucher: Voucher) => boolean,
): Voucher[] {
  const asked = [...new Set(numbers.map((number) => number.toUpperCase()))]
  const found = new Map(
    vouchersNumbered(ctx, asked)
      .filter(maySee)
      .map((voucher) => [voucher.number, voucher]),
  )
  const unknown = asked.filter((number) => !found.has(number))
  if (unknown.length > 0)
    throw failure(
      'NOT_FOUND',
      `没有这${unknown.length === 1 ? '个' : '些'}券号：${unknown.slice(0, 5).join('、')}${unknown.length > 5 ? ` 等 ${unknown.length} 个` : ''}。这一次都没有登记，请核对。`,
      { numbers: '有券号对不上' },
    )
  return asked.map((number) => found.get(number)!)
}
