import type { CustomOption } from '../custom-fields/custom-field'
import { plainWord } from '../dictionaries/dictionary'
import type { RegisterDefinition, RegisterField } from './definition'
import type { EntryValues } from './values'

/*
 * 改版: a definition is never overwritten. An entry keeps the one it was made under until somebody
 * takes it over to the newer one, and then loses nothing it said.
 */

/** Why an entry cannot be taken over to another version, in words for a clerk; null if it can. */
export function carryOverObstacle(
  state: string,
  from: RegisterDefinition,
  to: RegisterDefinition,
): string | null {
  if (to.states.some(({ code }) => code === state)) return null
  const label = from.states.find(({ code }) => code === state)?.label ?? state
  return `新版里没有状态“${label}”。请先把这一条办到新版也有的状态，再换到新版。`
}

/**
 * The fields an entry has values in that its definition does not ask, or asks as another kind: they
 * are shown below the others under the name they had, and can be read but not typed any more.
 */
export function leftOverFields(
  values: EntryValues,
  definition: RegisterDefinition,
  earlier: readonly RegisterDefinition[],
): RegisterField[] {
  return Object.keys(values).flatMap((code) => {
    const asked = definition.fields.find((field) => field.code === code)
    if (asked) return []
    const known = earlier
      .toReversed()
      .flatMap(({ fields }) => fields.filter((field) => field.code === code))[0]
    return known ? [known] : []
  })
}

/**
 * A code for something new: its own words, and a number behind them where those are taken. What was
 * ever used in an earlier version counts as taken, so that no value turns up in another field.
 */
export function newCode(name: string, taken: ReadonlySet<string>): string {
  const words = plainWord(name) || '栏目'
  if (!taken.has(words)) return words
  let turn = 2
  while (taken.has(`${words}${turn}`)) turn += 1
  return `${words}${turn}`
}

/**
 * What a revision may not do to what entries hold, in words for the page; empty if nothing. A code
 * that was ever used belongs to the kind it was used for, and the options of the version before stay.
 */
export function revisionFaults(
  earlier: readonly RegisterDefinition[],
  to: RegisterDefinition,
): string[] {
  const latest = earlier.at(-1)
  return to.fields.flatMap((field) => {
    const uses = earlier.flatMap(({ fields }) => fields.filter(({ code }) => code === field.code))
    if (uses.some(({ kind }) => kind !== field.kind))
      return [`“${field.name}”的类型不能改：旧记录按原来的类型保存。请去掉它，另加一栏`]
    const before = latest?.fields.find(({ code }) => code === field.code)
    const lost = before ? lostOptions(before.options, field.options) : []
    return lost.length === 0
      ? []
      : [`“${field.name}”的选项${lost.join('、')}用过，不能去掉，可以停用`]
  })
}

const lostOptions = (before: readonly CustomOption[], after: readonly CustomOption[]): string[] =>
  before
    .filter(({ code }) => !after.some((option) => option.code === code))
    .map(({ label }) => `“${label}”`)

/** Every code of a field, state, move or figure that any version used. */
export const usedCodes = (versions: readonly RegisterDefinition[]): string[] => [
  ...new Set(
    versions.flatMap(({ fields, states, moves, figures }) =>
      [...fields, ...states, ...moves, ...figures].map(({ code }) => code),
    ),
  ),
]
