import { and, eq, isNull } from 'drizzle-orm'
import type { Scope, WriteContext } from '../context'
import type { Store } from '../open'
import { operator } from '../schema'

export type Operator = typeof operator.$inferSelect

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
