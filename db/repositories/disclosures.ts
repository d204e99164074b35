import { and, desc, eq, isNull } from 'drizzle-orm'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { change, changeSet, disclosure, operator } from '../schema'

/** Notes that sensitive facts of people leave the vault in full. */
export function noteDisclosure(
  ctx: WriteContext,
  facts: Omit<NewRecord<typeof disclosure>, 'at'>,
): number {
  return ctx.writer.create(disclosure, { ...facts, at: ctx.now })
}

/** All of them with who did it, the latest first. */
export function listDisclosures(ctx: StoreContext) {
  return ctx.db
    .select({
      at: disclosure.at,
      operatorName: operator.name,
      people: disclosure.people,
      columns: disclosure.columns,
      reason: disclosure.reason,
    })
    .from(disclosure)
    .innerJoin(change, and(eq(change.recordId, disclosure.id), eq(change.kind, 'create')))
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(isNull(disclosure.voidedAt))
    .orderBy(desc(disclosure.at), desc(disclosure.id))
    .all()
}
