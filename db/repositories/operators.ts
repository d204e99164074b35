import { and, eq, isNull } from 'drizzle-orm'
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
