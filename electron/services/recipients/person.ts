import type { StoreContext } from '@db/context'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'

/** The person, if there is one and the operator may see them: both are answered alike. */
export function requirePerson(ctx: StoreContext, id: number): RosterPerson {
  const person = findInRoster(ctx, id)
  if (!person)
    throw failure('NOT_FOUND', '找不到这位关爱对象，可能不在您管的范围内。请刷新后再试。')
  return person
}
