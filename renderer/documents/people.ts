import type { InputOf } from '../api'

export type Chosen = InputOf<'documents.cards'>['people']

/** The words of a filter in an address: the same as those of the list of 关爱对象. */
export const noFilter = {
  village: '',
  status: 'active',
  category: '',
  group: '',
  text: '',
  standing: '',
  helper: '',
  people: '',
}
export type PeopleState = typeof noFilter

/** Whom the address means: named people (`people=1,2`), else whoever the filter finds. */
export function chosenPeople(state: PeopleState): Chosen {
  const ids = state.people.split(',').map(Number).filter(Boolean)
  if (ids.length > 0) return { ids }
  return {
    filter: {
      villageId: state.village ? Number(state.village) : undefined,
      status: state.status === 'any' ? undefined : state.status || undefined,
      category: state.category || undefined,
      group: state.group || undefined,
      text: state.text || undefined,
      standing: state.standing || undefined,
      withoutHelper: state.helper === 'none' || undefined,
    } as NonNullable<Chosen['filter']>,
  }
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
