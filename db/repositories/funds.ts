import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { fundEntry, fundLine } from '../schema'

export type FundLine = typeof fundLine.$inferSelect
export type FundEntry = typeof fundEntry.$inferSelect

export function fundLinesOf(ctx: StoreContext, year: number): FundLine[] {
  return ctx.db
    .select()
    .from(fundLine)
    .where(and(eq(fundLine.year, year), isNull(fundLine.voidedAt)))
    .orderBy(asc(fundLine.id))
    .all()
}

export function findFundLine(ctx: StoreContext, id: number): FundLine | undefined {
  return ctx.db
    .select()
    .from(fundLine)
    .where(and(eq(fundLine.id, id), isNull(fundLine.voidedAt)))
    .get()
}

/** What came in and went out of these lines, the latest first. */
export function fundEntriesOf(ctx: StoreContext, lineIds: readonly number[]): FundEntry[] {
  if (lineIds.length === 0) return []
  return ctx.db
    .select()
    .from(fundEntry)
    .where(and(inArray(fundEntry.fundLineId, [...lineIds]), isNull(fundEntry.voidedAt)))
    .orderBy(desc(fundEntry.day), desc(fundEntry.id))
    .all()
}

/** What came in and went out between two days, both included. */
export function fundEntriesBetween(ctx: StoreContext, from: Day, to: Day): FundEntry[] {
  return ctx.db
    .select()
    .from(fundEntry)
    .where(and(isNull(fundEntry.voidedAt), gte(fundEntry.day, from), lte(fundEntry.day, to)))
    .orderBy(asc(fundEntry.day), asc(fundEntry.id))
    .all()
}

export function findFundEntry(ctx: StoreContext, id: number): FundEntry | undefined {
  return ctx.db
    .select()
    .from(fundEntry)
    .where(and(eq(fundEntry.id, id), isNull(fundEntry.voidedAt)))
    .get()
}

/** An entry, struck off or not. */
export const fundEntryEver = (ctx: StoreContext, id: number): FundEntry | undefined =>
  ctx.db.select().from(fundEntry).where(eq(fundEntry.id, id)).get()

export function addFundLine(ctx: WriteContext, values: NewRecord<typeof fundLine>): number {
  return ctx.writer.create(fundLine, values)
}

export function updateFundLine(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof fundLine>,
  revision: number,
): void {
  ctx.writer.update(fundLine, id, patch, { revision })
}

export function voidFundLine(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(fundLine, id, reason)
}

export function addFundEntry(ctx: WriteContext, values: NewRecord<typeof fundEntry>): number {
  return ctx.writer.create(fundEntry, values)
}

export function voidFundEntry(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(fundEntry, id, reason)
}
