import { dictionaryKeys, presetOf, type DictionaryKey } from './presets'

/*
 * 字典: code lists as an office has them. Records hold codes; everything that shows, offers, reads
 * or prints them asks here. An entry is never taken away: a retired one is only no longer offered,
 * so that old files and papers keep their words.
 */

export interface DictionaryEntry {
  /** What records hold; never changes. Of an added entry it is the word it was added with. */
  readonly code: string
  readonly label: string
  /** Other words of ledgers that mean this entry. */
  readonly aliases: readonly string[]
  /** Still read on old files, no longer offered. */
  readonly retired: boolean
  /** Which rule of the program reads this entry; null where it is the office's own affair. */
  readonly reservedBy: string | null
  /** Whether the program brought it. */
  readonly builtIn: boolean
  /** What explains it, such as the ICD-10 group of a disease. */
  readonly note: string | null
}

/** What an office decided about an entry; of an entry it never touched there is none. */
export interface EntryDecision {
  readonly code: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly retired: boolean
  /** Place in the list. */
  readonly position: number
}

export type Labels = Readonly<Record<string, string>>

/** The preset and what the office decided, as one list in its order. */
export function arrange(
  key: DictionaryKey,
  decisions: readonly EntryDecision[],
): readonly DictionaryEntry[] {
  const preset = presetOf(key)
  const decided = new Map(decisions.map((one) => [one.code, one]))
  const codes = [...new Set([...Object.keys(preset.labels), ...decided.keys()])]
  const placed = codes.map((code, at) => {
    const decision = decided.get(code)
    const reservedBy = preset.reserved?.[code] ?? null
    const presetLabel = preset.labels[code]
    return {
      position: decision?.position ?? at,
      entry: {
        code,
        // A rule's entry keeps its meaning even where a package or an older version renamed it.
        label: (reservedBy !== null ? presetLabel : decision?.label) ?? presetLabel ?? code,
        aliases: decision?.aliases ?? [],
        retired: reservedBy === null && (decision?.retired ?? false),
        reservedBy,
        builtIn: presetLabel !== undefined,
        note: preset.notes?.[code] ?? null,
      },
    }
  })
  return placed.sort((a, b) => a.position - b.position).map(({ entry }) => entry)
}

/** Spelling that tells no two words apart: spaces, full-width signs, the kind of slash. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[\s、／/·]/g, '')
    .toLowerCase()

/** All dictionaries of an office at one time. */
export class Dictionaries {
  private readonly byCode = new Map<DictionaryKey, ReadonlyMap<string, DictionaryEntry>>()
  private readonly byWord = new Map<DictionaryKey, ReadonlyMap<string, DictionaryEntry>>()

  constructor(private readonly lists: ReadonlyMap<DictionaryKey, readonly DictionaryEntry[]>) {}

  entries(key: DictionaryKey): readonly DictionaryEntry[] {
    return this.lists.get(key) ?? []
  }

  find(key: DictionaryKey, code: string): DictionaryEntry | undefined {
    let byCode = this.byCode.get(key)
    if (!byCode) {
      byCode = new Map(this.entries(key).map((entry) => [entry.code, entry]))
      this.byCode.set(key, byCode)
    }
    return byCode.get(code)
  }

  /** The word for a code, retired ones included; a word of nobody's list is given back as it is. */
  label(key: DictionaryKey, code: string): string {
    return this.find(key, code)?.label ?? code
  }

  /** Words for codes, empty where nothing is known. */
  words(key: DictionaryKey, code: string | null | undefined): string {
    return code === null || code === undefined || code === '' ? '' : this.label(key, code)
  }

  /** What an input offers, in order. What a record holds already stays choosable. */
  offered(key: DictionaryKey, held: readonly (string | null)[] = []): Labels {
    const open = this.entries(key).filter(({ code, retired }) => !retired || held.includes(code))
    return Object.fromEntries(open.map(({ code, label }) => [code, label]))
  }

  /** The entry a written word means: its code, its label or another word for it. */
  meaningOf(key: DictionaryKey, word: string): DictionaryEntry | undefined {
    let byWord = this.byWord.get(key)
    if (!byWord) {
      byWord = wordsOf(this.entries(key))
      this.byWord.set(key, byWord)
    }
    return byWord.get(plainWord(word))
  }
}

/** Every way to write an entry; where two claim a word, labels go before codes before aliases. */
function wordsOf(entries: readonly DictionaryEntry[]): ReadonlyMap<string, DictionaryEntry> {
  const words = new Map<string, DictionaryEntry>()
  const claims = [
    entries.map((entry) => [entry.label, entry] as const),
    entries.map((entry) => [entry.code, entry] as const),
    entries.flatMap((entry) => entry.aliases.map((alias) => [alias, entry] as const)),
  ]
  for (const [word, entry] of claims.flat()) {
    const plain = plainWord(word)
    if (!words.has(plain)) words.set(plain, entry)
  }
  return words
}

/** What an office decided about all its lists; plain data, so that a worker thread can have it. */
export type DictionaryDecisions = Readonly<Partial<Record<DictionaryKey, readonly EntryDecision[]>>>

export function dictionariesFrom(decisions: DictionaryDecisions): Dictionaries {
  return new Dictionaries(
    new Map(dictionaryKeys.map((key) => [key, arrange(key, decisions[key] ?? [])])),
  )
}

/** The lists as the program brings them: before a vault is open, and for the sample township. */
export const presetDictionaries: Dictionaries = dictionariesFrom({})
