import type { StoreContext } from '@db/context'
import { findContact, type Contact } from '@db/repositories/contacts'
import { failure } from '@shared/contract/failure'
import { requirePerson } from '../recipients/person'

/** The contact, if there is one of a person whom the operator may see. */
export function visibleContact(ctx: StoreContext, id: number): Contact {
  const contact = findContact(ctx, id)
  if (!contact) throw failure('NOT_FOUND', '找不到这条走访记录，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, contact.recipientId)
  return contact
}
