import type { StoreContext } from '@db/context'
import { allVillages, loadVillages, villageNameOn, type Village } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn } from '@shared/domain/periods'

/** A village the operator may see, closed or not. */
export function findVillage(ctx: StoreContext, id: number): Village {
  const found = loadVillages(ctx).find((village) => village.id === id)
  if (found) return found
  throw failure(
    'NOT_FOUND',
    allVillages(ctx).some((village) => village.id === id)
      ? '这个村（社区）不在您的管理范围内，没有保存。请由镇里办理。'
      : '没有这个村（社区），没有保存。',
    { villageId: '请选择村（社区）' },
  )
}

/** A place where somebody's file may be kept from a day on. */
export function requireVillage(
  ctx: StoreContext,
  place: { villageId: number; villageGroupId?: number | null },
  from: Day,
): { villageId: number; villageGroupId: number | null } {
  const village = findVillage(ctx, place.villageId)
  if (!holdsOn(village, from) && village.to !== null && village.to < from) {
    const into = allVillages(ctx).find(({ id }) => id === village.mergedIntoId)
    const hint = into ? `，已并入${villageNameOn(into, from)}` : ''
    const told = `${villageNameOn(village, from)}在 ${village.to} 之后已撤销${hint}`
    throw failure('VALIDATION', `${told}。没有保存，请选择现在的村（社区）。`, { villageId: told })
  }
  const villageGroupId = place.villageGroupId ?? null
  if (villageGroupId !== null) {
    const group = village.groups.find(({ id }) => id === villageGroupId)
    if (!group || (group.to !== null && group.to < from)) {
      const told = '这个村民小组不属于所选的村，或已撤销'
      throw failure('VALIDATION', `${told}。没有保存。`, { villageGroupId: told })
    }
  }
  return { villageId: village.id, villageGroupId }
}
