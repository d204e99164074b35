import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { findInRoster } from '@db/repositories/roster'
import { allServiceProviders } from '@db/repositories/services'
import {
  addBatch,
  addHandout,
  countByHandout,
  findBatch,
  findHandout,
  listHandouts,
  listVouchers,
  updateBatch,
  vouchersNumbered,
  type Voucher,
  type VoucherBatch,
  type VoucherHandout,
} from '@db/repositories/vouchers'
import { failure } from '@shared/contract/failure'
import type { VoucherRow, vouchersContract } from '@shared/contract/vouchers'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { standingOn } from '@shared/domain/periods'
import { voucherStateOn } from '@shared/domain/vouchers/machine'
import { numbersOf } from '@shared/domain/vouchers/numbers'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { requirePerson } from '../recipients/person'
import { peopleAsked } from '../services/whose'
import { moveVoucher, requireNumbers } from './acts'
import { voucherBooks } from './books'
import { exportVouchers } from './export'

export const vouchersHandlers: HandlersOf<typeof vouchersContract> = {
  'vouchers.batches': (ctx) => {
    requireWholeTownship(ctx)
    return voucherBooks(ctx)
  },

  'vouchers.issue': (ctx, { firstNumber, ...facts }) => {
    requireWholeTownship(ctx)
    const { prefix, count, issuedOn, expiresOn } = facts
    refuseBackwards(issuedOn, expiresOn)
    const numbers = numbersOf({ prefix, first: firstNumber, count })
    const [taken] = vouchersNumbered(ctx, numbers)
    if (taken)
      throw failure(
        'CONFLICT',
        `券号 ${taken.number} 已在“${findBatch(ctx, taken.voucherBatchId)?.name}”里，没有发行。换一个号头或起号。`,
        { firstNumber: '券号重复' },
      )
    return { id: addBatch(ctx, { ...facts, firstNumber }, numbers) }
  },

  'vouchers.updateBatch': (ctx, { id, revision, ...facts }) => {
    const batch = requireBatch(ctx, id)
    refuseBackwards(batch.issuedOn, facts.expiresOn)
    updateBatch(ctx, id, facts, revision)
    return {}
  },

  'vouchers.list': (ctx, { filter, after, limit }) => {
    const { villageId, recipientId, ...rest } = filter
    if (recipientId !== undefined) requirePerson(ctx, recipientId)
    const asked = { ...rest, recipientId, number: rest.number?.toUpperCase() }
    const people = peopleAsked(ctx, villageId)
    const rows = listVouchers(ctx, { ...asked, people }, after ?? null, limit + 1)
    const page = rows.slice(0, limit)
    return {
      rows: page.map((row) => shown(ctx, row)),
      next: rows.length > limit ? page.at(-1)!.id : null,
    }
  },

  'vouchers.handOut': (ctx, { batchId, title, day, by, each, recipientIds }) => {
    const batch = requireBatch(ctx, batchId)
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    const away = people.filter(({ statuses }) => standingOn(statuses, day)?.status !== 'active')
    if (away.length > 0)
      throw failure(
        'VALIDATION',
        `${away
          .slice(0, 3)
          .map(({ name }) => name)
          .join(
            '、',
          )}${away.length > 3 ? ` 等 ${away.length} 人` : ''}在 ${formatPartialDate(day)} 不在册，没有发放。把他们从名单里去掉再发。`,
        { recipientIds: '有人已不在册' },
      )
    const needed = people.length * each
    const stock = listVouchers(
      ctx,
      { batchId, state: 'inStock', asOf: day, people: null },
      null,
      needed,
    )
    if (stock.length < needed)
      throw failure(
        'VALIDATION',
        `“${batch.name}”库存只有 ${stock.length} 张，要发 ${needed} 张，没有发放。减少人数或张数，或换一批。`,
        { each: `库存 ${stock.length} 张` },
      )
    const handoutId = addHandout(ctx, { voucherBatchId: batchId, title, day, by })
    stock.forEach((voucher, at) =>
      moveVoucher(ctx, voucher, {
        move: 'handOut',
        day,
        said: {
          recipientId: people[Math.floor(at / each)]!.id,
          voucherHandoutId: handoutId,
          handedOn: day,
          reason: null,
        },
      }),
    )
    return { handoutId }
  },

  'vouchers.handouts': (ctx, { limit }) => {
    requireWholeTownship(ctx)
    return listHandouts(ctx, limit).map((one) => handoutOf(ctx, one))
  },

  'vouchers.handout': (ctx, { id }) => {
    const handout = requireHandout(ctx, id)
    const { faceValue } = findBatch(ctx, handout.voucherBatchId)!
    const byPerson = new Map<number, string[]>()
    for (const { recipientId, number } of vouchersOf(ctx, { handoutId: id }))
      byPerson.set(recipientId!, [...(byPerson.get(recipientId!) ?? []), number])
    const { name, township } = getCentre(ctx)
    return {
      ...handoutOf(ctx, handout),
      centre: { name, township },
      lines: [...byPerson].map(([recipientId, numbers]) => ({
        ...whoOf(ctx, recipientId),
        recipientId,
        numbers,
        value: numbers.length * faceValue,
      })),
    }
  },

  'vouchers.redeem': (ctx, { numbers, day, providerId }) => {
    requireWholeTownship(ctx)
    if (providerId !== null && !allServiceProviders(ctx).some(({ id }) => id === providerId))
      throw failure('NOT_FOUND', '找不到这个服务单位，没有核销。请刷新后再试。')
    const vouchers = requireNumbers(ctx, numbers, () => true)
    for (const voucher of vouchers)
      moveVoucher(ctx, voucher, { move: 'redeem', day, said: { serviceProviderId: providerId } })
    const value = vouchers.reduce(
      (sum, { voucherBatchId }) => sum + findBatch(ctx, voucherBatchId)!.faceValue,
      0,
    )
    return { count: vouchers.length, value }
  },

  'vouchers.giveBack': (ctx, { numbers, day, reason }) => {
    requireWholeTownship(ctx)
    const said = { recipientId: null, voucherHandoutId: null, handedOn: null, reason }
    for (const voucher of requireNumbers(ctx, numbers, () => true))
      moveVoucher(ctx, voucher, { move: 'giveBack', day, said })
    return {}
  },

  'vouchers.void': (ctx, { numbers, day, reason }) => {
    requireWholeTownship(ctx)
    for (const voucher of requireNumbers(ctx, numbers, () => true))
      moveVoucher(ctx, voucher, { move: 'void', day, said: { reason } })
    return {}
  },

  'vouchers.printed': (ctx, { batchId, handoutId }) => {
    requireWholeTownship(ctx)
    const { name, township, phone } = getCentre(ctx)
    return {
      centre: { name, township, phone },
      vouchers: vouchersOf(ctx, { batchId, handoutId }).flatMap((voucher) => {
        const batch = findBatch(ctx, voucher.voucherBatchId)!
        const { faceValue, expiresOn, kinds } = batch
        // Paper that can no longer be used is not printed again.
        const state = voucherStateOn({ ...voucher, expiresOn }, ctx.today)
        if (state !== 'inStock' && state !== 'handedOut') return []
        return [
          {
            number: voucher.number,
            faceValue,
            batchName: batch.name,
            expiresOn,
            kinds,
            holder: voucher.recipientId === null ? null : whoOf(ctx, voucher.recipientId).name,
          },
        ]
      }),
    }
  },

  'vouchers.export': (ctx, { batchId }) => exportVouchers(ctx, batchId),
}

