import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { StoredVoucherState, VoucherState } from '@shared/domain/vouchers/machine'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { voucher, voucherBatch, voucherHandout } from '../schema'

export type Voucher = typeof voucher.$inferSelect
export type VoucherBatch = typeof voucherBatch.$inferSelect
export type VoucherHandout = typeof voucherHandout.$inferSelect

// ── Batches ──

/** The latest first. */
export const allBatches = (ctx: StoreContext): readonly VoucherBatch[] =>
  ctx.memo.derive('voucherBatches', [voucherBatch], () =>
    ctx.db
      .select()
      .from(voucherBatch)
      .where(isNull(voucherBatch.voidedAt))
      .orderBy(desc(voucherBatch.issuedOn), desc(voucherBatch.id))
      .all(),
  )

export const findBatch = (ctx: StoreContext, id: number): VoucherBatch | undefined =>
  allBatches(ctx).find((batch) => batch.id === id)

/** How many vouchers of each batch are stored in each state. */
export function countVouchers(
  ctx: StoreContext,
): { batchId: number; state: StoredVoucherState; count: number }[] {
  return ctx.db
    .select({
      batchId: voucher.voucherBatchId,
      state: voucher.state,
      count: sql<number>`count(*)`,
    })
    .from(voucher)
    .where(isNull(voucher.voidedAt))
    .groupBy(voucher.voucherBatchId, voucher.state)
    .all()
}

export function addBatch(
  ctx: WriteContext,
  values: NewRecord<typeof voucherBatch>,
  numbers: readonly string[],
): number {
  const voucherBatchId = ctx.writer.create(voucherBatch, values)
  for (const number of numbers)
    ctx.writer.create(voucher, { voucherBatchId, number, state: 'inStock' })
  return voucherBatchId
}

export const updateBatch = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof voucherBatch>,
  revision: number,
): boolean => ctx.writer.update(voucherBatch, id, patch, { revision })

// ── Vouchers ──

export interface VoucherFilter {
  batchId?: number
  /** Those past their batch's last day have expired; as of today, or of the day of an act. */
  state?: VoucherState
  asOf?: Day
  recipientId?: number
  handoutId?: number
  number?: string
  /** Only these people's; null is everybody's and the stock. */
  people: ReadonlySet<number> | null
}

/** A page of vouchers in the order in which they were printed. */
export function listVouchers(
  ctx: StoreContext,
  filter: VoucherFilter,
  afterId: number | null,
  limit: number,
): Voucher[] {
  return ctx.db
    .select()
    .from(voucher)
    .where(
      and(
        ...conditionsOf(ctx, filter),
        afterId === null ? undefined : sql`${voucher.id} > ${afterId}`,
      ),
    )
    .orderBy(asc(voucher.id))
    .limit(limit)
    .all()
}

function conditionsOf(ctx: StoreContext, filter: VoucherFilter): (SQL | undefined)[] {
  const { batchId, state, asOf = ctx.today, recipientId, handoutId, number, people } = filter
  const past = allBatches(ctx).flatMap(({ id, expiresOn }) =>
    expiresOn !== null && expiresOn < asOf ? [id] : [],
  )
  const isPast = among(sql`+${voucher.voucherBatchId}`, past)
  return [
    isNull(voucher.voidedAt),
    batchId === undefined ? undefined : eq(voucher.voucherBatchId, batchId),
    state === undefined
      ? undefined
      : state === 'expired'
        ? and(inArray(voucher.state, ['inStock', 'handedOut']), isPast)
        : and(
            eq(voucher.state, state),
            state === 'inStock' || state === 'handedOut' ? sql`not (${isPast})` : undefined,
          ),
    recipientId === undefined ? undefined : eq(voucher.recipientId, recipientId),
    handoutId === undefined ? undefined : eq(voucher.voucherHandoutId, handoutId),
    number === undefined ? undefined : eq(voucher.number, number),
    people ? among(sql`+${voucher.recipientId}`, [...people]) : undefined,
  ]
}

const among = (column: SQL, ids: readonly number[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`

export function vouchersNumbered(ctx: StoreContext, numbers: readonly string[]): Voucher[] {
  return ctx.db
    .select()
    .from(voucher)
    .where(
      and(
        isNull(voucher.voidedAt),
        sql`${voucher.number} in (select value from json_each(${JSON.stringify(numbers)}))`,
      ),
    )
    .orderBy(asc(voucher.id))
    .all()
}

/** Vouchers that these people were handed and have not used, in the order of printing. */
export function unusedVouchers(ctx: StoreContext, recipientIds: readonly number[]): Voucher[] {
  return ctx.db
    .select()
    .from(voucher)
    .where(
      and(
        isNull(voucher.voidedAt),
        eq(voucher.state, 'handedOut'),
        among(sql`${voucher.recipientId}`, recipientIds),
      ),
    )
    .orderBy(asc(voucher.id))
    .all()
}

export function vouchersOfRecord(ctx: StoreContext, serviceRecordId: number): Voucher[] {
  return ctx.db
    .select()
    .from(voucher)
    .where(and(isNull(voucher.voidedAt), eq(voucher.serviceRecordId, serviceRecordId)))
    .all()
}

/** The numbers that paid for each of these records. */
export function numbersOfRecords(
  ctx: StoreContext,
  recordIds: readonly number[],
): ReadonlyMap<number, string[]> {
  const numbers = new Map<number, string[]>()
  if (recordIds.length === 0) return numbers
  const rows = ctx.db
    .select({ recordId: voucher.serviceRecordId, number: voucher.number })
    .from(voucher)
    .where(and(isNull(voucher.voidedAt), among(sql`${voucher.serviceRecordId}`, recordIds)))
    .all()
  for (const { recordId, number } of rows)
    numbers.set(recordId!, [...(numbers.get(recordId!) ?? []), number])
  return numbers
}

export const updateVoucher = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof voucher>,
): boolean => ctx.writer.update(voucher, id, patch)

// ── Handing out ──

export const addHandout = (ctx: WriteContext, values: NewRecord<typeof voucherHandout>): number =>
  ctx.writer.create(voucherHandout, values)

/** The latest first. */
export function listHandouts(ctx: StoreContext, limit: number): VoucherHandout[] {
  return ctx.db
    .select()
    .from(voucherHandout)
    .where(isNull(voucherHandout.voidedAt))
    .orderBy(desc(voucherHandout.day), desc(voucherHandout.id))
    .limit(limit)
    .all()
}

export function findHandout(ctx: StoreContext, id: number): VoucherHandout | undefined {
  return ctx.db
    .select()
    .from(voucherHandout)
    .where(and(eq(voucherHandout.id, id), isNull(voucherHandout.voidedAt)))
    .get()
}

/** How many vouchers each handing out still stands for. */
export function countByHandout(
  ctx: StoreContext,
): ReadonlyMap<number, { vouchers: number; people: number }> {
  const rows = ctx.db
    .select({
      id: sql<number>`${voucher.voucherHandoutId}`,
      vouchers: sql<number>`count(*)`,
      people: sql<number>`count(distinct ${voucher.recipientId})`,
    })
    .from(voucher)
    .where(and(isNull(voucher.voidedAt), sql`${voucher.voucherHandoutId} is not null`))
    .groupBy(voucher.voucherHandoutId)
    .all()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
