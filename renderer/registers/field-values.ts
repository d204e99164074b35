import {
  isAttached,
  isReference,
  type RegisterColumn,
  type RegisterField,
} from '@shared/domain/registers/definition'
import type { PeriodValue, TableRow } from '@shared/domain/registers/values'
import { yuanWords } from '@shared/domain/funds/balance'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { differenceWords } from '../shell/form/conflict'

/*
 * What the inputs of an entry hold while it is typed: text for whatever is typed, and for what is
 * picked the choice itself. The core reads the text again; nothing is lost between the two.
 */

/** By the code of the field. */
export type TypedValues = Readonly<Record<string, unknown>>
/** A line of a 明细表 as typed, by the code of its columns. */
export type TypedRow = Readonly<Record<string, string>>

/** Fields that are filled in by typing; files hang on the entry. */
export const askedFields = (fields: readonly RegisterField[]): RegisterField[] =>
  fields.filter(({ kind }) => !isAttached(kind))

/** What an input begins with; `nameOf` tells the name of a person already chosen. */
export function typedValue(field: RegisterField, value: unknown, name: string): unknown {
  const { kind, columns } = field
  if (kind === 'person') return typeof value === 'number' ? [{ id: value, name }] : []
  if (isReference(kind)) return value ?? null
  switch (kind) {
    case 'choices':
      return value ?? []
    case 'period': {
      const { from = '', to = '' } = (value ?? {}) as Partial<PeriodValue>
      return { from, to: to ?? '' }
    }
    case 'table':
      return ((value ?? []) as readonly TableRow[]).map((row) =>
        Object.fromEntries(
          columns.map((column) => [column.code, typedCell(column.kind, row[column.code])]),
        ),
      )
    default:
      return typedCell(kind, value)
  }
}

function typedCell(kind: RegisterField['kind'], value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'money') return yuanWords(value as number).replaceAll(',', '')
  if (kind === 'yesNo') return value === true ? '是' : '否'
  return String(value)
}

/** Empty inputs for fields of which nothing is known. */
export const emptyValues = (fields: readonly RegisterField[]): TypedValues =>
  Object.fromEntries(askedFields(fields).map((field) => [field.code, typedValue(field, null, '')]))

/** What was typed, as the core takes it. */
export function givenValues(
  fields: readonly RegisterField[],
  typed: TypedValues,
): Record<string, unknown> {
  return Object.fromEntries(
    askedFields(fields)
      .filter(({ code }) => Object.hasOwn(typed, code))
      .map((field) => [field.code, givenValue(field, typed[field.code])]),
  )
}

function givenValue({ kind }: RegisterField, typed: unknown): unknown {
  if (kind === 'person') return (typed as ChosenPerson[])[0]?.id ?? null
  if (kind === 'period') return (typed as PeriodValue).from === '' ? null : typed
  return typed
}

/** A new line of a 明细表. */
export const emptyRow = (columns: readonly RegisterColumn[]): TypedRow =>
  Object.fromEntries(columns.map(({ code }) => [code, '']))

/** Both values of each field that somebody else saved otherwise meanwhile. */
export function valueDifferences(
  fields: readonly RegisterField[],
  mine: TypedValues,
  theirs: Readonly<Record<string, unknown>>,
): string[] {
  return askedFields(fields).flatMap((field) =>
    differenceWords(
      field.name,
      plainWords(field, mine[field.code]),
      plainWords(field, typedValue(field, theirs[field.code], '另一位')),
    ),
  )
}

/** A typed value as one line; people by their name, other records by what the picker shows. */
function plainWords(field: RegisterField, typed: unknown): string {
  if (typed === null || typed === undefined) return ''
  const { kind, options, columns } = field
  const labelOf = (code: string): string =>
    options.find((option) => option.code === code)?.label ?? code
  switch (kind) {
    case 'person':
      return (typed as ChosenPerson[]).map(({ name }) => name).join('、')
    case 'choice':
      return labelOf(String(typed))
    case 'choices':
      return (typed as string[]).map(labelOf).join('、')
    case 'period': {
      const { from, to } = typed as PeriodValue
      return from === '' ? '' : `${from}至${to || '今'}`
    }
    case 'table':
      return (typed as TypedRow[])
        .map((row) => columns.map(({ code }) => row[code]).join(' '))
        .join('；')
    default:
      return String(typed)
  }
}
