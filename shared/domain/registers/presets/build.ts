import type { RecipientGroup } from '../../vocabulary'
import type {
  ColumnKind,
  FieldKind,
  RegisterColumn,
  RegisterDefinition,
  RegisterField,
  RegisterFigure,
  RegisterMove,
  RegisterState,
} from '../definition'

/*
 * 现成的登记簿 are written in few words: a field's code is its name, states follow the order of the
 * work, and moves are named by what is done.
 */

/** A register that comes with the program; an office takes it as it is, or changes its copy. */
export interface RegisterPreset {
  readonly code: string
  /** What part of the work it belongs to, as the list of presets is ordered. */
  readonly area: string
  readonly definition: RegisterDefinition
}

type FieldOver = Partial<Pick<RegisterField, 'required' | 'isSensitive' | 'hint'>>

const optionsOf = (labels: readonly string[]) =>
  labels.map((label) => ({ code: label, label, retired: false }))

function field(kind: FieldKind, name: string, over: FieldOver = {}): RegisterField {
  return {
    code: name,
    name,
    kind,
    required: false,
    isSensitive: false,
    options: [],
    columns: [],
    hint: null,
    ...over,
  }
}

const ofKind =
  (kind: FieldKind) =>
  (name: string, over?: FieldOver): RegisterField =>
    field(kind, name, over)

export const text = ofKind('text')
export const longText = ofKind('longText')
export const number = ofKind('number')
export const money = ofKind('money')
export const date = ofKind('date')
export const period = ofKind('period')
export const yesNo = ofKind('yesNo')
export const person = ofKind('person')
export const helper = ofKind('helper')
export const village = ofKind('village')
export const department = ofKind('department')
export const file = ofKind('file')
export const photo = ofKind('photo')

export const choice = (
  name: string,
  labels: readonly string[],
  over?: FieldOver,
): RegisterField => ({
  ...field('choice', name, over),
  options: optionsOf(labels),
})
export const choices = (
  name: string,
  labels: readonly string[],
  over?: FieldOver,
): RegisterField => ({
  ...field('choices', name, over),
  options: optionsOf(labels),
})
export const table = (name: string, columns: readonly RegisterColumn[]): RegisterField => ({
  ...field('table', name),
  columns,
})
export const column = (
  name: string,
  kind: ColumnKind = 'text',
  labels: readonly string[] = [],
): RegisterColumn => ({ code: name, name, kind, options: optionsOf(labels) })

export const required = { required: true } as const
export const sensitive = { isSensitive: true } as const

/** A state in which somebody still has to do something, within some days or until a date. */
export const open = (label: string, due: number | string | null = null): RegisterState => ({
  code: label,
  label,
  open: true,
  dueDays: typeof due === 'number' ? due : null,
  dueField: typeof due === 'string' ? due : null,
})
/** A state in which nothing is left to do. */
export const done = (label: string): RegisterState => ({
  code: label,
  label,
  open: false,
  dueDays: null,
  dueField: null,
})

type MoveOver = Partial<Pick<RegisterMove, 'by' | 'needs' | 'needsNote'>>

export const step = (
  label: string,
  from: string | readonly string[],
  to: string,
  over: MoveOver = {},
): RegisterMove => ({
  code: label,
  label,
  from: typeof from === 'string' ? [from] : from,
  to,
  by: 'anyone',
  needs: [],
  needsNote: false,
  ...over,
})
export const withNote = { needsNote: true } as const

type FigureOver = Partial<Pick<RegisterFigure, 'states' | 'dayOf'>>

export const counted = (name: string, basis: string, over: FigureOver = {}): RegisterFigure => ({
  code: name,
  name,
  basis,
  how: 'count',
  field: null,
  states: null,
  dayOf: 'opened',
  ...over,
})
export const summed = (
  name: string,
  of: string,
  basis: string,
  over: FigureOver = {},
): RegisterFigure => ({ ...counted(name, basis, over), how: 'sum', field: of })

interface Written extends Pick<
  RegisterDefinition,
  'name' | 'purpose' | 'fields' | 'states' | 'moves' | 'listed' | 'figures'
> {
  readonly area: string
  readonly numbering?: string
  readonly groups?: readonly RecipientGroup[]
}

export const preset = (
  code: string,
  { area, numbering, groups, ...written }: Written,
): RegisterPreset => ({
  code,
  area,
  definition: { ...written, numbering: numbering ?? '{年}-{序号3}', groups: groups ?? null },
})
