import { normaliseName } from './names/name-text'

/*
 * Two files of one person become one. Nobody's word is dropped silently: where both know a fact
 * and differ the clerk chooses, blanks are filled, lists are united.
 */

/** Whose word stands; `both` is for lists. */
export const mergeChoices = ['kept', 'other', 'both'] as const
export type MergeChoice = (typeof mergeChoices)[number]

/** Nothing is known. A `false` is an answer. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The person's own yes-or-no facts (确无电话, 确无子女) say something only when they hold. */
const saysNothing = (value: unknown): boolean => isBlank(value) || value === false

export const isSameFact = (one: unknown, other: unknown): boolean =>
  (saysNothing(one) && saysNothing(other)) || JSON.stringify(one) === JSON.stringify(other)

/** What happens to a fact that nobody chose for. */
export function usualChoice(kept: unknown, other: unknown): MergeChoice {
  if (saysNothing(other)) return 'kept'
  if (saysNothing(kept)) return 'other'
  return Array.isArray(kept) ? 'both' : 'kept'
}

export function mergedFact(kept: unknown, other: unknown, choice: MergeChoice): unknown {
  if (choice === 'other') return other
  if (choice === 'both' && Array.isArray(kept) && Array.isArray(other))
    return [...new Set([...kept, ...other])]
  return kept
}

/** The facts of `kept` that change when `other` is united with it. */
export function mergedFacts<Facts extends object>(
  kept: Facts,
  other: Facts,
  choices: Readonly<Record<string, MergeChoice>>,
): Partial<Facts> {
  const changed = Object.entries(kept).flatMap(([key, mine]) => {
    const theirs = other[key as keyof Facts]
    const value = mergedFact(mine, theirs, choices[key] ?? usualChoice(mine, theirs))
    return isSameFact(mine, value) ? [] : [[key, value] as const]
  })
  return Object.fromEntries(changed) as Partial<Facts>
}

/** What tells one family member from another. */
export interface MemberIdentity {
  readonly name: string
  readonly relation: string | null
  readonly idNumber: string | null
  readonly birthDate: string | null
}

/** Members of both families who are one person, each taken once at most. */
export function sameMembers<Member extends MemberIdentity>(
  kept: readonly Member[],
  other: readonly Member[],
): Map<Member, Member> {
  const taken = new Set<Member>()
  const pairs = new Map<Member, Member>()
  for (const theirs of other) {
    const mine = kept.find((one) => !taken.has(one) && isSameMember(one, theirs))
    if (!mine) continue
    taken.add(mine)
    pairs.set(theirs, mine)
  }
  return pairs
}

function isSameMember(one: MemberIdentity, other: MemberIdentity): boolean {
  if (one.idNumber && other.idNumber) return one.idNumber === other.idNumber
  const agree = (a: string | null, b: string | null): boolean => !a || !b || a === b
  const bornAlike =
    !one.birthDate ||
    !other.birthDate ||
    one.birthDate.startsWith(other.birthDate) ||
    other.birthDate.startsWith(one.birthDate)
  return (
    normaliseName(one.name) === normaliseName(other.name) &&
    agree(one.relation, other.relation) &&
    bornAlike
  )
}
