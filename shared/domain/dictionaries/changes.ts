import { plainWord, type DictionaryEntry } from './dictionary'

/** What is to become of an entry; what is left out stays. */
export interface EntryChange {
  readonly label?: string
  readonly aliases?: readonly string[]
  readonly retired?: boolean
}

export type Refusal = { readonly field: 'label' | 'aliases' | 'retired'; readonly message: string }

/**
 * Why an entry cannot be changed so, in the clerk's words; null where it can. `entry` is null for
 * one that is added.
 */
export function refusalOf(
  entries: readonly DictionaryEntry[],
  entry: DictionaryEntry | null,
  change: EntryChange,
): Refusal | null {
  const { label, aliases, retired } = change
  if (entry !== null && entry.reservedBy !== null) {
    if (label !== undefined && label !== entry.label)
      return { field: 'label', message: `“${entry.label}”不能改名：${entry.reservedBy}` }
    if (retired)
      return { field: 'retired', message: `“${entry.label}”不能停用：${entry.reservedBy}` }
  }
  const others = entries.filter(({ code }) => code !== entry?.code)
  if (label !== undefined && label !== entry?.label) {
    const holder = holderOf(others, label)
    if (holder) return { field: 'label', message: taken(label, holder) }
  }
  for (const alias of aliases ?? []) {
    const holder = holderOf(others, alias)
    if (holder) return { field: 'aliases', message: taken(alias, holder) }
  }
  if (retired && others.every((one) => one.retired))
    return { field: 'retired', message: '至少要留一项在用' }
  return null
}

/** Who in the list already goes by a word, under whatever name. */
function holderOf(entries: readonly DictionaryEntry[], word: string): DictionaryEntry | undefined {
  const plain = plainWord(word)
  return entries.find(({ code, label, aliases }) =>
    [code, label, ...aliases].some((known) => plainWord(known) === plain),
  )
}

function taken(word: string, { label, retired }: DictionaryEntry): string {
  const now = retired ? `“${label}”（已停用，可恢复）` : `“${label}”`
  return plainWord(word) === plainWord(label)
    ? `已有${now}`
    : `“${word}”已是${now}的另一种写法，先从那一项去掉`
}

/** The codes in a new order; unknown ones are left out, forgotten ones keep to the end. */
export function reordered(
  entries: readonly DictionaryEntry[],
  wanted: readonly string[],
): readonly string[] {
  const known = new Set(entries.map(({ code }) => code))
  const first = [...new Set(wanted)].filter((code) => known.has(code))
  return [...first, ...[...known].filter((code) => !first.includes(code))]
}
