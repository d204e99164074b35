import type { WriteContext } from '@db/context'
import {
  allAssociations,
  allStations,
  updateAssociation,
  updateStation,
} from '@db/repositories/stations'

interface VillageMerge {
  id: number
  intoId: number
  /** Which of its groups became which. */
  groups: ReadonlyMap<number, number>
}

/** Stations and associations of a merged village go on under the one that took it in. */
export function stationsFollowVillage(
  ctx: WriteContext,
  { id, intoId, groups }: VillageMerge,
): void {
  for (const one of allStations(ctx))
    if (one.villageId === id) updateStation(ctx, one.id, { villageId: intoId })
  for (const one of allAssociations(ctx))
    if (one.villageId === id)
      updateAssociation(ctx, one.id, {
        villageId: intoId,
        villageGroupId: one.villageGroupId && (groups.get(one.villageGroupId) ?? null),
      })
}

/** The same for a 村民小组 that was merged or goes on under a new name. */
export function stationsFollowGroup(ctx: WriteContext, id: number, intoId: number): void {
  for (const one of allAssociations(ctx))
    if (one.villageGroupId === id) updateAssociation(ctx, one.id, { villageGroupId: intoId })
}
