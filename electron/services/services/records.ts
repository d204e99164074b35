import type { StoreContext, WriteContext } from '@db/context'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import {
  addServiceRecord,
  allServiceItems,
  allServicePlans,
  allServiceProviders,
  findServiceRecord,
  servedOn,
  tariffOn,
  voidServiceRecord,
  type ServiceFilter,
  type ServiceRecord,
} from '@db/repositories/services'
import { numbersOfRecords, vouchersOfRecord } from '@db/repositories/vouchers'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { ServiceEntry, ServiceFilterInput, ServiceRecordRow } from '@shared/contract/services'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { holdsOn } from '@shared/domain/periods'
import { chargeOf, unitPrice, type Charge } from '@shared/domain/services/charge'
import { refuseAfterClosing } from '../contacts/checks'
import { inVillageOrder } from '../benefits/lists'
import { requirePerson } from '../recipients/person'
import { tierOn } from '../service-tiers/tiers'
import { moveVoucher, requireNumbers } from '../vouchers/acts'
import { usableVouchers, wholeVouchers, type UsableVoucher } from '../vouchers/usable'
import { checkProvider, requireItem } from './catalogue'
import { peopleAsked } from './whose'

/** Whom a list of one item on one day can be about, village by village. */
export function candidatesOf(
  ctx: StoreContext,
  { itemId, date, villageId, planned }: InputOf<'services.candidates'>,
): OutputOf<'services.candidates'> {
  const item = requireItem(ctx, itemId)
  const tariff = tariffOn(ctx, itemId, date)
  const withPlan = new Set(
    allServicePlans(ctx)
      .filter((plan) => plan.serviceItemId === itemId && holdsOn(plan, date))
      .map(({ recipientId }) => recipientId),
  )
  const recorded = servedOn(ctx, itemId, date)
  const people = inVillageOrder(
    ctx,
    loadRoster(ctx).filter(
      (person) =>
        person.status === 'active' &&
        (villageId === undefined || person.villageId === villageId) &&
        (!planned || withPlan.has(person.id)),
    ),
  )
  const usable = usableVouchers(
    ctx,
    people.map(({ id }) => id),
    item.kind,
    date,
  )
  return {
    price: tariff && { price: tariff.price, lowCostPrice: tariff.lowCostPrice },
    rows: people.map((person) => {
      const { tier } = tierOn(ctx, person, date)
      return {
        recipientId: person.id,
        name: person.name,
        initials: person.initials ?? initialsOf(person.name),
        villageName: person.villageName || null,
        villageGroupName: person.villageGroupName || null,
        tier,
        planned: withPlan.has(person.id),
        recorded: recorded.has(person.id),
        unitPays: tariff && unitPrice(tariff, tier),
        vouchers: (usable.get(person.id) ?? []).map(({ voucher, batch }) => ({
          number: voucher.number,
          faceValue: batch.faceValue,
        })),
      }
    }),
  }
}

/** Records one item on one day for a list of people: all of them or none. */
export function recordServices(
  ctx: WriteContext,
  { itemId, date, mode, providerId, lines, allowSame }: ServiceEntry,
): OutputOf<'services.record'> {
  const item = requireItem(ctx, itemId)
  if (date > ctx.today)
    throw failure('VALIDATION', `${formatPartialDate(date)}还没到，没有登记。做过之后再登记。`, {
      date: '不能晚于今天',
    })
  checkProvider(ctx, providerId, mode, date)
  const served = lines.map((line) => ({ line, person: requirePerson(ctx, line.recipientId) }))
  refuseTwice(served.map(({ person }) => person))
  for (const { person } of served) refuseAfterClosing(person, date)
  if (!allowSame)
    refuseSame(
      ctx,
      itemId,
      date,
      served.map(({ person }) => person),
    )
  const usable = usableVouchers(
    ctx,
    served.map(({ person }) => person.id),
    item.kind,
    date,
  )
  const tariff = tariffOn(ctx, itemId, date)
  const entered = served.map(({ line, person }) => {
    const { quantity } = line
    const { tier } = tierOn(ctx, person, date)
    const own = usable.get(person.id) ?? []
    const price = { tariff, quantity, mode, tier, agreed: line.personPays }
    const given =
      line.vouchers === 'usual'
        ? wholeVouchers(own, chargeOf({ ...price, vouchers: 0 }).amount)
        : givenVouchers(ctx, person, line, own)
    const value = given.reduce((sum, { batch }) => sum + batch.faceValue, 0)
    const charge = chargeOf({ ...price, vouchers: value })
    if (given.length > 0 && charge.amount === 0)
      throw failure('VALIDATION', `这项服务不收费，${person.name}不用交券。没有登记任何人。`, {
        vouchers: '不收费',
      })
    const id = addServiceRecord(ctx, {
      recipientId: person.id,
      serviceItemId: itemId,
      date,
      mode,
      serviceProviderId: providerId,
      quantity,
      tier,
      ...charge,
      note: line.note,
    })
    for (const { voucher } of given)
      moveVoucher(ctx, voucher, {
        move: 'redeem',
        day: date,
        said: { serviceRecordId: id, serviceProviderId: providerId },
      })
    return { id, quantity, charge }
  })
  const sumOf = (part: keyof Charge): number =>
    entered.reduce((sum, { charge }) => sum + charge[part], 0)
  return {
    ids: entered.map(({ id }) => id),
    sums: {
      count: entered.length,
      people: entered.length,
      quantity: entered.reduce((sum, { quantity }) => sum + quantity, 0),
      amount: sumOf('amount'),
      personPays: sumOf('personPays'),
      voucherPays: sumOf('voucherPays'),
      subsidy: sumOf('subsidy'),
    },
  }
}