const everything = 100_000

function vouchersOf(
  ctx: StoreContext,
  filter: { batchId?: number; handoutId?: number },
): Voucher[] {
  return listVouchers(ctx, { ...filter, people: null }, null, everything)
}

function requireBatch(ctx: StoreContext, id: number): VoucherBatch {
  requireWholeTownship(ctx)
  const batch = findBatch(ctx, id)
  if (!batch) throw failure('NOT_FOUND', '找不到这批服务券。请刷新后再试。')
  return batch
}

function requireHandout(ctx: StoreContext, id: number): VoucherHandout {
  requireWholeTownship(ctx)
  const handout = findHandout(ctx, id)
  if (!handout) throw failure('NOT_FOUND', '找不到这次发放，可能已撤销。请刷新后再试。')
  return handout
}

function refuseBackwards(issuedOn: string, expiresOn: string | null): void {
  if (expiresOn !== null && expiresOn < issuedOn)
    throw failure('VALIDATION', '有效期早于发行日期，没有保存。', {
      expiresOn: `不能早于 ${issuedOn}`,
    })
}

function handoutOf(ctx: StoreContext, { id, voucherBatchId, title, day, by }: VoucherHandout) {
  const { name: batchName, faceValue } = findBatch(ctx, voucherBatchId)!
  const counts = countByHandout(ctx).get(id) ?? { people: 0, vouchers: 0 }
  return { id, batchId: voucherBatchId, batchName, faceValue, title, day, by, ...counts }
}

/** Somebody whose file was hidden keeps their line, without a name. */
function whoOf(ctx: StoreContext, recipientId: number) {
  const person = findInRoster(ctx, recipientId)
  return {
    name: person?.name ?? '',
    villageName: person?.villageName || null,
    villageGroupName: person?.villageGroupName || null,
  }
}

export function shown(ctx: StoreContext, voucher: Voucher): VoucherRow {
  const { name: batchName, faceValue, expiresOn } = findBatch(ctx, voucher.voucherBatchId)!
  const { name, ...place } =
    voucher.recipientId === null
      ? { name: null, villageName: null, villageGroupName: null }
      : whoOf(ctx, voucher.recipientId)
  return {
    id: voucher.id,
    number: voucher.number,
    batchId: voucher.voucherBatchId,
    batchName,
    faceValue,
    expiresOn,
    state: voucherStateOn({ ...voucher, expiresOn }, ctx.today),
    recipientId: voucher.recipientId,
    recipientName: name,
    ...place,
    handedOn: voucher.handedOn,
    closedOn: voucher.closedOn,
    serviceRecordId: voucher.serviceRecordId,
    reason: voucher.reason,
  }
}
