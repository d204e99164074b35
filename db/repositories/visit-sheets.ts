import { and, asc, desc, eq, gte, inArray, isNull, like, lt, lte, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Day } from '@shared/domain/calendar/types'
import type { VisitSheetState } from '@shared/domain/visit-sheets/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { contact, missedVisit, visitSheet, visitSheetLine } from '../schema'

export type StoredSheet = typeof visitSheet.$inferSelect
export type StoredLine = typeof visitSheetLine.$inferSelect
export type MissedVisit = typeof missedVisit.$inferSelect

export interface SheetFilter {
  states?: readonly VisitSheetState[]
  helperId?: number
  villageId?: number
  /** Periods that touch these days. */
  touching?: { from: Day; to: Day }
  endedBefore?: Day
}

/** Latest period first, then by number. */
export function listSheets(ctx: StoreContext, filter: SheetFilter, limit: number): StoredSheet[] {
  const { states, helperId, villageId, touching, endedBefore } = filter
  return ctx.db
    .select()
    .from(visitSheet)
    .where(
      and(
        isNull(visitSheet.voidedAt),
        states && inArray(visitSheet.state, [...states]),
        helperId === undefined ? undefined : eq(visitSheet.helperId, helperId),
        villageId === undefined ? undefined : eq(visitSheet.villageId, villageId),
        touching && lte(visitSheet.from, touching.to),
        touching && gte(visitSheet.to, touching.from),
        endedBefore === undefined ? undefined : lt(visitSheet.to, endedBefore),
      ),
    )
    .orderBy(desc(visitSheet.from), asc(visitSheet.number))
    .limit(limit)
    .all()
}

export function sheetsById(ctx: StoreContext, ids: readonly number[]): Map<number, StoredSheet> {
  const rows = ctx.db
    .select()
    .from(visitSheet)
    .where(and(isNull(visitSheet.voidedAt), isAmong(visitSheet.id, ids)))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Sheets with this number, the newest first: two stations may each have counted to it. */
export function sheetsNumbered(ctx: StoreContext, number: string): StoredSheet[] {
  return ctx.db
    .select()
    .from(visitSheet)
    .where(and(isNull(visitSheet.voidedAt), eq(visitSheet.number, number)))
    .orderBy(desc(visitSheet.id))
    .all()
}

/** The numbers given out that begin so, cancelled sheets included: a number is used once. */
export function numbersBeginning(ctx: StoreContext, prefix: string): string[] {
  return ctx.db
    .select({ number: visitSheet.number })
    .from(visitSheet)
    .where(like(visitSheet.number, `${prefix}-%`))
    .all()
    .map(({ number }) => number)
}

/** In printed order. */
export function linesOfSheets(ctx: StoreContext, sheetIds: readonly number[]): StoredLine[] {
  return ctx.db
    .select()
    .from(visitSheetLine)
    .where(and(isNull(visitSheetLine.voidedAt), isAmong(visitSheetLine.visitSheetId, sheetIds)))
    .orderBy(asc(visitSheetLine.visitSheetId), asc(visitSheetLine.position))
    .all()
}

export function findLine(ctx: StoreContext, id: number): StoredLine | undefined {
  return ctx.db
    .select()
    .from(visitSheetLine)
    .where(and(isNull(visitSheetLine.voidedAt), eq(visitSheetLine.id, id)))
    .get()
}

/** The contacts that answer lines, oldest day first. */
export function contactsAnswering(ctx: StoreContext, lineIds: readonly number[]) {
  return ctx.db
    .select({
      lineId: contact.visitSheetLineId,
      id: contact.id,
      kind: contact.kind,
      date: contact.date,
    })
    .from(contact)
    .where(and(isNull(contact.voidedAt), isAmong(contact.visitSheetLineId, lineIds)))
    .orderBy(asc(contact.date))
    .all()
}

/** Where a line was answered with 未遇到. */
export function missedAnswering(ctx: StoreContext, lineIds: readonly number[]) {
  return ctx.db
    .select({
      lineId: missedVisit.visitSheetLineId,
      id: missedVisit.id,
      reason: missedVisit.reason,
      date: missedVisit.date,
    })
    .from(missedVisit)
    .where(and(isNull(missedVisit.voidedAt), isAmong(missedVisit.visitSheetLineId, lineIds)))
    .orderBy(asc(missedVisit.date))
    .all()
}

/** What these grid lines were entered as before, by their keys. */
export function enteredUnder(ctx: StoreContext, keys: readonly string[]): Map<string, number[]> {
  const found = [contact, missedVisit].flatMap((table) =>
    ctx.db
      .select({ key: table.entryKey, id: table.id })
      .from(table)
      .where(and(isNull(table.voidedAt), inArray(table.entryKey, [...keys])))
      .all(),
  )
  const ids = new Map<string, number[]>()
  for (const { key, id } of found) ids.set(key!, [...(ids.get(key!) ?? []), id])
  return ids
}

/** Latest first; `people` null is everybody's. */
export function listMissed(
  ctx: StoreContext,
  people: ReadonlySet<number> | null,
  limit: number,
): MissedVisit[] {
  return ctx.db
    .select()
    .from(missedVisit)
    .where(
      and(
        isNull(missedVisit.voidedAt),
        people ? isAmong(missedVisit.recipientId, [...people]) : undefined,
      ),
    )
    .orderBy(desc(missedVisit.date), desc(missedVisit.id))
    .limit(limit)
    .all()
}

/** The latest contact of a person, of which a visit sheet may ask what became of it. */
export function latestContactOf(ctx: StoreContext, recipientId: number) {
  return ctx.db
    .select({
      date: contact.date,
      problem: contact.problem,
      outcome: contact.outcome,
      revisitOn: contact.revisitOn,
    })
    .from(contact)
    .where(and(isNull(contact.voidedAt), eq(contact.recipientId, recipientId)))
    .orderBy(desc(contact.date), desc(contact.id))
    .limit(1)
    .get()
}

export const addSheet = (ctx: WriteContext, values: NewRecord<typeof visitSheet>): number =>
  ctx.writer.create(visitSheet, values)

export const addLine = (ctx: WriteContext, values: NewRecord<typeof visitSheetLine>): number =>
  ctx.writer.create(visitSheetLine, values)

export function updateSheet(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof visitSheet>,
  revision?: number,
): void {
  ctx.writer.update(visitSheet, id, patch, revision === undefined ? undefined : { revision })
}

export const addMissed = (
  ctx: WriteContext,
  values: Omit<NewRecord<typeof missedVisit>, 'enteredAt'>,
): number => ctx.writer.create(missedVisit, { ...values, enteredAt: ctx.now })

/** Any number of ids bound as one value. */
const isAmong = (column: SQLiteColumn, ids: readonly number[]) =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`
