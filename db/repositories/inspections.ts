import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { InspectionState } from '@shared/domain/inspections/machine'
import type { InspectionKind } from '@shared/domain/inspections/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { finding, inspection, inspectionSheet } from '../schema'
import { containing } from './ledgers'

export type Inspection = typeof inspection.$inferSelect
export type InspectionSheet = typeof inspectionSheet.$inferSelect
export type Finding = typeof finding.$inferSelect

/** The table of findings, for the operations that every ledger shares. */
export const findingTable = finding

export interface InspectionFilter {
  from?: Day
  /** Inclusive. */
  to?: Day
  kind?: InspectionKind
  state?: InspectionState
}

/** Inspections, the latest first. */
export function listInspections(ctx: StoreContext, filter: InspectionFilter): Inspection[] {
  const { from, to, kind, state } = filter
  return ctx.db
    .select()
    .from(inspection)
    .where(
      and(
        isNull(inspection.voidedAt),
        from === undefined ? undefined : gte(inspection.from, from),
        to === undefined ? undefined : lte(inspection.from, to),
        kind && eq(inspection.kind, kind),
        state && eq(inspection.state, state),
      ),
    )
    .orderBy(desc(inspection.from), desc(inspection.id))
    .all()
}

export function findInspection(ctx: StoreContext, id: number): Inspection | undefined {
  return ctx.db
    .select()
    .from(inspection)
    .where(and(eq(inspection.id, id), isNull(inspection.voidedAt)))
    .get()
}

export function addInspection(ctx: WriteContext, values: NewRecord<typeof inspection>): number {
  return ctx.writer.create(inspection, values)
}

export function updateInspection(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof inspection>,
  revision?: number,
): boolean {
  return ctx.writer.update(inspection, id, patch, { revision })
}

export function voidInspection(ctx: WriteContext, id: number, reason: string): void {
  for (const sheet of sheetsOf(ctx, [id])) voidSheet(ctx, sheet.id, reason)
  ctx.writer.void(inspection, id, reason)
}

/** The sheets of these inspections, by their number. */
export function sheetsOf(ctx: StoreContext, inspectionIds: readonly number[]): InspectionSheet[] {
  return ctx.db
    .select()
    .from(inspectionSheet)
    .where(
      and(
        inArray(inspectionSheet.inspectionId, [...inspectionIds]),
        isNull(inspectionSheet.voidedAt),
      ),
    )
    .orderBy(asc(inspectionSheet.number), asc(inspectionSheet.id))
    .all()
}

/** The sheets of a village that have come back, the latest first. */
export function visitedSheetsOf(ctx: StoreContext, villageId: number): InspectionSheet[] {
  return ctx.db
    .select()
    .from(inspectionSheet)
    .where(
      and(
        eq(inspectionSheet.villageId, villageId),
        isNotNull(inspectionSheet.visitedOn),
        isNull(inspectionSheet.voidedAt),
      ),
    )
    .orderBy(desc(inspectionSheet.visitedOn), desc(inspectionSheet.id))
    .all()
}

export function findSheet(ctx: StoreContext, id: number): InspectionSheet | undefined {
  return ctx.db
    .select()
    .from(inspectionSheet)
    .where(and(eq(inspectionSheet.id, id), isNull(inspectionSheet.voidedAt)))
    .get()
}

export function addSheet(ctx: WriteContext, values: NewRecord<typeof inspectionSheet>): number {
  return ctx.writer.create(inspectionSheet, values)
}

export function updateSheet(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof inspectionSheet>,
  revision: number,
): void {
  ctx.writer.update(inspectionSheet, id, patch, { revision })
}

export function voidSheet(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(inspectionSheet, id, reason)
}

/** What these inspections found, in the order of finding. */
export function findingsOf(ctx: StoreContext, inspectionIds: readonly number[]): Finding[] {
  return ctx.db
    .select()
    .from(finding)
    .where(and(inArray(finding.inspectionId, [...inspectionIds]), isNull(finding.voidedAt)))
    .orderBy(asc(finding.id))
    .all()
}

/** Words of the finding itself, of its item, or of who mends it. */
export const findingWords = (text: string) =>
  containing([finding.content, finding.item, finding.responsible], text)

export const ofInspection = (inspectionId: number) => eq(finding.inspectionId, inspectionId)
export const ofStation = (stationId: number) => eq(finding.stationId, stationId)
export const ofSeverity = (severity: Finding['severity']) => eq(finding.severity, severity)
