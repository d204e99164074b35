import type { Day } from '@shared/domain/calendar/types'
import {
  samplePrices,
  sampleProviders,
  sampleVouchers,
  type SampleServices,
} from '@shared/domain/sample/services'
import { chargeOf } from '@shared/domain/services/charge'
import { presetItems } from '@shared/domain/services/preset'
import { numberAt } from '@shared/domain/vouchers/numbers'
import type { ChangeWriter } from '../changes'
import {
  serviceItem,
  servicePlan,
  servicePrice,
  serviceProvider,
  serviceRecord,
  tierOverride,
  voucher,
  voucherBatch,
  voucherHandout,
} from '../schema'
import type { SampleIds } from './sample'

/** Writes the sample's catalogue, plans, records, and the vouchers that paid for some of them. */
export function writeSampleServices(
  writer: ChangeWriter,
  ids: SampleIds,
  served: readonly SampleServices[],
  until: Day,
): void {
  const newYear = `${until.slice(0, 4)}-01-01`
  const items = new Map<string, { id: number; kind: string }>()
  for (const item of presetItems) {
    const id = writer.create(serviceItem, item)
    items.set(item.name, { id, kind: item.kind })
    const price = samplePrices[item.name]
    if (price) writer.create(servicePrice, { serviceItemId: id, from: newYear, ...price })
  }
  const providers = new Map(
    sampleProviders.map((one) => [one.name, writer.create(serviceProvider, one)]),
  )
  const eaters = served.filter(({ item }) => items.get(item)!.kind === 'meals')
  const vouchers = writeVouchers(writer, ids, eaters, until)
  for (const { personIndex, tier, item, provider, every, count, days } of served) {
    const recipientId = ids.people[personIndex]!
    const serviceItemId = items.get(item)!.id
    const serviceProviderId = providers.get(provider)!
    const mode = 'purchased'
    writer.create(tierOverride, { recipientId, tier, from: newYear, reason: '镇评议会认定' })
    const plan = { recipientId, serviceItemId, serviceProviderId, mode, every, count } as const
    writer.create(servicePlan, { ...plan, from: newYear })
    const own = vouchers.get(personIndex) ?? []
    for (const date of days) {
      const taken = date >= monthOfVouchers(until) ? own.shift() : undefined
      const tariff = samplePrices[item] ?? null
      const charge = chargeOf({
        tariff,
        quantity: 1,
        mode,
        tier,
        vouchers: taken === undefined ? 0 : sampleVouchers.faceValue,
      })
      const serviceRecordId = writer.create(serviceRecord, {
        recipientId,
        serviceItemId,
        serviceProviderId,
        mode,
        date,
        enteredAt: `${date}T12:00:00.000Z`,
        quantity: 1,
        tier,
        ...charge,
      })
      if (taken !== undefined)
        writer.update(voucher, taken, {
          state: 'redeemed',
          closedOn: date,
          serviceRecordId,
          serviceProviderId,
        })
    }
  }
}

const monthOfVouchers = (until: Day): Day => `${until.slice(0, 7)}-01`

/** This year's batch, handed out on the first of the month; answers each person's vouchers. */
function writeVouchers(
  writer: ChangeWriter,
  ids: SampleIds,
  eaters: readonly SampleServices[],
  until: Day,
): Map<number, number[]> {
  const { faceValue, kinds, each, spare } = sampleVouchers
  const day = monthOfVouchers(until)
  const year = until.slice(0, 4)
  const batch = {
    name: `${year}年助餐券`,
    faceValue,
    kinds,
    prefix: `ZC${year}`,
    firstNumber: 1,
    count: eaters.length * each + spare,
    source: '县级养老服务补助',
  }
  const voucherBatchId = writer.create(voucherBatch, {
    ...batch,
    issuedOn: `${year}-01-05`,
    expiresOn: `${year}-12-31`,
  })
  const voucherHandoutId = writer.create(voucherHandout, {
    voucherBatchId,
    title: `${Number(until.slice(5, 7))}月助餐券发放`,
    day,
    by: '样例经办',
  })
  const byPerson = new Map<number, number[]>()
  const run = { prefix: batch.prefix, first: 1, count: batch.count }
  for (let at = 0; at < batch.count; at += 1) {
    const eater = eaters[Math.floor(at / each)]
    const number = numberAt(run, at)
    if (!eater) {
      writer.create(voucher, { voucherBatchId, number, state: 'inStock' })
      continue
    }
    const id = writer.create(voucher, {
      voucherBatchId,
      number,
      state: 'handedOut',
      recipientId: ids.people[eater.personIndex]!,
      voucherHandoutId,
      handedOn: day,
    })
    byPerson.set(eater.personIndex, [...(byPerson.get(eater.personIndex) ?? []), id])
  }
  return byPerson
}
