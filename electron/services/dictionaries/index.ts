import type { WriteContext } from '@db/context'
import {
  decidedEntry,
  decideEntry,
  dictionariesOf,
  usageOf,
  type DecidedEntry,
} from '@db/repositories/dictionaries'
import { failure } from '@shared/contract/failure'
import type { dictionariesContract } from '@shared/contract/dictionaries'
import { refusalOf, reordered, type EntryChange } from '@shared/domain/dictionaries/changes'
import type { DictionaryEntry } from '@shared/domain/dictionaries/dictionary'
import { dictionaryKeys, presetOf, type DictionaryKey } from '@shared/domain/dictionaries/presets'
import type { HandlersOf } from '../../core/context'

export const dictionariesHandlers: HandlersOf<typeof dictionariesContract> = {
  'dictionaries.list': (ctx) =>
    dictionaryKeys.map((key) => ({
      key,
      title: presetOf(key).title,
      entries: dictionariesOf(ctx)
        .entries(key)
        .map((entry) => ({
          ...entry,
          aliases: [...entry.aliases],
          revision: decidedEntry(ctx, key, entry.code)?.revision ?? 0,
        })),
    })),

  'dictionaries.usage': (ctx, { dictionary }) => {
    const usage = usageOf(ctx, dictionary)
    const entries = dictionariesOf(ctx).entries(dictionary)
    const codes = new Set(entries.map(({ code }) => code))
    return {
      entries: entries.map(({ code }) => ({ code, files: usage.get(code) ?? 0 })),
      ownWords: [...usage]
        .filter(([word]) => !codes.has(word))
        .map(([word, files]) => ({ word, files }))
        .sort((a, b) => b.files - a.files || (a.word < b.word ? -1 : 1))
        .slice(0, mostOwnWords),
    }
  },

  'dictionaries.add': (ctx, { dictionary, label, aliases }) => {
    const entries = dictionariesOf(ctx).entries(dictionary)
    refuse(entries, null, { label, aliases })
    if (entries.length >= mostEntries)
      throw failure('VALIDATION', `一个字典最多 ${mostEntries} 项，没有添加。`)
    settlePositions(ctx, dictionary, entries)
    decideEntry(ctx, {
      dictionary,
      code: label,
      label,
      aliases: [...new Set(aliases)],
      retired: false,
      position: entries.length,
    })
    return { code: label }
  },

  'dictionaries.change': (ctx, { dictionary, code, revision, ...change }) => {
    const entries = dictionariesOf(ctx).entries(dictionary)
    const entry = requireEntry(entries, code)
    const decided = decidedEntry(ctx, dictionary, code)
    if ((decided?.revision ?? 0) !== revision)
      throw failure('CONFLICT', `“${entry.label}”刚被别人改过，没有保存。请对照新内容后再改。`)
    refuse(entries, entry, change)
    decideEntry(ctx, {
      ...asDecided(dictionary, entry, decided?.position ?? entries.indexOf(entry)),
      ...(change.label !== undefined && { label: change.label }),
      ...(change.aliases !== undefined && { aliases: [...new Set(change.aliases)] }),
      ...(change.retired !== undefined && { retired: change.retired }),
    })
    return {}
  },

  'dictionaries.reorder': (ctx, { dictionary, codes }) => {
    const entries = dictionariesOf(ctx).entries(dictionary)
    const order = reordered(entries, codes)
    settlePositions(
      ctx,
      dictionary,
      order.map((code) => requireEntry(entries, code)),
    )
    return {}
  },
}

const mostEntries = 500
const mostOwnWords = 50

const asDecided = (
  dictionary: DictionaryKey,
  { code, label, aliases, retired }: DictionaryEntry,
  position: number,
): Omit<DecidedEntry, 'id' | 'revision' | 'voidedAt'> => ({
  dictionary,
  code,
  label,
  aliases: [...aliases],
  retired,
  position,
})

/** Writes down the places of those that do not stand there already. */
function settlePositions(
  ctx: WriteContext,
  dictionary: DictionaryKey,
  entries: readonly DictionaryEntry[],
): void {
  const now = dictionariesOf(ctx).entries(dictionary)
  // In an untouched list everybody stands where the preset has them.
  if (entries.every((entry, at) => now[at]?.code === entry.code && entry.builtIn)) return
  entries.forEach((entry, at) => decideEntry(ctx, asDecided(dictionary, entry, at)))
}

function requireEntry(entries: readonly DictionaryEntry[], code: string): DictionaryEntry {
  const entry = entries.find((one) => one.code === code)
  if (!entry) throw failure('NOT_FOUND', '字典里没有这一项，没有改动。请刷新后再试。')
  return entry
}

function refuse(
  entries: readonly DictionaryEntry[],
  entry: DictionaryEntry | null,
  change: EntryChange,
): void {
  const refusal = refusalOf(entries, entry, change)
  if (refusal)
    throw failure('VALIDATION', `没有保存：${refusal.message}。`, {
      [refusal.field]: refusal.message,
    })
}
