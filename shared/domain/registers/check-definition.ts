import { plainWord } from '../dictionaries/dictionary'
import {
  columnKinds,
  fieldOf,
  isAttached,
  stateOf,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterField,
} from './definition'
import { numberingFault } from './numbering'

/** Something of a definition that does not hold together. */
export interface DefinitionFault {
  /** Where: `fields.2.options`. */
  readonly path: string
  /** What is wrong and what to do, in a clerk's words. */
  readonly words: string
}

/** How many of each a definition may have, so that a page and a list stay readable. */
export const mostOf = { fields: 60, columns: 12, states: 20, moves: 60, figures: 12, options: 60 }

/**
 * All that is wrong with a definition, in the order of the page; empty if a register can be kept by
 * it. The same check serves what an office types and a file that comes from elsewhere.
 */
export function definitionFaults(definition: RegisterDefinition): DefinitionFault[] {
  return [
    ...fieldFaults(definition.fields),
    ...stateFaults(definition),
    ...moveFaults(definition),
    ...numberingFaults(definition),
    ...listFaults(definition),
    ...figureFaults(definition),
  ]
}

function fieldFaults(fields: readonly RegisterField[]): DefinitionFault[] {
  if (fields.length === 0) return [{ path: 'fields', words: '至少要有一个栏目' }]
  return [
    ...sameNames(
      'fields',
      '栏目',
      fields.map(({ name }) => name),
    ),
    ...sameCodes(
      'fields',
      '栏目',
      fields.map(({ code }) => code),
    ),
    ...fields.flatMap((field, at) => [
      ...optionFaults(`fields.${at}.options`, field),
      ...columnFaults(`fields.${at}.columns`, field),
    ]),
  ]
}

function optionFaults(
  path: string,
  { name, kind, options }: Pick<RegisterField, 'name' | 'options'> & { kind: string },
): DefinitionFault[] {
  if (kind !== 'choice' && kind !== 'choices') return []
  if (!options.some(({ retired }) => !retired))
    return [{ path, words: `“${name}”是选择，至少要有一个在用的选项` }]
  return [
    ...sameNames(
      path,
      `“${name}”的选项`,
      options.map(({ label }) => label),
    ),
    ...sameCodes(
      path,
      `“${name}”的选项`,
      options.map(({ code }) => code),
    ),
  ]
}

function columnFaults(path: string, { name, kind, columns }: RegisterField): DefinitionFault[] {
  if (kind !== 'table') return []
  if (columns.length === 0) return [{ path, words: `“${name}”是明细表，至少要有一列` }]
  const strange = (column: RegisterColumn): boolean => !columnKinds.includes(column.kind)
  return [
    ...sameNames(
      path,
      `“${name}”的列`,
      columns.map((column) => column.name),
    ),
    ...sameCodes(
      path,
      `“${name}”的列`,
      columns.map(({ code }) => code),
    ),
    ...columns.flatMap((column, at) => [
      ...(strange(column)
        ? [{ path: `${path}.${at}`, words: `“${column.name}”不能放在明细表里` }]
        : []),
      ...optionFaults(`${path}.${at}.options`, column),
    ]),
  ]
}

function stateFaults({ fields, states, moves }: RegisterDefinition): DefinitionFault[] {
  const [first] = states
  if (!first) return [{ path: 'states', words: '至少要有一个状态' }]
  const faults = [
    ...sameNames(
      'states',
      '状态',
      states.map(({ label }) => label),
    ),
    ...sameCodes(
      'states',
      '状态',
      states.map(({ code }) => code),
    ),
  ]
  states.forEach(({ label, dueField }, at) => {
    if (dueField === null) return
    const field = fieldOf({ fields }, dueField)
    if (field?.kind !== 'date' && field?.kind !== 'period')
      faults.push({ path: `states.${at}.dueField`, words: `“${label}”的期限要选一个日期栏目` })
  })
  // A state nobody can come to is a mistake of whoever drew the moves, not a wish.
  const reached = new Set([first.code])
  for (const code of reached) {
    for (const { from, to } of moves) if (from.includes(code)) reached.add(to)
  }
  states.forEach(({ code, label }, at) => {
    if (!reached.has(code))
      faults.push({ path: `states.${at}`, words: `没有办法走到状态“${label}”，请加一个动作` })
  })
  return faults
}

