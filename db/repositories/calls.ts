import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { callAttempt, familyMember } from '../schema'

export type StoredCall = typeof callAttempt.$inferSelect

const kept = isNull(callAttempt.voidedAt)

/** Every attempt by person, in the order in which they were made. */
export function callsByPerson(ctx: StoreContext): ReadonlyMap<number, readonly StoredCall[]> {
  return ctx.memo.derive('callsByPerson', [callAttempt], () => {
    const all = ctx.db
      .select()
      .from(callAttempt)
      .where(kept)
      .orderBy(asc(callAttempt.day), asc(callAttempt.id))
      .all()
    return grouped(all)
  })
}

export function findCall(ctx: StoreContext, id: number): StoredCall | undefined {
  return ctx.db
    .select()
    .from(callAttempt)
    .where(and(kept, eq(callAttempt.id, id)))
    .get()
}

export const addCall = (ctx: WriteContext, values: NewRecord<typeof callAttempt>): number =>
  ctx.writer.create(callAttempt, values)

export function voidCall(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(callAttempt, id, reason)
}

/** Family members of these people who can be called, by person in their families' order. */
export function callableFamily(
  ctx: StoreContext,
  recipientIds: readonly number[],
): ReadonlyMap<number, CallableMember[]> {
  const members = ctx.db
    .select({
      id: familyMember.id,
      recipientId: familyMember.recipientId,
      name: familyMember.name,
      relation: familyMember.relation,
      phones: familyMember.phones,
    })
    .from(familyMember)
    .where(
      and(
        isNull(familyMember.voidedAt),
        inArray(familyMember.recipientId, [...recipientIds]),
        sql`json_array_length(${familyMember.phones}) > 0`,
      ),
    )
    .orderBy(familyMember.position)
    .all()
  return grouped(members)
}

export type CallableMember = Pick<
  typeof familyMember.$inferSelect,
  'id' | 'recipientId' | 'name' | 'relation' | 'phones'
>

function grouped<Row extends { recipientId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const byPerson = new Map<number, Row[]>()
  for (const row of rows) {
    const known = byPerson.get(row.recipientId)
    if (known) known.push(row)
    else byPerson.set(row.recipientId, [row])
  }
  return byPerson
}
