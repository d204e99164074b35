import { isPartialDate } from '../calendar/partial-date'
import { formatDay } from '../calendar/short-date'
import type { Day } from '../calendar/types'
import {
  customWords,
  settleCustomValue,
  type CustomKind,
  type CustomOption,
} from '../custom-fields/custom-field'
import { readYuan, yuanWords } from '../funds/balance'
import {
  isAttached,
  isReference,
  type FieldKind,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterField,
} from './definition'

/** What a cell of a 明细表 holds; money in 分. */
export type CellValue = string | number | boolean
/** From a day to a day, each as far as it is known; null `to` is still running. */
export interface PeriodValue {
  readonly from: string
  readonly to: string | null
}
/** A line of a 明细表, by the code of its columns. */
export type TableRow = Readonly<Record<string, CellValue>>
/**
 * What an entry says in one field: words, a number, 分 of an amount, a partial date, codes of
 * options, ids of people, helpers and villages, a department's name. Attached files are no values: they hang on the entry.
 */
export type FieldValue = CellValue | readonly string[] | PeriodValue | readonly TableRow[]
/** By the code of the field; a field of which nothing is known is left out. */
export type EntryValues = Readonly<Record<string, FieldValue>>

const mostLongText = 4000
const mostRows = 200

export type SettledField = { readonly value: FieldValue | null } | { readonly fault: string }

/** `held` keeps retired options where they stand. */
export interface SettleEntry {
  readonly typed: Readonly<Record<string, unknown>>
  readonly held: EntryValues
  readonly today: Day
}

/**
 * What an entry keeps after `typed` was filled in. Fields that were not typed keep what they hold;
 * so does what an older definition asked and this one does not. Faults are by field: nothing is
 * kept if there is one.
 */
export function settleEntry(
  { fields }: Pick<RegisterDefinition, 'fields'>,
  { typed, held, today }: SettleEntry,
): { readonly values: EntryValues; readonly faults: Readonly<Record<string, string>> } {
  const values = new Map(Object.entries(held))
  const faults = new Map<string, string>()
  for (const field of fields) {
    if (isAttached(field.kind)) continue
    const before = values.get(field.code) ?? null
    const settled = Object.hasOwn(typed, field.code)
      ? settleField(field, typed[field.code], before, today)
      : { value: before }
    if ('fault' in settled) faults.set(field.code, settled.fault)
    else if (settled.value !== null) values.set(field.code, settled.value)
    else {
      values.delete(field.code)
      if (field.required) faults.set(field.code, `请填写${field.name}`)
    }
  }
  return { values: Object.fromEntries(values), faults: Object.fromEntries(faults) }
}

/**
 * A typed value as its field keeps it, or what is wrong with it. An amount may be typed as words
 * in 元 (`1,200.50`) or given as a whole number of 分.
 */
export function settleField(
  field: RegisterField,
  typed: unknown,
  held: FieldValue | null,
  today: Day,
): SettledField {
  if (isNothing(typed)) return { value: null }
  const { kind } = field
  if (isReference(kind)) {
    return Number.isSafeInteger(typed) && (typed as number) > 0
      ? { value: typed as number }
      : { fault: `请从列表里选${fieldWord(kind)}` }
  }
  switch (kind) {
    case 'choices':
      return settleChoices(field.options, typed, held)
    case 'period':
      return settlePeriod(typed)
    case 'table':
      return settleTable(field.columns, typed, today)
    case 'longText':
      return settleLongText(typed)
    case 'department':
      return settleCell({ kind: 'text', options: [] }, typed, held, today)
    default:
      return settleCell({ kind: kind as CellKind, options: field.options }, typed, held, today)
  }
}

type CellKind = CustomKind | 'money'

function settleCell(
  { kind, options }: { kind: CellKind; options: readonly CustomOption[] },
  typed: unknown,
  held: unknown,
  today: Day,
): { readonly value: CellValue | null } | { readonly fault: string } {
  if (kind === 'money') return settleMoney(typed)
  const before = typeof held === 'object' ? null : ((held as CellValue | undefined) ?? null)
  return settleCustomValue({ kind, options }, typed, before, today)
}

function settleMoney(typed: unknown): { readonly value: number } | { readonly fault: string } {
  const amount = typeof typed === 'string' ? readYuan(typed) : typed
  if (!Number.isSafeInteger(amount) || (amount as number) < 0)
    return { fault: '请填金额，单位元，最多两位小数，如 1200.50' }
  return (amount as number) <= 1e13 ? { value: amount as number } : { fault: '金额太大，请核对' }
}

function settleLongText(typed: unknown): SettledField {
  if (typeof typed !== 'string') return { fault: '请填文字' }
  const text = typed.trim()
  return text.length <= mostLongText ? { value: text } : { fault: `最多 ${mostLongText} 字` }
}

