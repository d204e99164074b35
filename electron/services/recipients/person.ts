import type { StoreContext } from '@db/context'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'

/** The person, if there is one and the operator may see them: both are answered alike. */
export function requirePerson(ctx: StoreContext, id: number): RosterPerson {
  const person = findInRoster(ctx, id)
  if (!person) throw failure('NOT_FOUND', '没有这份档案，或不在您的管理范围内。')
  return person
}