/** Numbers typed for one person: each must be theirs and pay for this service on this day. */
function givenVouchers(
  ctx: StoreContext,
  person: RosterPerson,
  { vouchers }: ServiceEntry['lines'][number],
  own: readonly UsableVoucher[],
): UsableVoucher[] {
  const numbers = vouchers === 'usual' ? [] : vouchers
  const byNumber = new Map(own.map((one) => [one.voucher.number, one]))
  const theirs = requireNumbers(ctx, numbers, ({ recipientId }) => recipientId === person.id)
  return theirs.map((voucher) => {
    const found = byNumber.get(voucher.number)
    if (!found)
      throw failure(
        'VALIDATION',
        `券号 ${voucher.number} 不能付这项服务：已用过、已过期，或不是这类服务的券。没有登记任何人。`,
        { vouchers: voucher.number },
      )
    return found
  })
}

function refuseTwice(people: readonly RosterPerson[]): void {
  const seen = new Set<number>()
  for (const { id, name } of people) {
    if (seen.has(id))
      throw failure('VALIDATION', `${name}在名单里有两行，没有登记任何人。合成一行，改数量。`, {
        lines: `${name}重复`,
      })
    seen.add(id)
  }
}

function refuseSame(
  ctx: StoreContext,
  itemId: number,
  date: string,
  people: readonly RosterPerson[],
): void {
  const served = servedOn(ctx, itemId, date)
  const same = people.filter(({ id }) => served.has(id))
  if (same.length === 0) return
  const names = same
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')
  throw failure(
    'CONFLICT',
    `${names}${same.length > 3 ? ` 等 ${same.length} 人` : ''}这一天已经登记过这项服务，这次没有登记任何人。确实又服务了一次，再选“仍然登记”。`,
    undefined,
    { same: same.map(({ id }) => id) },
  )
}

/** Hides records typed by mistake; the vouchers that paid are the people's again. */
export function voidServices(ctx: WriteContext, ids: readonly number[], reason: string): void {
  for (const id of ids) {
    const record = findServiceRecord(ctx, id)
    if (!record) throw failure('NOT_FOUND', '找不到这条服务记录，可能已被更正隐去。请刷新后再试。')
    requirePerson(ctx, record.recipientId)
    for (const voucher of vouchersOfRecord(ctx, id))
      moveVoucher(ctx, voucher, {
        move: 'reopen',
        day: record.date,
        said: { serviceRecordId: null, serviceProviderId: null, reason },
      })
    voidServiceRecord(ctx, id, reason)
  }
}

/** The filter as the repository asks it. */
export function filterOf(ctx: StoreContext, filter: ServiceFilterInput): ServiceFilter {
  const { villageId, ...rest } = filter
  if (rest.recipientId !== undefined) requirePerson(ctx, rest.recipientId)
  return { ...rest, people: peopleAsked(ctx, villageId) }
}

export function shownRecords(
  ctx: StoreContext,
  records: readonly ServiceRecord[],
): ServiceRecordRow[] {
  const people = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  const items = new Map(allServiceItems(ctx).map((item) => [item.id, item]))
  const providers = new Map(allServiceProviders(ctx).map(({ id, name }) => [id, name]))
  const paidWith = numbersOfRecords(
    ctx,
    records.filter(({ voucherPays }) => voucherPays > 0).map(({ id }) => id),
  )
  return records.map((record) => {
    const person = people.get(record.recipientId)
    const item = items.get(record.serviceItemId)!
    return {
      id: record.id,
      recipientId: record.recipientId,
      recipientName: person?.name ?? '',
      villageName: person?.villageName || null,
      date: record.date,
      enteredAt: record.enteredAt,
      itemId: item.id,
      itemName: item.name,
      kind: item.kind,
      unit: item.unit,
      quantity: record.quantity,
      mode: record.mode,
      providerId: record.serviceProviderId,
      providerName:
        record.serviceProviderId === null
          ? null
          : (providers.get(record.serviceProviderId) ?? null),
      tier: record.tier,
      amount: record.amount,
      personPays: record.personPays,
      voucherPays: record.voucherPays,
      subsidy: record.subsidy,
      vouchers: paidWith.get(record.id) ?? [],
      note: record.note,
    }
  })
}
