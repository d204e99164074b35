import type { StoreContext } from '@db/context'
import { allStations, type Station } from '@db/repositories/stations'
import { failure } from '@shared/contract/failure'
import { requireVillage, requireWholeTownship } from '../../core/rights'
import { checkVillage } from '../ledgers/places'

/** Whether the operator answers for the place it stands in: no village is the township. */
export const isSeen = (
  { scope }: StoreContext,
  { villageId }: { readonly villageId: number | null },
): boolean =>
  scope.groups === null &&
  (scope.villages === null || (villageId !== null && scope.villages.includes(villageId)))

/** Those the operator may see; whoever leads a group of people has nothing to do there. */
export function seenIn<Placed extends { readonly villageId: number | null }>(
  ctx: StoreContext,
  all: readonly Placed[],
  villageId?: number,
): Placed[] {
  if (ctx.scope.groups !== null) requireWholeTownship(ctx)
  if (villageId !== undefined) requireVillage(ctx, villageId)
  return all.filter(
    (one) => isSeen(ctx, one) && (villageId === undefined || one.villageId === villageId),
  )
}

/** The station, if there is one and the operator may see it. */
export function stationOnFile(ctx: StoreContext, id: number): Station {
  const found = allStations(ctx).find((one) => one.id === id)
  if (!found || !isSeen(ctx, found))
    throw failure('NOT_FOUND', '找不到这个站点，可能已被更正隐去。请刷新后再试。')
  return found
}

/** Refuses a place the operator does not answer for. */
export function checkPlace(ctx: StoreContext, villageId: number | null): void {
  if (villageId === null) requireWholeTownship(ctx)
  else checkVillage(ctx, villageId)
}

/** A station that stands in the village, or one of the township that serves it. */
export function checkStationOf(ctx: StoreContext, stationId: number, villageId: number): void {
  const found = allStations(ctx).find(({ id }) => id === stationId)
  if (found && (found.villageId === null || found.villageId === villageId)) return
  throw failure('VALIDATION', '这个站点不在本村，没有保存。请重新选择。', {
    stationId: '不是本村的站点',
  })
}
