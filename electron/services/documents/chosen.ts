import type { StoreContext } from '@db/context'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { ChosenPeople } from '@shared/contract/documents'
import { listRecipients } from '../recipients/list'
import { requirePerson } from '../recipients/person'

/** The chosen people: named ones in that order, those of a filter by village, group and name. */
export function peopleChosen(ctx: StoreContext, chosen: ChosenPeople): RosterPerson[] {
  if (chosen.ids) return [...new Set(chosen.ids)].map((id) => requirePerson(ctx, id))
  const { rows } = listRecipients(ctx, {
    filter: chosen.filter ?? {},
    sort: 'village',
    descending: false,
    offset: 0,
    fields: [],
    customFields: [],
  })
  return rows.flatMap(({ id }) => findInRoster(ctx, id) ?? [])
}

/** The same for papers, which need somebody to be about. */
export function somebodyChosen(ctx: StoreContext, chosen: ChosenPeople): RosterPerson[] {
  const people = peopleChosen(ctx, chosen)
  if (people.length === 0)
    throw failure('VALIDATION', '没有符合条件的人，没有生成文件。请放宽筛选条件后再试。')
  return people
}
