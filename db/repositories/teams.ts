import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { team, teamMember } from '../schema'

export type Team = typeof team.$inferSelect
export type TeamMember = typeof teamMember.$inferSelect

/** 队伍 in order of entry, dissolved ones included. */
export function allTeams(ctx: StoreContext): readonly Team[] {
  return ctx.memo.derive('teams', [team], () =>
    ctx.db.select().from(team).where(isNull(team.voidedAt)).orderBy(asc(team.id)).all(),
  )
}

export function findTeam(ctx: StoreContext, id: number): Team | undefined {
  return ctx.db
    .select()
    .from(team)
    .where(and(eq(team.id, id), isNull(team.voidedAt)))
    .get()
}

export function addTeam(ctx: WriteContext, values: NewRecord<typeof team>): number {
  return ctx.writer.create(team, values)
}

export function updateTeam(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof team>,
  revision?: number,
): void {
  ctx.writer.update(team, id, patch, { revision })
}

/** Everybody who was ever in a team, by team, the earliest first. */
export function membersByTeam(ctx: StoreContext): ReadonlyMap<number, readonly TeamMember[]> {
  return ctx.memo.derive('teamMembers', [teamMember], () =>
    groupBy(
      ctx.db
        .select()
        .from(teamMember)
        .where(isNull(teamMember.voidedAt))
        .orderBy(asc(teamMember.from), asc(teamMember.id))
        .all(),
      (row) => row.teamId,
    ),
  )
}

export function addTeamMember(ctx: WriteContext, values: NewRecord<typeof teamMember>): number {
  return ctx.writer.create(teamMember, values)
}

/** Ends a membership on its last day; one that was to begin later never was. */
export function endTeamMember(
  ctx: WriteContext,
  row: TeamMember,
  on: Day,
  endReason: string | null,
): void {
  if (row.from > on) ctx.writer.void(teamMember, row.id, endReason ?? '当日更正')
  else ctx.writer.update(teamMember, row.id, { to: on, endReason })
}
