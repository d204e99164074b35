import type { StoreContext } from '@db/context'
import { allHelpers, findHelper, servesOn, type Helper } from '@db/repositories/helpers'
import { loadRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { Day } from '@shared/domain/calendar/types'

/**
 * The helpers an operator may see: those of their villages, and whoever helps one of their people.
 */
export function visibleHelpers(ctx: StoreContext): readonly Helper[] {
  const { villages, groups } = ctx.scope
  const helpers = allHelpers(ctx)
  if (villages === null && groups === null) return helpers
  const helping = new Set(
    loadRoster(ctx).flatMap((person) => person.helpers.map(({ helperId }) => helperId)),
  )
  return helpers.filter(
    ({ id, villageId }) =>
      helping.has(id) || (villages !== null && villageId !== null && villages.includes(villageId)),
  )
}

/** The helper, if there is one whom the operator may see. */
export function helperOnFile(ctx: StoreContext, id: number): Helper {
  const helper = visibleHelpers(ctx).some((one) => one.id === id) ? findHelper(ctx, id) : undefined
  if (!helper) throw failure('NOT_FOUND', '找不到这位帮扶人，可能已被更正隐去。请刷新后再试。')
  return helper
}

/** The helper, if still serving on that day. */
export function helperServing(ctx: StoreContext, id: number, day: Day): Helper {
  const helper = helperOnFile(ctx, id)
  if (!servesOn(helper, day)) {
    throw failure('VALIDATION', `${helper.name}已于 ${helper.to} 离任，请选别的帮扶人。`, {
      helperId: '已离任',
    })
  }
  return helper
}
