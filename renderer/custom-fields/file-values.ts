import {
  customWords,
  isAskedOf,
  type CustomSection,
  type CustomValue,
} from '@shared/domain/custom-fields/custom-field'
import type { InputOf, OutputOf } from '../api'
import type { CustomFieldRow } from './useCustomFields'

type File = Pick<OutputOf<'recipients.file'>, 'custom' | 'sensitiveCustom' | 'groups'>

/** The value on file; null is not known, undefined is not for this operator to see. */
export function valueOn(
  file: Pick<File, 'custom' | 'sensitiveCustom'>,
  { id, isSensitive }: Pick<CustomFieldRow, 'id' | 'isSensitive'>,
): CustomValue | null | undefined {
  if (!isSensitive) return file.custom[id] ?? null
  return file.sensitiveCustom === null ? undefined : (file.sensitiveCustom[id] ?? null)
}

export function wordsOn(
  file: Pick<File, 'custom' | 'sensitiveCustom'>,
  field: CustomFieldRow,
): string {
  const value = valueOn(file, field)
  return value === undefined ? '（无权查看）' : customWords(field, value)
}

/** What a part of the file shows: fields asked of its groups, and others while they hold something. */
export function fieldsShown(
  fields: readonly CustomFieldRow[],
  section: string,
  file: File,
): readonly CustomFieldRow[] {
  return fields.filter(
    (field) =>
      field.section === (section as CustomSection) &&
      ((!field.retired && isAskedOf(field, file.groups)) ||
        (valueOn(file, field) ?? null) !== null),
  )
}

/** The parts of the file in which any field says something. */
export const sectionsWithValues = (
  fields: readonly CustomFieldRow[],
  file: File,
): ReadonlySet<string> =>
  new Set(
    fields.filter((field) => (valueOn(file, field) ?? null) !== null).map(({ section }) => section),
  )

/** What inputs begin with: empty text for nothing known. */
export function inputValues(
  fields: readonly CustomFieldRow[],
  file: File,
): Record<string, CustomValue> {
  return Object.fromEntries(fields.map((field) => [field.id, valueOn(file, field) ?? '']))
}

/** What the form holds, as the core takes it. */
export const typedValues = (
  values: Readonly<Record<string, unknown>> | undefined,
): NonNullable<InputOf<'recipients.update'>['custom']> =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([id, value]) => [
      id,
      value === '' || value === null ? null : (value as CustomValue),
    ]),
  )
