import type { StoreContext } from '@db/context'
import {
  findBatch,
  unusedVouchers,
  type Voucher,
  type VoucherBatch,
} from '@db/repositories/vouchers'
import type { Day } from '@shared/domain/calendar/types'
import type { ServiceKind } from '@shared/domain/services/vocabulary'

export interface UsableVoucher {
  readonly voucher: Voucher
  readonly batch: VoucherBatch
}

/** Whether a voucher of the batch pays for a service of the kind on the day. */
export const paysFor = (
  { expiresOn, kinds }: Pick<VoucherBatch, 'expiresOn' | 'kinds'>,
  kind: ServiceKind,
  day: Day,
): boolean => (expiresOn === null || expiresOn >= day) && (kinds === null || kinds.includes(kind))

/** What these people can pay with for the kind on the day, those that expire first in front. */
export function usableVouchers(
  ctx: StoreContext,
  recipientIds: readonly number[],
  kind: ServiceKind,
  day: Day,
): ReadonlyMap<number, UsableVoucher[]> {
  const byPerson = new Map<number, UsableVoucher[]>()
  for (const voucher of unusedVouchers(ctx, recipientIds)) {
    const batch = findBatch(ctx, voucher.voucherBatchId)
    if (!batch || !paysFor(batch, kind, day) || (voucher.handedOn ?? day) > day) continue
    const own = byPerson.get(voucher.recipientId!) ?? []
    own.push({ voucher, batch })
    byPerson.set(voucher.recipientId!, own)
  }
  const lastDay = ({ batch }: UsableVoucher): string => batch.expiresOn ?? '9999-12-31'
  for (const own of byPerson.values())
    own.sort((a, b) =>
      lastDay(a) === lastDay(b) ? a.voucher.id - b.voucher.id : lastDay(a) < lastDay(b) ? -1 : 1,
    )
  return byPerson
}

/** Whole vouchers, the first ones that fit into the amount: none gives change. */
export function wholeVouchers(usable: readonly UsableVoucher[], amount: number): UsableVoucher[] {
  let left = amount
  return usable.filter(({ batch }) => {
    if (batch.faceValue > left) return false
    left -= batch.faceValue
    return true
  })
}
