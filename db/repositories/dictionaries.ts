import { and, eq, isNull } from 'drizzle-orm'
import {
  dictionariesFrom,
  type Dictionaries,
  type DictionaryDecisions,
} from '@shared/domain/dictionaries/dictionary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { dictionaryOf } from '@shared/domain/facts/kinds'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { dictionaryEntry } from '../schema'
import { allHelpers } from './helpers'
import { allRecipients } from './recipients'
import { loadRoster } from './roster'

export type DecidedEntry = typeof dictionaryEntry.$inferSelect

/** The tables whose change makes words of codes stale. */
export const dictionaryTables = [dictionaryEntry]

function decidedEntries(ctx: StoreContext): readonly DecidedEntry[] {
  return ctx.memo.derive('dictionaries.decided', [dictionaryEntry], () =>
    ctx.db.select().from(dictionaryEntry).where(isNull(dictionaryEntry.voidedAt)).all(),
  )
}

/** What the office decided, as plain data for a worker thread. */
export function dictionaryDecisions(ctx: StoreContext): DictionaryDecisions {
  return Object.fromEntries(groupBy([...decidedEntries(ctx)], ({ dictionary }) => dictionary))
}

/** The office's code lists: the one place where codes become words. */
export function dictionariesOf(ctx: StoreContext): Dictionaries {
  return ctx.memo.derive('dictionaries', [dictionaryEntry], () =>
    dictionariesFrom(dictionaryDecisions(ctx)),
  )
}

export function decidedEntry(
  ctx: StoreContext,
  dictionary: DictionaryKey,
  code: string,
): DecidedEntry | undefined {
  return ctx.db
    .select()
    .from(dictionaryEntry)
    .where(
      and(
        eq(dictionaryEntry.dictionary, dictionary),
        eq(dictionaryEntry.code, code),
        isNull(dictionaryEntry.voidedAt),
      ),
    )
    .get()
}

/** Writes a decision about an entry; the first one about an entry of the preset makes its row. */
export function decideEntry(
  ctx: WriteContext,
  decision: Pick<
    DecidedEntry,
    'dictionary' | 'code' | 'label' | 'aliases' | 'retired' | 'position'
  >,
): void {
  const known = decidedEntry(ctx, decision.dictionary, decision.code)
  if (known) ctx.writer.update(dictionaryEntry, known.id, decision)
  else ctx.writer.create(dictionaryEntry, decision)
}

const fieldsOf = (dictionary: DictionaryKey): RecipientField[] =>
  (Object.keys(recipientFieldLabel) as RecipientField[]).filter(
    (field) => dictionaryOf(field) === dictionary,
  )

/**
 * How many files hold each word of a dictionary, entries and own words alike. Counted are the
 * people (or helpers) the operator may see, each once for a word.
 */
export function usageOf(ctx: StoreContext, dictionary: DictionaryKey): ReadonlyMap<string, number> {
  const usage = new Map<string, number>()
  const count = (words: Iterable<unknown>): void => {
    for (const word of new Set(words))
      if (typeof word === 'string' && word !== '') usage.set(word, (usage.get(word) ?? 0) + 1)
  }
  if (dictionary === 'helperKind') {
    for (const { kind } of allHelpers(ctx)) count([kind])
    return usage
  }
  const records = allRecipients(ctx)
  const fields = fieldsOf(dictionary)
  for (const { id, family } of loadRoster(ctx)) {
    const record = records.get(id) as Record<string, unknown> | undefined
    const words = fields.flatMap((field) => record?.[field])
    if (dictionary === 'relation') words.push(...family.map(({ relation }) => relation))
    if (dictionary === 'absenceReason')
      words.push(...family.flatMap(({ absences }) => absences.map(({ reason }) => reason)))
    count(words)
  }
  return usage
}
