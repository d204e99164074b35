import type { InputOf } from '../api'
import { filterOf, noConditions } from '../recipients/conditions'

export type Chosen = InputOf<'documents.cards'>['people']

/** The words of a filter in an address: the same as those of the list of 关爱对象. */
export const noFilter = { ...noConditions, people: '' }
export type PeopleState = typeof noFilter

/** Whom the address means: named people (`people=1,2`), else whoever the filter finds. */
export function chosenPeople(state: PeopleState): Chosen {
  const ids = state.people.split(',').map(Number).filter(Boolean)
  return ids.length > 0 ? { ids } : { filter: filterOf(state) }
}

/** The list of 关爱对象 that a filter means. */
export function peopleAddress(filter: {
  villageId?: number
  category?: string
  group?: string
  status?: string
  withoutHelper?: boolean
}): string {
  const query = new URLSearchParams()
  if (filter.villageId) query.set('village', String(filter.villageId))
  if (filter.category) query.set('category', filter.category)
  if (filter.group) query.set('group', filter.group)
  if (filter.status && filter.status !== 'active') query.set('status', filter.status)
  if (filter.withoutHelper) query.set('helper', 'none')
  const text = query.toString()
  return text ? `/recipients?${text}` : '/recipients'
}