function settleChoices(
  options: readonly CustomOption[],
  typed: unknown,
  held: FieldValue | null,
): SettledField {
  const words = typeof typed === 'string' ? typed.split(/[、，,；;\s]+/).filter(Boolean) : typed
  if (!Array.isArray(words)) return { fault: '请从选项里选' }
  const before = new Set(Array.isArray(held) ? (held as string[]) : [])
  const codes = new Set<string>()
  for (const word of words) {
    const chosen = settleCustomValue(
      { kind: 'choice', options },
      word,
      before.has(String(word)) ? String(word) : null,
      // A choice does not depend on the day.
      '2000-01-01',
    )
    if ('fault' in chosen) return chosen
    if (chosen.value !== null) codes.add(String(chosen.value))
  }
  // In the order of the options, so that the same choice is the same value.
  const ordered = options.map(({ code }) => code).filter((code) => codes.has(code))
  return { value: ordered.length === 0 ? null : ordered }
}

function settlePeriod(typed: unknown): SettledField {
  if (typeof typed !== 'object' || typed === null) return { fault: '请填起止日期' }
  const { from, to = null } = typed as { from?: unknown; to?: unknown }
  const isDate = (one: unknown): one is string =>
    typeof one === 'string' && isPartialDate(one) && !one.startsWith('--')
  if (!isDate(from)) return { fault: '请填开始日期，如 2026-11-21、2026-11' }
  if (to === null || to === '') return { value: { from, to: null } }
  if (!isDate(to)) return { fault: '结束日期写法不对，如 2026-11-21、2026-11' }
  // A month stands before every day of itself: 2026-11-21 to 2026-11 is no mistake.
  const length = Math.min(from.length, to.length)
  return from.slice(0, length) <= to.slice(0, length)
    ? { value: { from, to } }
    : { fault: '结束日期早于开始日期' }
}

function settleTable(columns: readonly RegisterColumn[], typed: unknown, today: Day): SettledField {
  if (!Array.isArray(typed)) return { fault: '明细表的写法不对' }
  if (typed.length > mostRows) return { fault: `明细最多 ${mostRows} 行` }
  const rows: TableRow[] = []
  for (const [at, line] of typed.entries()) {
    if (typeof line !== 'object' || line === null) return { fault: `第 ${at + 1} 行写法不对` }
    const row = new Map<string, CellValue>()
    for (const column of columns) {
      if (!Object.hasOwn(line, column.code)) continue
      const cell = (line as Record<string, unknown>)[column.code]
      if (isNothing(cell)) continue
      const settled = settleCell(column, cell, cell, today)
      if ('fault' in settled) return { fault: `第 ${at + 1} 行“${column.name}”：${settled.fault}` }
      if (settled.value !== null) row.set(column.code, settled.value)
    }
    if (row.size > 0) rows.push(Object.fromEntries(row))
  }
  return { value: rows.length === 0 ? null : rows }
}

const isNothing = (typed: unknown): boolean =>
  typed === null || typed === undefined || (typeof typed === 'string' && typed.trim() === '')

const fieldWord = (kind: FieldKind): string =>
  ({ person: '人', helper: '帮扶人', village: '村（社区）' })[kind as 'person']

/** Names of the records an entry refers to; null for one that is no longer on file. */
export type NameOf = (kind: FieldKind, id: number) => string | null

/** A value as a clerk reads it: in lists, on paper and in the history. */
export function fieldWords(
  field: Pick<RegisterField, 'kind' | 'options' | 'columns'>,
  value: FieldValue | null | undefined,
  nameOf: NameOf,
): string {
  if (value === null || value === undefined) return ''
  const { kind, options, columns } = field
  if (isReference(kind)) return nameOf(kind, value as number) ?? '（已不在册）'
  switch (kind) {
    case 'choices':
      return (value as readonly string[])
        .map((code) => customWords({ kind: 'choice', options }, code))
        .join('、')
    case 'period': {
      const { from, to } = value as PeriodValue
      return `${formatDay(from)}至${to === null ? '今' : formatDay(to)}`
    }
    case 'table':
      return (value as readonly TableRow[])
        .map((row) => columns.map((column) => cellWords(column, row[column.code])).join(' '))
        .join('；')
    case 'longText':
    case 'department':
      return String(value)
    default:
      return cellWords({ kind: kind as CellKind, options }, value as CellValue)
  }
}

export const cellWords = (
  { kind, options }: { kind: CellKind; options: readonly CustomOption[] },
  value: CellValue | undefined,
): string =>
  value === undefined
    ? ''
    : kind === 'money'
      ? yuanWords(value as number)
      : customWords({ kind, options }, value)
