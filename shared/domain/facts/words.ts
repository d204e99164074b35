import type { RecipientField } from '@shared/domain/recipient-fields'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { formatDay } from '@shared/domain/calendar/short-date'
import { kindOf } from './kinds'

/** A fact as a clerk reads it in the office's own words; empty where nothing is known. */
export function factWords(
  field: RecipientField,
  value: unknown,
  dictionaries: Dictionaries,
): string {
  if (value === null || value === undefined || value === '') return ''
  const of = kindOf(field)
  switch (of.kind) {
    case 'choice':
    case 'suggested':
      return dictionaries.label(of.dictionary, String(value))
    case 'fixed':
    case 'numberChoice':
      return of.labels[String(value)] ?? String(value)
    case 'words':
      return (value as string[]).map((word) => dictionaries.label(of.dictionary, word)).join('、')
    case 'phones':
      return (value as string[]).join('、')
    case 'yesNo':
      return value ? '是' : '否'
    case 'check':
      return value ? '是' : ''
    case 'number':
      return `${(value as number).toLocaleString('en-US')}`
    case 'date':
    case 'day':
      return formatDay(value as string)
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}