function moveFaults(definition: RegisterDefinition): DefinitionFault[] {
  const { moves } = definition
  return [
    ...sameNames(
      'moves',
      '动作',
      moves.map(({ label }) => label),
    ),
    ...sameCodes(
      'moves',
      '动作',
      moves.map(({ code }) => code),
    ),
    ...moves.flatMap(({ label, from, to, needs }, at) => {
      const faults: DefinitionFault[] = []
      if (from.length === 0)
        faults.push({ path: `moves.${at}.from`, words: `“${label}”没有写从哪个状态开始` })
      if ([...from, to].some((code) => !stateOf(definition, code)))
        faults.push({ path: `moves.${at}`, words: `“${label}”用到了没有的状态` })
      for (const code of needs) {
        const field = fieldOf(definition, code)
        if (!field)
          faults.push({ path: `moves.${at}.needs`, words: `“${label}”要求的栏目已不在登记簿里` })
        // What hangs on an entry is no value: nobody could ever meet the demand.
        else if (isAttached(field.kind))
          faults.push({
            path: `moves.${at}.needs`,
            words: `“${label}”不能要求附件“${field.name}”，请用说明代替`,
          })
      }
      return faults
    }),
  ]
}

function numberingFaults({ numbering }: RegisterDefinition): DefinitionFault[] {
  const words = numbering === null ? null : numberingFault(numbering)
  return words === null ? [] : [{ path: 'numbering', words }]
}

function listFaults(definition: RegisterDefinition): DefinitionFault[] {
  return definition.listed.flatMap((code, at) => {
    const field = fieldOf(definition, code)
    if (!field) return [{ path: `listed.${at}`, words: '列表里有一栏已不在登记簿里' }]
    return field.kind === 'table' || isAttached(field.kind)
      ? [{ path: `listed.${at}`, words: `“${field.name}”不能作列表的一栏` }]
      : []
  })
}

function figureFaults(definition: RegisterDefinition): DefinitionFault[] {
  const { figures } = definition
  return [
    ...sameNames(
      'figures',
      '数字',
      figures.map(({ name }) => name),
    ),
    ...sameCodes(
      'figures',
      '数字',
      figures.map(({ code }) => code),
    ),
    ...figures.flatMap(({ name, how, field, states, dayOf }, at) => {
      const faults: DefinitionFault[] = []
      const path = `figures.${at}`
      const summed = field === null ? undefined : fieldOf(definition, field)?.kind
      if (how === 'sum' && summed !== 'number' && summed !== 'money')
        faults.push({ path, words: `“${name}”求和，要选一个数字或金额栏目` })
      if (states?.some((code) => !stateOf(definition, code)))
        faults.push({ path, words: `“${name}”用到了没有的状态` })
      const isOwnDay = dayOf !== 'opened' && dayOf !== 'closed'
      if (isOwnDay && fieldOf(definition, dayOf)?.kind !== 'date')
        faults.push({ path, words: `“${name}”按哪天计，要选一个日期栏目` })
      return faults
    }),
  ]
}

/** Two that read alike: a clerk could not tell them apart. */
function sameNames(path: string, noun: string, names: readonly string[]): DefinitionFault[] {
  const seen = new Set<string>()
  return names.flatMap((name, at) => {
    const plain = plainWord(name)
    if (plain === '') return [{ path: `${path}.${at}`, words: `${noun}的名称不能空着` }]
    if (seen.has(plain))
      return [{ path: `${path}.${at}`, words: `${noun}“${name}”重复了，请换个名称` }]
    seen.add(plain)
    return []
  })
}

/** Codes are what values are kept under: two alike would share them. */
function sameCodes(path: string, noun: string, codes: readonly string[]): DefinitionFault[] {
  return new Set(codes).size === codes.length ? [] : [{ path, words: `${noun}的内部编码重复了` }]
}
