import { clearChain } from '@db/repositories/chain'
import type { WriteContext } from '@db/context'
import { allHelpers, updateHelper } from '@db/repositories/helpers'
import { allTeams, updateTeam } from '@db/repositories/teams'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { codesOf } from '@shared/domain/vocabulary'
import { chainLevelLabel } from '@shared/domain/pairings/vocabulary'

interface VillageMerge {
  id: number
  intoId: number
  /** The last day of the village that is no more. */
  on: Day
  /** Which of its groups became which. */
  groups: ReadonlyMap<number, number>
}

/** Helpers and teams go along with a merged village; its own 责任人 end with it. */
export function helpersFollowVillage(
  ctx: WriteContext,
  { id, intoId, on, groups }: VillageMerge,
): void {
  for (const helper of allHelpers(ctx)) {
    const { villageGroupId, servedVillageIds } = helper
    const served = servedVillageIds.map((one) => (one === id ? intoId : one))
    updateHelper(ctx, helper.id, {
      villageId: helper.villageId === id ? intoId : helper.villageId,
      villageGroupId: villageGroupId && (groups.get(villageGroupId) ?? villageGroupId),
      servedVillageIds: [...new Set(served)],
    })
  }
  for (const team of allTeams(ctx))
    if (team.villageId === id) updateTeam(ctx, team.id, { villageId: intoId })
  for (const level of codesOf(chainLevelLabel))
    clearChain(ctx, { villageId: id, recipientId: null }, level, addDays(on, 1))
}

/** The same for a 村民小组 that was merged or goes on under a new name. */
export function helpersFollowGroup(ctx: WriteContext, id: number, intoId: number): void {
  for (const helper of allHelpers(ctx))
    if (helper.villageGroupId === id) updateHelper(ctx, helper.id, { villageGroupId: intoId })
}
