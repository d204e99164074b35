import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import { allVillages, loadVillages, villageNameOn } from '@db/repositories/villages'
import type { VillageShape } from '@shared/contract/villages'

/** Villages in the office's order with how many files each keeps. */
export function listVillages(
  ctx: StoreContext,
  { withClosed }: { withClosed: boolean },
): VillageShape[] {
  const active = new Map<number, number>()
  const closed = new Map<number, number>()
  const inGroup = new Map<number, number>()
  const count = (counts: Map<number, number>, key: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { villageId, villageGroupId, status } of loadRoster(ctx)) {
    if (villageId === null) continue
    count(status === 'active' ? active : closed, villageId)
    if (status === 'active' && villageGroupId !== null) count(inGroup, villageGroupId)
  }
  const nameOf = new Map(
    allVillages(ctx).map((village) => [village.id, villageNameOn(village, ctx.today)]),
  )
  const isOpen = ({ to }: { to: string | null }): boolean => to === null || to >= ctx.today
  return loadVillages(ctx)
    .filter((village) => withClosed || isOpen(village))
    .map((village) => ({
      id: village.id,
      name: nameOf.get(village.id) ?? '',
      kind: village.kind,
      from: village.from,
      to: village.to,
      mergedIntoId: village.mergedIntoId,
      mergedIntoName: (village.mergedIntoId && nameOf.get(village.mergedIntoId)) || null,
      names: village.names.map(({ name, from, to }) => ({ name, from, to })),
      groups: village.groups
        .filter((group) => withClosed || isOpen(group))
        .map(({ id, name, from, to, mergedIntoId }) => ({
          id,
          name,
          from,
          to,
          mergedIntoId,
          active: inGroup.get(id) ?? 0,
        })),
      active: active.get(village.id) ?? 0,
      closed: closed.get(village.id) ?? 0,
    }))
}
