import { charactersOf, normaliseName } from './name-text'
import { preferredReadings, readingsAt } from './surname-readings'

/**
 * What a name is found by: for each character one key, the character and its readings separated by
 * spaces (`单 shan dan chan`). Initials the clerk has typed follow after an empty key.
 */
export type SearchKeys = readonly string[]

const SEPARATORS = /[·\s]/gu

const indexed = (name: string): string => normaliseName(name).replace(SEPARATORS, '').toLowerCase()

/** The initials to offer in the editable field: `YCCX` for 尉迟彩霞; unreadable characters are left out. */
export function initialsOf(name: string): string {
  return preferredReadings(indexed(name))
    .map((reading) => reading?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/**
 * The keys of a name.
 * @param initials what the clerk has put into the initials field, where it differs
 */
export function searchKeysOf(name: string, initials?: string | null): string[] {
  const text = indexed(name)
  const characters = charactersOf(text)
  const preferred = preferredReadings(text)
  const keys = characters.map((character, at) =>
    [character, ...readingsAt(characters, at, preferred[at] ?? null)].join(' '),
  )
  const typed = (initials ?? '').toLowerCase().replace(/[^a-z]/g, '')
  if (typed === '' || typed === initialsOf(name).toLowerCase()) return keys
  return [...keys, '', ...[...typed].map((letter) => `${letter} ${letter}`)]
}

/** Where a query is found in a name: `start` for the surname on, `inside` after it. */
export type NameMatch = 'start' | 'inside'

/** Letters that stand for a whole syllable when one types initials. */
const INITIAL = /^(?:[zcs]h|[a-z])/

/**
 * Whether the query from `from` on is spelled by the keys from `at` on. A syllable is consumed whole,
 * or by its initial (z or zh), or, at the query's end, by any beginning; a space in the query must
 * fall between syllables.
 */
function spelledFrom(query: string, from: number, keys: SearchKeys, at: number): boolean {
  if (from === query.length) return true
  if (query[from] === ' ') return spelledFrom(query, from + 1, keys, at)
  const key = keys[at]
  if (key === undefined || key === '') return false
  const [character = '', ...readings] = key.split(' ')
  if (query.startsWith(character, from))
    return spelledFrom(query, from + character.length, keys, at + 1)
  return readings.some((reading) => {
    if (reading[0] !== query[from]) return false
    const rest = query.slice(from)
    if (reading.startsWith(rest)) return true
    if (rest.startsWith(reading) && spelledFrom(query, from + reading.length, keys, at + 1))
      return true
    const initial = INITIAL.exec(reading)![0]
    return (
      spelledFrom(query, from + 1, keys, at + 1) ||
      (initial.length === 2 &&
        rest.startsWith(initial) &&
        spelledFrom(query, from + 2, keys, at + 1))
    )
  })
}

/**
 * Prepares a query for many names. It may be Han characters (found anywhere in the name), pinyin,
 * initials, or any mixture: `尉迟`, `yuchi`, `yccx`, `yuchi cx`, `尉迟cx`. It starts at any
 * character but not within a syllable. An empty query finds nothing.
 */
export function nameQuery(text: string): (keys: SearchKeys) => NameMatch | null {
  const query = normaliseName(text).replace(/[·'’]/g, ' ').toLowerCase().replace(/ü/g, 'v').trim()
  return (keys) => {
    if (query === '') return null
    for (let at = 0; at < keys.length; at++)
      if (spelledFrom(query, 0, keys, at))
        return at === 0 || keys[at - 1] === '' ? 'start' : 'inside'
    return null
  }
}

/** Whether a name with these keys answers the query; see `nameQuery`. */
export function matchesName(query: string, keys: SearchKeys): boolean {
  return nameQuery(query)(keys) !== null
}
