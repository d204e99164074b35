import type { StoreContext } from '@db/context'
import { allBatches, countVouchers, type VoucherBatch } from '@db/repositories/vouchers'
import type { VoucherBatchRow } from '@shared/contract/vouchers'
import { voucherStateOn, type VoucherState } from '@shared/domain/vouchers/machine'
import { numberAt } from '@shared/domain/vouchers/numbers'
import { reconcile, type Reconciliation, type VoucherSum } from '@shared/domain/vouchers/reconcile'

type Standing = VoucherSum & { state: VoucherState }

/** Every batch with its books as of today, the latest first, and the books of all together. */
export function voucherBooks(ctx: StoreContext): {
  batches: VoucherBatchRow[]
  total: Reconciliation
} {
  const batches = allBatches(ctx)
  const byId = new Map(batches.map((batch) => [batch.id, batch]))
  const standing = new Map<number, Standing[]>(batches.map(({ id }) => [id, []]))
  for (const { batchId, state, count } of countVouchers(ctx)) {
    const batch = byId.get(batchId)
    if (!batch) continue
    const { expiresOn, faceValue } = batch
    standing.get(batchId)!.push({
      state: voucherStateOn({ state, expiresOn }, ctx.today),
      count,
      value: count * faceValue,
    })
  }
  const issuedOf = ({ count, faceValue }: VoucherBatch): VoucherSum => ({
    count,
    value: count * faceValue,
  })
  const issued = batches.map(issuedOf)
  return {
    batches: batches.map((batch) => {
      const { prefix, firstNumber: first, count, ...facts } = batch
      return {
        id: facts.id,
        revision: facts.revision,
        name: facts.name,
        faceValue: facts.faceValue,
        count,
        firstNumber: numberAt({ prefix, first, count }, 0),
        lastNumber: numberAt({ prefix, first, count }, count - 1),
        issuedOn: facts.issuedOn,
        expiresOn: facts.expiresOn,
        kinds: facts.kinds,
        source: facts.source,
        books: reconcile(issuedOf(batch), standing.get(batch.id)!),
      }
    }),
    total: reconcile(
      {
        count: issued.reduce((all, one) => all + one.count, 0),
        value: issued.reduce((all, one) => all + one.value, 0),
      },
      [...standing.values()].flat(),
    ),
  }
}
