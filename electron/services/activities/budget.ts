import {
  addLine,
  linesOf,
  updateLine,
  voidLine,
  type ActivityLine,
} from '@db/repositories/activities'
import type { WriteContext } from '@db/context'
import type { InputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { plannedOf } from '@shared/domain/activities/budget'
import { isBudgetOpen, type ActivityState } from '@shared/domain/activities/machine'

type TypedLine = Required<Omit<InputOf<'activities.saveLines'>['lines'][number], 'id'>> & {
  id?: number
}

/** Makes the lines of an activity those that were typed, in their order. */
export function saveLines(
  ctx: WriteContext,
  activity: { id: number; state: ActivityState },
  typed: readonly TypedLine[],
): void {
  const before = new Map(linesOf(ctx, [activity.id]).map((line) => [line.id, line]))
  if (!isBudgetOpen(activity.state)) refuseOtherBudget(before, typed)
  const kept = new Set<number>()
  typed.forEach(({ id, ...values }, position) => {
    if (id === undefined) {
      addLine(ctx, { activityId: activity.id, position, ...values })
      return
    }
    if (!before.has(id) || kept.has(id))
      throw failure('CONFLICT', '其中一行已被别人去掉，没有保存。请刷新后再改。')
    kept.add(id)
    updateLine(ctx, id, { position, ...values })
  })
  for (const id of before.keys()) if (!kept.has(id)) voidLine(ctx, id, '从物资与预算中去掉')
}

/** Approved amounts stay: only what was paid is entered, and what nobody had planned. */
function refuseOtherBudget(
  before: ReadonlyMap<number, ActivityLine>,
  typed: readonly TypedLine[],
): void {
  const changed = typed.find(({ id, quantity, price }) => {
    const old = id === undefined ? undefined : before.get(id)
    return old
      ? old.quantity !== quantity || old.price !== price
      : plannedOf({ quantity, price }) > 0
  })
  const kept = new Set(typed.map(({ id }) => id))
  const gone = [...before.values()].find((line) => !kept.has(line.id) && plannedOf(line) > 0)
  const item = changed?.item ?? gone?.item
  if (item === undefined) return
  throw failure(
    'CONFLICT',
    `预算已经批准，“${item}”的计划数量和单价不能改，没有保存。计划外的开支另加一行、单价填 0；要改预算请先“退回修改”。`,
  )
}
