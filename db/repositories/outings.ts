import { and, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { StoreContext } from '../context'
import { familyMember, outing } from '../schema'
import type { FamilyMember } from './families'
import { containing } from './ledgers'

/** The table of reports of going out, for the operations that every ledger shares. */
export const outingTable = outing
export type Outing = typeof outing.$inferSelect

/** Still away and expected back between two days, both included. */
export const returningBetween = (from: Day, to: Day): SQL | undefined =>
  and(isNull(outing.closedOn), gte(outing.dueOn, from), lte(outing.dueOn, to))

/** Words of the place, of who looks after the person, or the name of who went out. */
export function outingWords(text: string): SQL[] {
  const own = containing([outing.place, outing.responsible], text)
  const named = containing([familyMember.name], text)
  return [
    sql`(${own[0]} or ${outing.familyMemberId} in (select ${familyMember.id} from ${familyMember} where ${named[0]}))`,
  ]
}

/** The report of a member that tells of no return yet. */
export function openOutingOf(ctx: StoreContext, familyMemberId: number): Outing | undefined {
  return ctx.db
    .select()
    .from(outing)
    .where(
      and(
        eq(outing.familyMemberId, familyMemberId),
        isNull(outing.voidedAt),
        isNull(outing.closedOn),
      ),
    )
    .get()
}

/** Family members by id, those hidden since among them: a report keeps its name. */
export function membersById(
  ctx: StoreContext,
  ids: readonly number[],
): ReadonlyMap<number, FamilyMember> {
  // JSON, because a list of every report has more ids than a statement takes parameters.
  const some = sql`(select value from json_each(${JSON.stringify([...new Set(ids)])}))`
  const rows = ctx.db.select().from(familyMember).where(inArray(familyMember.id, some)).all()
  return new Map(rows.map((row) => [row.id, row]))
}
