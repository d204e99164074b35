import type { UseFormReturnType } from '@mantine/form'
import type { RecipientField } from '@shared/domain/recipient-fields'
import type { InputOf, OutputOf } from '../api'
import { kindOf } from '@shared/domain/facts/kinds'

/** What inputs hold: empty text for a fact not known. */
/** Beside the program's fields, 自定义字段 by their ids. */
export type FactValues = Partial<Record<RecipientField, unknown>> & {
  custom?: Record<string, unknown>
}
export type FactForm = UseFormReturnType<FactValues>
export type Facts = OutputOf<'recipients.file'>['facts']

const blank = (field: RecipientField): unknown => {
  switch (kindOf(field).kind) {
    case 'words':
    case 'phones':
      return []
    case 'check':
      return false
    case 'choice':
    case 'fixed':
    case 'yesNo':
    case 'numberChoice':
    case 'spouse':
      return null
    default:
      return ''
  }
}

export function valuesOf(facts: Partial<Facts>, fields: readonly RecipientField[]): FactValues {
  return Object.fromEntries(
    fields.map((field) => [field, facts[field as keyof Facts] ?? blank(field)]),
  )
}

/** What the form holds, as the core takes it. */
export function factsOf(values: FactValues): InputOf<'recipients.update'>['facts'] {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field !== 'custom')
      .map(([field, value]) => {
        if (value === '') return [field, null]
        // A line of the phones that nobody filled in is no phone.
        if (Array.isArray(value)) return [field, value.filter((word) => word !== '')]
        return [field, value]
      }),
  ) as InputOf<'recipients.update'>['facts']
}
