import { and, asc, desc, eq, gte, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, succession } from '@shared/domain/periods'
import type { Tariff } from '@shared/domain/services/charge'
import type { ServiceKind, ServiceMode } from '@shared/domain/services/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { serviceItem, servicePlan, servicePrice, serviceProvider, serviceRecord } from '../schema'

export type ServiceItem = typeof serviceItem.$inferSelect
export type ServicePrice = typeof servicePrice.$inferSelect
export type ServiceProvider = typeof serviceProvider.$inferSelect
export type ServicePlan = typeof servicePlan.$inferSelect
export type ServiceRecord = typeof serviceRecord.$inferSelect

// ── Catalogue ──

export const allServiceItems = (ctx: StoreContext): readonly ServiceItem[] =>
  ctx.memo.derive('serviceItems', [serviceItem], () =>
    ctx.db
      .select()
      .from(serviceItem)
      .where(isNull(serviceItem.voidedAt))
      .orderBy(asc(serviceItem.id))
      .all(),
  )

export const allServiceProviders = (ctx: StoreContext): readonly ServiceProvider[] =>
  ctx.memo.derive('serviceProviders', [serviceProvider], () =>
    ctx.db
      .select()
      .from(serviceProvider)
      .where(isNull(serviceProvider.voidedAt))
      .orderBy(asc(serviceProvider.id))
      .all(),
  )

const noPrices: readonly ServicePrice[] = []

/** The prices of an item, oldest first. */
export function pricesOf(ctx: StoreContext, itemId: number): readonly ServicePrice[] {
  const byItem = ctx.memo.derive('servicePrices', [servicePrice], () =>
    groupBy(
      ctx.db
        .select()
        .from(servicePrice)
        .where(isNull(servicePrice.voidedAt))
        .orderBy(asc(servicePrice.from), asc(servicePrice.id))
        .all(),
      (row) => row.serviceItemId,
    ),
  )
  return byItem.get(itemId) ?? noPrices
}

/** The price in force on a day; null where none was set. */
export const tariffOn = (ctx: StoreContext, itemId: number, day: Day): Tariff | null =>
  pricesOf(ctx, itemId).find((price) => holdsOn(price, day)) ?? null

export const addServiceItem = (ctx: WriteContext, values: NewRecord<typeof serviceItem>): number =>
  ctx.writer.create(serviceItem, values)

export const updateServiceItem = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof serviceItem>,
  revision: number,
): boolean => ctx.writer.update(serviceItem, id, patch, { revision })

export const addServiceProvider = (
  ctx: WriteContext,
  values: NewRecord<typeof serviceProvider>,
): number => ctx.writer.create(serviceProvider, values)

export const updateServiceProvider = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof serviceProvider>,
  revision: number,
): boolean => ctx.writer.update(serviceProvider, id, patch, { revision })

/** A price from a day on; days before keep theirs. */
export function beginPrice(
  ctx: WriteContext,
  serviceItemId: number,
  begin: Tariff & { from: Day },
): void {
  const { ended, replaced } = succession(pricesOf(ctx, serviceItemId), begin.from)
  for (const [{ id }, last] of ended) ctx.writer.update(servicePrice, id, { to: last })
  for (const { id } of replaced) ctx.writer.void(servicePrice, id, '改用新价格')
  ctx.writer.create(servicePrice, { serviceItemId, ...begin, to: null })
}

// ── Plans ──

/** All plans that have not been hidden, in the order in which they began. */
export const allServicePlans = (ctx: StoreContext): readonly ServicePlan[] =>
  ctx.memo.derive('servicePlans', [servicePlan], () =>
    ctx.db
      .select()
      .from(servicePlan)
      .where(isNull(servicePlan.voidedAt))
      .orderBy(asc(servicePlan.from), asc(servicePlan.id))
      .all(),
  )

export const addServicePlan = (ctx: WriteContext, values: NewRecord<typeof servicePlan>): number =>
  ctx.writer.create(servicePlan, values)

export const updateServicePlan = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof servicePlan>,
  revision: number,
): boolean => ctx.writer.update(servicePlan, id, patch, { revision })

export const voidServicePlan = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(servicePlan, id, reason)

/** Units done between two days, by person and item. */
export function servicesDone(ctx: StoreContext, from: Day, to: Day): ReadonlyMap<string, number> {
  const rows = ctx.db.$client
    .prepare(
      `select recipient_id, service_item_id, sum(quantity)
       from service_record indexed by service_record_done
       where voided_at is null and date between ? and ?
       group by recipient_id, service_item_id`,
    )
    .raw()
    .all(from, to) as [number, number, number][]
  return new Map(rows.map(([person, item, quantity]) => [doneKey(person, item), quantity]))
}

