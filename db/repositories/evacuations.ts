import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { OpenHazard } from '@shared/domain/evacuations/danger'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { evacuation, evacuationPlan, evacuee, hazard } from '../schema'

export type StoredPlan = typeof evacuationPlan.$inferSelect
export type Evacuation = typeof evacuation.$inferSelect
export type Evacuee = typeof evacuee.$inferSelect

/** The plan of everybody who has one; of files that were merged, the one made last. */
export function evacuationPlans(ctx: StoreContext): ReadonlyMap<number, StoredPlan> {
  return ctx.memo.derive('evacuationPlans', [evacuationPlan], () => {
    const rows = ctx.db
      .select()
      .from(evacuationPlan)
      .where(isNull(evacuationPlan.voidedAt))
      .orderBy(evacuationPlan.id)
      .all()
    return new Map(rows.map((row) => [row.recipientId, row]))
  })
}

export const addPlan = (ctx: WriteContext, values: NewRecord<typeof evacuationPlan>): number =>
  ctx.writer.create(evacuationPlan, values)

export const updatePlan = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof evacuationPlan>,
  revision: number,
): boolean => ctx.writer.update(evacuationPlan, id, patch, { revision })

export const voidPlan = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(evacuationPlan, id, reason)

/** Open hazards that rain may make deadly, by whose file they stand in. */
export function openRainHazards(ctx: StoreContext): ReadonlyMap<number, readonly OpenHazard[]> {
  return ctx.memo.derive('openRainHazards', [hazard], () => {
    const rows = ctx.db
      .select({ recipientId: hazard.recipientId, kind: hazard.kind, grade: hazard.grade })
      .from(hazard)
      .where(
        and(
          isNull(hazard.voidedAt),
          isNull(hazard.closedOn),
          or(eq(hazard.kind, 'flood'), eq(hazard.kind, 'landslide'), eq(hazard.kind, 'housing')),
        ),
      )
      .all()
    return groupBy(rows, ({ recipientId }) => recipientId)
  })
}

// ── Drills and real transfers ──

/** The latest first. */
export function listEvacuations(ctx: StoreContext): Evacuation[] {
  return ctx.db
    .select()
    .from(evacuation)
    .where(isNull(evacuation.voidedAt))
    .orderBy(desc(evacuation.day), desc(evacuation.id))
    .all()
}

export function findEvacuation(ctx: StoreContext, id: number): Evacuation | undefined {
  return ctx.db
    .select()
    .from(evacuation)
    .where(and(eq(evacuation.id, id), isNull(evacuation.voidedAt)))
    .get()
}

export function evacueesOf(ctx: StoreContext, evacuationId: number): Evacuee[] {
  return ctx.db
    .select()
    .from(evacuee)
    .where(and(isNull(evacuee.voidedAt), eq(evacuee.evacuationId, evacuationId)))
    .orderBy(evacuee.id)
    .all()
}

export const addEvacuation = (ctx: WriteContext, values: NewRecord<typeof evacuation>): number =>
  ctx.writer.create(evacuation, values)

export const addEvacuee = (ctx: WriteContext, values: NewRecord<typeof evacuee>): number =>
  ctx.writer.create(evacuee, values)

export const updateEvacuee = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof evacuee>,
): boolean => ctx.writer.update(evacuee, id, patch)

export function voidEvacuation(ctx: WriteContext, id: number, reason: string): void {
  for (const row of evacueesOf(ctx, id)) ctx.writer.void(evacuee, row.id, reason)
  ctx.writer.void(evacuation, id, reason)
}
