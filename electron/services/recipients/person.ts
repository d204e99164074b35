import type { StoreContext } from '@db/context'
import { mayKnow } from '@db/repositories/corrections'
import { getHiddenRecipient } from '@db/repositories/recipients'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'

/**
 * The person, if there is one and the operator may see them: both are answered alike. Of a hidden
 * file it is said what became of it; `details.keptId` is the file it was united with.
 */
export function requirePerson(ctx: StoreContext, id: number): RosterPerson {
  const person = findInRoster(ctx, id)
  if (person) return person
  const hidden = getHiddenRecipient(ctx, id)
  if (hidden && mayKnow(ctx, [id, hidden.mergedIntoId])) {
    const keptId = hidden.mergedIntoId
    throw failure(
      'NOT_FOUND',
      keptId === null
        ? `${hidden.name}的档案已作为录错更正隐去。可在“名单”菜单的“更正与合并”里查看或恢复。`
        : `${hidden.name}的这份档案已并入另一份。请打开合并后的档案。`,
      undefined,
      { keptId },
    )
  }
  throw failure('NOT_FOUND', '找不到这位关爱对象，可能不在您管的范围内。请刷新后再试。')
}
