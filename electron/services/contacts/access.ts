import type { StoreContext } from '@db/context'
import { findContact, type Contact, type ContactFilter } from '@db/repositories/contacts'
import { loadRoster } from '@db/repositories/roster'
import type { ContactQuestion } from '@shared/contract/contacts'
import { failure } from '@shared/contract/failure'
import type { TextRange } from '@shared/domain/cadence/windows'
import { requirePerson } from '../recipients/person'

/** The contact, if there is one of a person whom the operator may see. */
export function visibleContact(ctx: StoreContext, id: number): Contact {
  const contact = findContact(ctx, id)
  if (!contact) throw failure('NOT_FOUND', '找不到这条走访记录，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, contact.recipientId)
  return contact
}

/** The contacts a list or a paper asks for, as far as the operator may see them. */
export function contactsMeant(ctx: StoreContext, question: ContactQuestion): ContactFilter {
  const { recipientId, helperId, villageId, kind, within } = question
  if (recipientId !== undefined) requirePerson(ctx, recipientId)
  return {
    recipientId,
    helperId,
    kind,
    people: peopleOf(ctx, villageId),
    range: within === undefined ? undefined : rangeOf(within),
  }
}

/** Whose contacts may be shown; null where no choice is made and everything may be seen. */
export function peopleOf(ctx: StoreContext, villageId: number | undefined): Set<number> | null {
  const { villages, groups } = ctx.scope
  if (villageId === undefined && villages === null && groups === null) return null
  const people = loadRoster(ctx)
  const chosen =
    villageId === undefined ? people : people.filter((person) => person.villageId === villageId)
  return new Set(chosen.map(({ id }) => id))
}

/** Date texts of a year or month, or of those whose year is unknown, in plain text order. */
function rangeOf(within: string): TextRange {
  return { lower: within, upper: `${within}~` }
}
