import { and, eq, isNull } from 'drizzle-orm'
import type { NewRecord } from '../changes'
import type { Scope, StoreContext, WriteContext } from '../context'
import type { Store } from '../open'
import { operator } from '../schema'

export type Operator = typeof operator.$inferSelect

/** Everybody who ever worked with this vault, those who left too. */
export function listOperators(ctx: StoreContext): Operator[] {
  return ctx.db.select().from(operator).where(isNull(operator.voidedAt)).orderBy(operator.id).all()
}

export function addOperator(ctx: WriteContext, facts: NewRecord<typeof operator>): number {
  return ctx.writer.create(operator, facts)
}

export function changeOperator(
  ctx: WriteContext,
  id: number,
  revision: number,
  patch: Partial<NewRecord<typeof operator>>,
): void {
  ctx.writer.update(operator, id, patch, { revision })
}

/** An operator who may log in. Asked before there is a session, hence without a context. */
export function findOperator(store: Store, id: number): Operator | undefined {
  return store
    .select()
    .from(operator)
    .where(and(eq(operator.id, id), isNull(operator.voidedAt), isNull(operator.disabledAt)))
    .get()
}

/** Which villages and groups an operator may see, and as what; null is all. */
export function assignOperator(
  ctx: WriteContext,
  id: number,
  { role, scope }: { role: Operator['role']; scope: Scope },
): void {
  ctx.writer.update(operator, id, {
    role,
    scopeVillages: scope.villages,
    scopeGroups: scope.groups,
  })
}

/** Whoever may see a village that was merged may see the one that took it in. */
export function followMerge(ctx: WriteContext, villageId: number, intoId: number): void {
  const all = ctx.db.select().from(operator).where(isNull(operator.voidedAt)).all()
  for (const { id, scopeVillages } of all) {
    if (!scopeVillages?.includes(villageId) || scopeVillages.includes(intoId)) continue
    ctx.writer.update(operator, id, { scopeVillages: [...scopeVillages, intoId] })
  }
}
