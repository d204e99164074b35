import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { entityLabel } from '@shared/domain/entity-labels'
import { historyFieldWord, historyValueWords } from '@shared/domain/history/part-words'
import { operationLabels } from '@shared/domain/operation-labels'
import type { OutputOf } from '../api'
import { factWords } from '@shared/domain/facts/words'

export type HistoryEntry = OutputOf<'recipients.history'>[number]

export const operationOf = (entry: HistoryEntry): string =>
  operationLabels[entry.operation] ?? entityLabel[entry.entity] ?? entry.operation

/** `家庭成员 尹强`, `走访联系 2026-11-03 入户`. */
const entityOf = ({ entity, subject }: HistoryEntry): string =>
  [entityLabel[entity] ?? '记录', subject].filter(Boolean).join(' ')

export interface HistoryWords {
  words: string
  /** The field whose value before can be given back, and that value in words. */
  restore?: { field: string; before: string }
}

const factsInLine = 4

/** `居住情况：与子女 → 独居`, or what was added with which facts, hidden or shown again. */
export function changeWords(entry: HistoryEntry, dictionaries: Dictionaries): HistoryWords[] {
  const reason = entry.fields.find(({ field }) => field === 'reason')?.to
  const why = typeof reason === 'string' && reason !== '' ? `：${reason}` : ''
  switch (entry.kind) {
    case 'create':
      return creationWords(entry, dictionaries)
    case 'void':
      return [{ words: `隐去${entityOf(entry)}${why}` }]
    case 'unvoid':
      return [{ words: `恢复${entityOf(entry)}${why}` }]
    case 'update':
      return entry.fields.map(({ field, from, to, restorable }) => {
        const place = entry.entity === 'recipient' && !entry.subject ? '' : `${entityOf(entry)} `
        const [before, after] = [from, to].map((value) =>
          valueWords(entry, field, value, dictionaries),
        ) as [string, string]
        const words = `${place}${labelOf(entry, field)}：${before} → ${after}${sourceOf(entry)}`
        return restorable ? { words, restore: { field, before } } : { words }
      })
  }
}

function creationWords(entry: HistoryEntry, dictionaries: Dictionaries): HistoryWords[] {
  const facts = entry.fields.map(
    ({ field, to }) => `${labelOf(entry, field)} ${valueWords(entry, field, to, dictionaries)}`,
  )
  const title = `新增${entityOf(entry)}`
  if (facts.length === 0) return [{ words: title + sourceOf(entry) }]
  const lines: HistoryWords[] = []
  for (let at = 0; at < facts.length; at += factsInLine) {
    const part = facts.slice(at, at + factsInLine).join('，')
    lines.push({ words: at === 0 ? `${title}${sourceOf(entry)}：${part}` : part })
  }
  return lines
}

/** The file an import took it from. */
const sourceOf = ({ operation, cause }: HistoryEntry): string =>
  operation === 'imports.apply' && cause ? `（${cause}）` : ''

const isOwn = (entry: HistoryEntry, field: string): field is RecipientField =>
  entry.entity === 'recipient' && field in recipientFieldLabel

const labelOf = (entry: HistoryEntry, field: string): string =>
  (isOwn(entry, field) ? recipientFieldLabel[field] : historyFieldWord(entry.entity, field)) ??
  field

/** Codes of dictionaries in the records beside the person's own, by record and field. */
const partDictionaries: Record<string, DictionaryKey> = {
  'family_member.relation': 'relation',
  'absence_period.reason': 'absenceReason',
}

function valueWords(
  entry: HistoryEntry,
  field: string,
  value: unknown,
  dictionaries: Dictionaries,
): string {
  const dictionary = partDictionaries[`${entry.entity}.${field}`]
  const words = isOwn(entry, field)
    ? factWords(field, value, dictionaries)
    : dictionary
      ? dictionaries.words(dictionary, value as string | null)
      : historyValueWords(entry.entity, field, value)
  return words || '空'
}
