import { and, desc, eq, isNull } from 'drizzle-orm'
import type { StoreContext, WriteContext } from '../context'
import { change, changeSet, distinctPair, operator } from '../schema'

export type DistinctPair = typeof distinctPair.$inferSelect

/** Pairs of files that are two people's, as `pairOf` writes them. */
export function distinctPairs(ctx: StoreContext): ReadonlyMap<string, DistinctPair> {
  return ctx.memo.derive('distinctPairs', [distinctPair], () => {
    const rows = ctx.db.select().from(distinctPair).where(isNull(distinctPair.voidedAt)).all()
    return new Map(rows.map((row) => [pairOf(row.oneId, row.otherId), row]))
  })
}

/** The marks that hold, with who set them and when, the latest first. */
export const listDistinct = (
  ctx: StoreContext,
): (DistinctPair & { at: string; operatorName: string | null })[] =>
  ctx.db
    .select({ pair: distinctPair, at: changeSet.at, operatorName: operator.name })
    .from(distinctPair)
    .innerJoin(
      change,
      and(
        eq(change.recordId, distinctPair.id),
        eq(change.entity, 'distinct_pair'),
        eq(change.kind, 'create'),
      ),
    )
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(isNull(distinctPair.voidedAt))
    .orderBy(desc(changeSet.at))
    .all()
    .map(({ pair, at, operatorName }) => ({ ...pair, at, operatorName }))

export const pairOf = (one: number, other: number): string =>
  `${Math.min(one, other)} ${Math.max(one, other)}`

/** Marks two files as two people's, once. */
export function markDistinct(ctx: WriteContext, one: number, other: number, reason: string): void {
  if (one === other || distinctPairs(ctx).has(pairOf(one, other))) return
  ctx.writer.create(distinctPair, {
    oneId: Math.min(one, other),
    otherId: Math.max(one, other),
    reason,
  })
}

export function unmarkDistinct(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(distinctPair, id, reason)
}
