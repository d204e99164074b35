import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { presetOf, type DictionaryKey } from '@shared/domain/dictionaries/presets'

/** What the record holds already stays; `alsoRetired` is for values that come from another file. */
export interface SettleOptions {
  readonly held?: readonly string[]
  readonly alsoRetired?: boolean
}

export type SettledCode = { readonly code: string } | { readonly fault: string }

const shownChoices = 12

/** The code a typed word or code means, or why it means none. */
export function settleCode(
  dictionaries: Dictionaries,
  key: DictionaryKey,
  typed: string,
  { held = [], alsoRetired = false }: SettleOptions = {},
): SettledCode {
  if (held.includes(typed)) return { code: typed }
  const entry = dictionaries.find(key, typed) ?? dictionaries.meaningOf(key, typed)
  if (entry?.retired && !alsoRetired && !held.includes(entry.code))
    return { fault: `“${entry.label}”已停用，请选别的；需要时可在“设置—字典”里恢复` }
  if (entry) return { code: entry.code }
  const offered = Object.values(dictionaries.offered(key))
  const some = offered.slice(0, shownChoices).join('、')
  const choices = offered.length > shownChoices ? `${some}等` : some
  return { fault: `“${typed}”不在字典“${presetOf(key).title}”里，可选：${choices}` }
}

/** The same for a list that takes own words: what means no entry is kept as typed. */
export function settleWords(
  dictionaries: Dictionaries,
  key: DictionaryKey,
  typed: readonly string[],
  options: SettleOptions = {},
): { readonly codes: string[] } | { readonly fault: string } {
  const codes = new Set<string>()
  for (const word of typed) {
    const known = dictionaries.find(key, word) ?? dictionaries.meaningOf(key, word)
    const settled = known ? settleCode(dictionaries, key, word, options) : { code: word }
    if ('fault' in settled) return settled
    codes.add(settled.code)
  }
  return { codes: [...codes] }
}
