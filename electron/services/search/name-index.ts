import type { StoreContext } from '@db/context'
import { normaliseName } from '@shared/domain/names/name-text'
import { nameQuery, searchKeysOf, type SearchKeys } from '@shared/domain/names/pinyin-index'

/** How a name is found. */
export interface NameKeys {
  readonly keys: SearchKeys
  /** Every sign a query that finds it can begin with, and every one it can hold. */
  readonly firsts: string
  readonly signs: string
}

/**
 * The keys of a name, worked out once while the vault is open: reading a name's characters is what
 * makes building an index slow. Forgotten with the vault.
 */
export function keysOf(ctx: StoreContext, name: string, initials: string | null): NameKeys {
  const cache = ctx.memo.derive('search.nameKeys', [], () => new Map<string, NameKeys>())
  const of = `${name}\n${initials ?? ''}`
  const known = cache.get(of)
  if (known) return known
  const keys = searchKeysOf(name, initials)
  // The first code unit of a character outside the basic plane is sign enough.
  const firsts = keys.flatMap((key) => key.split(' ').map((reading) => reading[0] ?? ''))
  const found = { keys, firsts: firsts.join(''), signs: keys.join('') }
  cache.set(of, found)
  return found
}

/** How well something answers a query, the smaller the better; null is not at all. */
export type Rank = number | null

/** Ranks of a hit, best first: a whole value, a name from its start, a tail, the rest. */
export const ranks = {
  whole: 0,
  nameStart: 1,
  tail: 2,
  nameInside: 3,
  other: 4,
  village: 5,
} as const

/** One word of a query, prepared for many candidates. */
export interface Word {
  readonly text: string
  name(of: NameKeys): 'start' | 'inside' | null
  /** Digits that may be the tail of an ID or phone, `X` at the end included; null for other words. */
  readonly tail: string | null
}

const shortestTail = 3 // digits

/** The readings of a query: as one word (`尉迟 彩霞`, `yuchi cx`), or as several that must all fit. */
export function readQuery(text: string): Word[][] {
  const whole = text.trim().replace(/\s+/g, ' ')
  if (whole === '') return []
  const parts = whole.split(' ')
  const readings = [[wordOf(whole)]]
  if (parts.length > 1) readings.push(parts.map(wordOf))
  return readings
}

function wordOf(text: string): Word {
  const digits = text.replace(/[\s-]/g, '').toUpperCase()
  const isTail = /^\d+X?$/.test(digits) && digits.length >= shortestTail
  const match = nameQuery(text)
  const [first = '', ...others] = normaliseName(text)
    .toLowerCase()
    .replace(/[ ·'’]/g, '')
    .replace(/ü/g, 'v')
    .split('')
  // Most names end here: spelling a query out is for those that can hold it.
  const canHold = ({ firsts, signs }: NameKeys): boolean =>
    firsts.includes(first) && others.every((sign) => signs.includes(sign))
  return {
    text,
    name: (of) => (canHold(of) ? match(of.keys) : null),
    tail: isTail ? digits : null,
  }
}

/** The best rank over the readings; within one, the sum over its words, all of which must fit. */
export function rankOf(query: readonly Word[][], rankWord: (word: Word) => Rank): Rank {
  let best: Rank = null
  for (const words of query) {
    let sum: Rank = 0
    for (const word of words) {
      const rank = rankWord(word)
      if (rank === null) {
        sum = null
        break
      }
      sum += rank
    }
    if (sum !== null && (best === null || sum < best)) best = sum
  }
  return best
}

export function rankName(word: Word, name: string, keys: NameKeys): Rank {
  if (word.text === name) return ranks.whole
  const match = word.name(keys)
  if (match === null) return null
  return match === 'start' ? ranks.nameStart : ranks.nameInside
}

/** A phone fits by its tail, or from its beginning once most of it is typed. */
export function rankPhones(word: Word, phones: readonly string[]): Rank {
  const { tail } = word
  if (tail === null) return null
  for (const phone of phones) {
    const digits = phone.replace(/\D/g, '')
    if (digits === tail) return ranks.whole
    if (digits.endsWith(tail) || (tail.length >= 7 && digits.startsWith(tail))) return ranks.tail
  }
  return null
}

export function better(one: Rank, other: Rank): Rank {
  if (one === null) return other
  return other === null ? one : Math.min(one, other)
}
