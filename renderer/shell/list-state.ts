import { useCallback, useMemo } from 'react'
import { useSearch } from 'wouter'
import { currentAddress, navigate } from './location'

type ListState = Record<string, string>

/**
 * Filter, sort and tab of a list, kept in the address: Back, F5 and a link bring the same list.
 * Values equal to the default are left out; setting replaces the history entry.
 */
export function useListState<State extends ListState>(
  defaults: State,
): [State, (patch: Partial<State>) => void] {
  const search = useSearch()
  // Defaults are written inline by callers; their content decides, not their identity.
  const known = JSON.stringify(defaults)
  const state = useMemo(() => {
    const query = new URLSearchParams(search)
    const base = JSON.parse(known) as State
    return Object.fromEntries(
      Object.entries(base).map(([key, value]) => [key, query.get(key) ?? value]),
    ) as State
  }, [search, known])

  const set = useCallback(
    (patch: Partial<State>) => {
      // Read the address anew: two changes in one event must not overwrite each other.
      const [path = '/', search = ''] = currentAddress().split('?')
      const query = new URLSearchParams(search)
      const base = JSON.parse(known) as State
      for (const [key, value] of Object.entries(patch)) {
        if (value === undefined || value === base[key]) query.delete(key)
        else query.set(key, value)
      }
      const text = query.toString()
      navigate(text ? `${path}?${text}` : path, { replace: true })
    },
    [known],
  )
  return [state, set]
}

/** Where a list stood when it was left. */
export interface ListPlace {
  scrollTop: number
  activeKey: string | number | null
}

const places = new Map<string, ListPlace>()

/** Remembers the row and the scroll of each list for as long as the window is open. */
export const listPlaces = {
  recall: (list: string): ListPlace | undefined => places.get(list),
  keep: (list: string, place: ListPlace): void => void places.set(list, place),
}