export const doneKey = (recipientId: number, itemId: number): string => `${recipientId} ${itemId}`

// ── Records ──

export interface ServiceFilter {
  recipientId?: number
  itemId?: number
  kind?: ServiceKind
  mode?: ServiceMode
  providerId?: number
  /** Only these people's: a village's, or those the operator may see. Null is everybody's. */
  people: ReadonlySet<number> | null
  from?: Day
  to?: Day
}

export interface ServiceCursor {
  day: Day
  id: number
}

/** A page of records, the latest day first, read along an index no further than the page needs. */
export function listServiceRecords(
  ctx: StoreContext,
  filter: ServiceFilter,
  after: ServiceCursor | null,
  limit: number,
): ServiceRecord[] {
  const conditions = conditionsOf(ctx, filter)
  if (after)
    conditions.push(sql`(${serviceRecord.date}, ${serviceRecord.id}) < (${after.day}, ${after.id})`)
  return ctx.db
    .select()
    .from(serviceRecord)
    .where(and(...conditions))
    .orderBy(desc(serviceRecord.date), desc(serviceRecord.id))
    .limit(limit)
    .all()
}

export interface ServiceSums {
  count: number
  quantity: number
  people: number
  amount: number
  personPays: number
  voucherPays: number
  subsidy: number
}

export function sumServiceRecords(ctx: StoreContext, filter: ServiceFilter): ServiceSums {
  const sum = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`
  return ctx.db
    .select({
      count: sql<number>`count(*)`,
      quantity: sum(serviceRecord.quantity),
      people: sql<number>`count(distinct ${serviceRecord.recipientId})`,
      amount: sum(serviceRecord.amount),
      personPays: sum(serviceRecord.personPays),
      voucherPays: sum(serviceRecord.voucherPays),
      subsidy: sum(serviceRecord.subsidy),
    })
    .from(serviceRecord)
    .where(and(...conditionsOf(ctx, filter)))
    .get()!
}

/** A plus sign keeps the planner from an index that would have to be sorted. */
function conditionsOf(ctx: StoreContext, filter: ServiceFilter): SQL[] {
  const { recipientId, itemId, kind, mode, providerId, people, from, to } = filter
  const items = kind && allServiceItems(ctx).filter((item) => item.kind === kind)
  return [
    isNull(serviceRecord.voidedAt),
    recipientId === undefined ? undefined : eq(serviceRecord.recipientId, recipientId),
    itemId === undefined
      ? undefined
      : recipientId === undefined
        ? eq(serviceRecord.serviceItemId, itemId)
        : sql`+${serviceRecord.serviceItemId} = ${itemId}`,
    items &&
      isAnyOf(
        serviceRecord.serviceItemId,
        items.map(({ id }) => id),
      ),
    mode && sql`+${serviceRecord.mode} = ${mode}`,
    providerId === undefined
      ? undefined
      : recipientId === undefined && itemId === undefined
        ? eq(serviceRecord.serviceProviderId, providerId)
        : sql`+${serviceRecord.serviceProviderId} = ${providerId}`,
    people ? isAnyOf(serviceRecord.recipientId, [...people]) : undefined,
    from && gte(serviceRecord.date, from),
    to && lte(serviceRecord.date, to),
  ].filter((condition): condition is SQL => condition !== undefined && condition !== '')
}

const isAnyOf = (column: SQLiteColumn, ids: readonly number[]): SQL =>
  sql`+${column} in (select value from json_each(${JSON.stringify(ids)}))`

/** Who of these people has a record of the item on the day. */
export function servedOn(ctx: StoreContext, itemId: number, day: Day): ReadonlySet<number> {
  return new Set(
    ctx.db
      .select({ recipientId: serviceRecord.recipientId })
      .from(serviceRecord)
      .where(
        and(
          isNull(serviceRecord.voidedAt),
          eq(serviceRecord.serviceItemId, itemId),
          eq(serviceRecord.date, day),
        ),
      )
      .all()
      .map(({ recipientId }) => recipientId),
  )
}

export function findServiceRecord(ctx: StoreContext, id: number): ServiceRecord | undefined {
  return ctx.db
    .select()
    .from(serviceRecord)
    .where(and(eq(serviceRecord.id, id), isNull(serviceRecord.voidedAt)))
    .get()
}

/** Records one service; it is typed in now. */
export const addServiceRecord = (
  ctx: WriteContext,
  values: Omit<NewRecord<typeof serviceRecord>, 'enteredAt'>,
): number => ctx.writer.create(serviceRecord, { ...values, enteredAt: ctx.now })

export const voidServiceRecord = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(serviceRecord, id, reason)
