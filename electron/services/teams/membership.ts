import type { StoreContext, WriteContext } from '@db/context'
import {
  allTeams,
  endTeamMember,
  membersByTeam,
  type Team,
  type TeamMember,
} from '@db/repositories/teams'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'

export interface Membership {
  team: Team
  member: TeamMember
}

/** Teams the operator may see: those of the whole township, and those of their villages. */
export function visibleTeams(ctx: StoreContext): readonly Team[] {
  const { villages } = ctx.scope
  return allTeams(ctx).filter(
    ({ villageId }) => villages === null || villageId === null || villages.includes(villageId),
  )
}

/** By helper, every membership there was in a team the operator may see, the earliest first. */
export function teamsOfHelpers(ctx: StoreContext): ReadonlyMap<number, readonly Membership[]> {
  const members = membersByTeam(ctx)
  const byHelper = new Map<number, Membership[]>()
  for (const team of visibleTeams(ctx)) {
    for (const member of members.get(team.id) ?? []) {
      const list = byHelper.get(member.helperId)
      if (list) list.push({ team, member })
      else byHelper.set(member.helperId, [{ team, member }])
    }
  }
  for (const list of byHelper.values())
    list.sort((a, b) => (a.member.from < b.member.from ? -1 : 1))
  return byHelper
}

/** A helper who leaves is in no team from the day after, whatever team it is. */
export function leaveTeams(ctx: WriteContext, helperId: number, on: Day, reason: string): void {
  const next = addDays(on, 1)
  for (const members of membersByTeam(ctx).values()) {
    for (const member of members) {
      const reaches = member.to === null || member.to >= next
      if (member.helperId === helperId && reaches) endTeamMember(ctx, member, on, reason)
    }
  }
}
