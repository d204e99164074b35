import { isPartialDate } from '../calendar/partial-date'
import { formatDay } from '../calendar/short-date'
import type { Day } from '../calendar/types'
import { plainWord } from '../dictionaries/dictionary'
import { recipientFieldLabel } from '../recipient-fields'
import { recipientGroupLabel, type RecipientGroup } from '../vocabulary'

/*
 * 自定义字段: facts of a file that an office defines itself. A definition is never taken away:
 * retired, it is no longer asked for, and what was written stays readable.
 */

export const customKindLabel = {
  text: '文字',
  number: '数字',
  date: '日期',
  choice: '选择',
  yesNo: '是否',
} as const
export type CustomKind = keyof typeof customKindLabel

/** The group of facts of the file in which a field is read and typed. */
export const customSectionLabel = {
  identity: '身份',
  residence: '居住与联系',
  household: '居住与照料',
  emergency: '紧急联系人',
  health: '健康与自理',
  living: '经济与需求',
  paperwork: '建档与同意书',
  woman: '留守妇女',
  child: '留守儿童',
  extremePoverty: '特困供养',
} as const
export type CustomSection = keyof typeof customSectionLabel

export interface CustomOption {
  /** What values hold: the word the option was added with. */
  readonly code: string
  readonly label: string
  readonly retired: boolean
}

export interface CustomField {
  readonly id: number
  readonly name: string
  readonly kind: CustomKind
  readonly section: CustomSection
  /** Asked of these groups; null is everybody. */
  readonly groups: readonly RecipientGroup[] | null
  /** Of a choice. */
  readonly options: readonly CustomOption[]
  /** 必填: counts in 信息待补. */
  readonly required: boolean
  /** Shown only to those who may read sensitive facts, and left out of masked papers. */
  readonly isSensitive: boolean
  readonly retired: boolean
}

export type CustomValue = string | number | boolean
/** By field; null says that nothing is known. */
export type CustomValues = ReadonlyMap<number, CustomValue>

/** The key under which a field stands among columns and facts. */
export type CustomKey = `custom.${number}`
export const customKey = ({ id }: Pick<CustomField, 'id'>): CustomKey => `custom.${id}`
export const customIdOf = (key: string): number | null => {
  const id = /^custom\.(\d+)$/.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}

export const isAskedOf = (
  { groups }: Pick<CustomField, 'groups'>,
  of: readonly RecipientGroup[],
): boolean => groups === null || groups.some((group) => of.includes(group))

/** The group whose own section this is; a field in it is asked of that group alone. */
export const groupOfSection = (section: CustomSection): RecipientGroup | null =>
  section === 'woman' || section === 'child' || section === 'extremePoverty' ? section : null

export const groupWords = ({ groups }: Pick<CustomField, 'groups'>): string =>
  groups === null ? '全部' : groups.map((group) => recipientGroupLabel[group]).join('、')

const mostText = 400
const mostNumber = 1e12

export type SettledValue = { readonly value: CustomValue | null } | { readonly fault: string }

/**
 * A typed value as the field keeps it, or what is wrong with it. `held` is what the file says now:
 * a retired option stays where it is, and is given to nobody else.
 */
export function settleCustomValue(
  field: Pick<CustomField, 'kind' | 'options'>,
  typed: unknown,
  held: CustomValue | null,
  today: Day,
): SettledValue {
  const text = typeof typed === 'string' ? typed.trim() : typed
  if (text === null || text === undefined || text === '') return { value: null }
  if (!['string', 'number', 'boolean'].includes(typeof text)) return { fault: '填的内容看不懂' }
  switch (field.kind) {
    case 'text':
      if (typeof text !== 'string') return { fault: '请填文字' }
      return text.length <= mostText ? { value: text } : { fault: `最多 ${mostText} 字` }
    case 'number':
      return settleNumber(text)
    case 'date':
      if (typeof text !== 'string' || !isPartialDate(text))
        return { fault: '日期写法不对，如 2026-11-21、2026-11' }
      // Any day but one far off: a field may hold when something ends.
      return Number(text.slice(0, 4)) <= Number(today.slice(0, 4)) + 100
        ? { value: text }
        : { fault: '年份太晚，请核对' }
    case 'yesNo':
      return settleYesNo(text)
    case 'choice':
      return settleOption(field.options, text, held)
  }
}

