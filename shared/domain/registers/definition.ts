import type { CustomOption } from '../custom-fields/custom-field'
import type { RecipientGroup } from '../vocabulary'

/*
 * 登记簿: a small ledger that an office defines itself. What it asks, how its entries go and how
 * they are numbered, listed and counted is data; one program serves them all.
 */

/** What a field of an entry can hold. */
export const fieldKindLabel = {
  text: '短文字',
  longText: '长文字',
  number: '数字',
  money: '金额（元）',
  date: '日期',
  period: '起止日期',
  choice: '单选',
  choices: '多选',
  yesNo: '是否',
  person: '关爱对象',
  helper: '帮扶人',
  village: '村（社区）',
  department: '部门',
  file: '附件',
  photo: '照片',
  table: '明细表',
} as const
export type FieldKind = keyof typeof fieldKindLabel

/** What a column of a 明细表 can hold: words and figures, nothing that leads elsewhere. */
export const columnKinds = ['text', 'number', 'money', 'date', 'choice', 'yesNo'] as const
export type ColumnKind = (typeof columnKinds)[number]

export interface RegisterColumn {
  /** Never reused: values are kept under it. */
  readonly code: string
  readonly name: string
  readonly kind: ColumnKind
  readonly options: readonly CustomOption[]
}

export interface RegisterField {
  /** Never reused: values are kept under it. */
  readonly code: string
  readonly name: string
  readonly kind: FieldKind
  /** Asked for before an entry can be saved. */
  readonly required: boolean
  /** Shown only to those who may read sensitive facts. */
  readonly isSensitive: boolean
  /** Of a choice. */
  readonly options: readonly CustomOption[]
  /** Of a table. */
  readonly columns: readonly RegisterColumn[]
  /** What a clerk should know who fills it in. */
  readonly hint: string | null
}

/** 办理状态 of an entry. */
export interface RegisterState {
  readonly code: string
  readonly label: string
  /** Whether somebody still has to do something. */
  readonly open: boolean
  /** 几日内办结本步: days from the day an entry came to this state; null sets no date. */
  readonly dueDays: number | null
  /** A date of the entry by which this state must be over, instead of a count of days. */
  readonly dueField: string | null
}

/** Who may make a move: whoever may write an entry, the office's clerks, or its administrator. */
export const moverLabel = { anyone: '能登记的人', clerk: '镇经办人', admin: '管理员' } as const
export type Mover = keyof typeof moverLabel

export interface RegisterMove {
  readonly code: string
  readonly label: string
  readonly from: readonly string[]
  readonly to: string
  readonly by: Mover
  /** Fields that must be filled in before it, by code. */
  readonly needs: readonly string[]
  /** Whether words must be said with it: a reason, a result. */
  readonly needsNote: boolean
}

/** What is counted of a register, with how it is counted. */
export interface RegisterFigure {
  readonly code: string
  readonly name: string
  /** 口径 in a clerk's words. */
  readonly basis: string
  /** `count` of entries, or the `sum` of a number or an amount. */
  readonly how: 'count' | 'sum'
  /** The field that is summed. */
  readonly field: string | null
  /** Only entries in one of these states; null is every state. */
  readonly states: readonly string[] | null
  /** The day by which an entry falls into a period: opened, closed, or a date of its own. */
  readonly dayOf: 'opened' | 'closed' | string
}

export interface RegisterDefinition {
  readonly name: string
  /** What it is for, and on what ground. */
  readonly purpose: string
  readonly fields: readonly RegisterField[]
  /** In the order of the work; an entry begins in the first. */
  readonly states: readonly RegisterState[]
  readonly moves: readonly RegisterMove[]
  /** `{年}-{序号3}`; null gives no numbers. */
  readonly numbering: string | null
  /** Whom it concerns; null is everybody. */
  readonly groups: readonly RecipientGroup[] | null
  /** The fields its list shows, by code, beside number, state and days. */
  readonly listed: readonly string[]
  readonly figures: readonly RegisterFigure[]
}

export const fieldOf = (
  { fields }: Pick<RegisterDefinition, 'fields'>,
  code: string,
): RegisterField | undefined => fields.find((field) => field.code === code)

export const stateOf = (
  { states }: Pick<RegisterDefinition, 'states'>,
  code: string,
): RegisterState | undefined => states.find((state) => state.code === code)

/** The field whose person an entry is about: the first of its kind. */
export const subjectField = ({
  fields,
}: Pick<RegisterDefinition, 'fields'>): RegisterField | undefined =>
  fields.find(({ kind }) => kind === 'person')

/** Kinds whose values are ids of records of the program. */
export const isReference = (kind: FieldKind): boolean =>
  kind === 'person' || kind === 'helper' || kind === 'village'

/** Kinds whose content hangs on the entry as 附件 and is no value of its own. */
export const isAttached = (kind: FieldKind): boolean => kind === 'file' || kind === 'photo'
