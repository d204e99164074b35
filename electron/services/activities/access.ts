import { findActivity, type Activity } from '@db/repositories/activities'
import type { StoreContext } from '@db/context'
import { loadVillages } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import { holdsOn } from '@shared/domain/periods'

/** The township's activities are everybody's to read; a village's are that village's. */
export function visibleActivity(ctx: StoreContext, id: number): Activity {
  const found = findActivity(ctx, id)
  if (!found || !isVisible(ctx, found))
    throw failure('NOT_FOUND', '找不到这次活动，可能已被更正隐去。请刷新后再试。')
  return found
}

export function isVisible({ scope }: StoreContext, { villageId }: Activity): boolean {
  return scope.villages === null || villageId === null || scope.villages.includes(villageId)
}

export function activityForWriting(ctx: StoreContext, id: number): Activity {
  const found = visibleActivity(ctx, id)
  if (found.villageId === null && ctx.scope.villages !== null)
    throw failure('FORBIDDEN', '全镇的活动由镇里登记，没有改动。您可以登记本村的活动。')
  return found
}

/** Refuses a village that is not there, or the township as a whole from somebody of one village. */
export function checkPlace(ctx: StoreContext, villageId: number | null): void {
  if (villageId === null) {
    if (ctx.scope.villages === null) return
    throw failure('VALIDATION', '全镇的活动由镇里登记，没有保存。请选择本村。', {
      villageId: '请选择本村',
    })
  }
  const village = loadVillages(ctx).find(({ id }) => id === villageId)
  if (!village || !holdsOn(village, ctx.today)) {
    throw failure('VALIDATION', '这个村（社区）不存在或已撤并，没有保存。请重新选择。', {
      villageId: '请重新选择',
    })
  }
}
