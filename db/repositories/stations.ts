import { asc, desc, isNull } from 'drizzle-orm'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { association, fireCheck, station } from '../schema'

export type Station = typeof station.$inferSelect
export type FireCheckRow = typeof fireCheck.$inferSelect
export type Association = typeof association.$inferSelect

/** 站点和设施 in order of entry, closed ones included. */
export function allStations(ctx: StoreContext): readonly Station[] {
  return ctx.memo.derive('stations', [station], () =>
    ctx.db.select().from(station).where(isNull(station.voidedAt)).orderBy(asc(station.id)).all(),
  )
}

export function addStation(ctx: WriteContext, values: NewRecord<typeof station>): number {
  return ctx.writer.create(station, values)
}

export function updateStation(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof station>,
  revision?: number,
): void {
  ctx.writer.update(station, id, patch, { revision })
}

/** Strikes off a station with its checks. */
export function voidStation(ctx: WriteContext, id: number, reason: string): void {
  for (const check of fireChecksByStation(ctx).get(id) ?? []) voidFireCheck(ctx, check.id, reason)
  ctx.writer.void(station, id, reason)
}

/** 消防安全检查 by station, the latest first. */
export function fireChecksByStation(
  ctx: StoreContext,
): ReadonlyMap<number, readonly FireCheckRow[]> {
  return ctx.memo.derive('fireChecks', [fireCheck], () =>
    groupBy(
      ctx.db
        .select()
        .from(fireCheck)
        .where(isNull(fireCheck.voidedAt))
        .orderBy(desc(fireCheck.day), desc(fireCheck.id))
        .all(),
      ({ stationId }) => stationId,
    ),
  )
}

export function addFireCheck(ctx: WriteContext, values: NewRecord<typeof fireCheck>): number {
  return ctx.writer.create(fireCheck, values)
}

export function voidFireCheck(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(fireCheck, id, reason)
}

/** 老年协会 and 互助协会 in order of entry, dissolved ones included. */
export function allAssociations(ctx: StoreContext): readonly Association[] {
  return ctx.memo.derive('associations', [association], () =>
    ctx.db
      .select()
      .from(association)
      .where(isNull(association.voidedAt))
      .orderBy(asc(association.id))
      .all(),
  )
}

export function addAssociation(ctx: WriteContext, values: NewRecord<typeof association>): number {
  return ctx.writer.create(association, values)
}

export function updateAssociation(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof association>,
  revision?: number,
): void {
  ctx.writer.update(association, id, patch, { revision })
}

export function voidAssociation(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(association, id, reason)
}