function settleNumber(typed: unknown): SettledValue {
  const plain = typeof typed === 'string' ? typed.normalize('NFKC').replaceAll(',', '') : typed
  const number = typeof plain === 'string' && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain
  if (typeof number !== 'number' || !Number.isFinite(number)) return { fault: '请填数字' }
  return Math.abs(number) <= mostNumber ? { value: number } : { fault: '数字太大，请核对' }
}

function settleYesNo(typed: unknown): SettledValue {
  if (typeof typed === 'boolean') return { value: typed }
  const word = String(typed).toLowerCase()
  if (/^(是|有|√|✓|y|yes|true|1)$/.test(word)) return { value: true }
  if (/^(否|无|没有|不是|×|n|no|false|0)$/.test(word)) return { value: false }
  return { fault: '请填“是”或“否”' }
}

function settleOption(
  options: readonly CustomOption[],
  typed: unknown,
  held: CustomValue | null,
): SettledValue {
  const word = plainWord(String(typed))
  const option =
    options.find(({ code }) => code === typed) ??
    options.find(({ label, code }) => plainWord(label) === word || plainWord(code) === word)
  if (!option) {
    const offered = options.filter(({ retired }) => !retired).map(({ label }) => label)
    return { fault: `没有“${String(typed).slice(0, 20)}”这一项，可选：${offered.join('、')}` }
  }
  return option.retired && option.code !== held
    ? { fault: `“${option.label}”已停用，请选别的` }
    : { value: option.code }
}

/** A value as a clerk reads it; empty where nothing is known. */
export function customWords(
  { kind, options }: Pick<CustomField, 'kind' | 'options'>,
  value: CustomValue | null | undefined,
): string {
  if (value === null || value === undefined) return ''
  if (kind === 'yesNo') return value === true ? '是' : '否'
  if (kind === 'choice') return options.find(({ code }) => code === value)?.label ?? String(value)
  if (kind === 'date') return formatDay(String(value))
  return String(value)
}

/** Whether a value answers what a list is filtered by; without a word any value does. */
export function answersFilter(
  { kind }: Pick<CustomField, 'kind'>,
  value: CustomValue | undefined,
  wanted: string,
): boolean {
  if (value === undefined) return false
  if (wanted === '') return true
  switch (kind) {
    case 'text':
      return plainWord(String(value)).includes(plainWord(wanted))
    case 'date':
      return String(value).startsWith(wanted)
    case 'number':
      return value === Number(wanted)
    case 'yesNo':
      return value === (wanted === 'yes')
    case 'choice':
      return value === wanted
  }
}

const builtInNames = new Set(Object.values(recipientFieldLabel).map(plainWord))

/** Why a field cannot be called so; a name is a column header and a form tag too. */
export function nameRefusal(
  name: string,
  others: readonly Pick<CustomField, 'name'>[],
  takenTags: ReadonlySet<string>,
): string | null {
  if (/[{}#/\\|\n]/.test(name)) return '名称里不能有 { } # / \\ | 这些符号：打印标签要用到它们'
  const plain = plainWord(name)
  if (others.some((one) => plainWord(one.name) === plain)) return `已有自定义字段“${name}”`
  if (builtInNames.has(plain) || takenTags.has(name)) return `“${name}”是档案里已有的项目`
  return null
}

/** The options after an edit: none is lost, those left out are retired. */
export function optionsAfter(
  options: readonly CustomOption[],
  labels: readonly { code?: string; label: string }[],
): { readonly options: readonly CustomOption[] } | { readonly fault: string } {
  const kept = labels.map(({ code, label }) => ({ code: code ?? label, label, retired: false }))
  const words = kept.map(({ label }) => plainWord(label))
  if (new Set(words).size < words.length) return { fault: '选项重复了' }
  const codes = new Set(kept.map(({ code }) => code))
  if (codes.size < kept.length) return { fault: '选项与改过名的旧选项重复，请换个说法' }
  const left = options
    .filter(({ code }) => !codes.has(code))
    .map((option) => ({ ...option, retired: true }))
  if (left.some(({ label }) => words.includes(plainWord(label))))
    return { fault: '选项与已停用的选项同名，请恢复那一项' }
  return { options: [...kept, ...left] }
}
