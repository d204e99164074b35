import type { RecipientGroup } from '@shared/domain/vocabulary'
import type { CompletenessRule } from './rules'

/** What a file says, without what it says: for scoring, only which facts are known matters. */
export interface KnownFacts<Fact extends string = string> {
  readonly groups: readonly RecipientGroup[]
  readonly known: ReadonlySet<Fact>
}

export interface Completeness<Rule extends CompletenessRule = CompletenessRule> {
  /** Known weight of what is asked of this person, 0–100 rounded down: 100 is nothing missing. */
  readonly score: number
  /** What to ask, weightiest first. */
  readonly missing: readonly Rule[]
}

/** How complete a file is and what is still to be asked. Nothing asked of a person counts as 100. */
export function completenessOf<Rule extends CompletenessRule>(
  { groups, known }: KnownFacts,
  rules: readonly Rule[],
): Completeness<Rule> {
  const asked = rules.filter((rule) => isAskedOf(rule, groups))
  const missing = asked.filter(({ fact }) => !known.has(fact))
  const total = weigh(asked)
  return {
    score: total === 0 ? 100 : Math.floor((100 * (total - weigh(missing))) / total),
    missing: missing.sort((a, b) => b.weight - a.weight || (a.fact < b.fact ? -1 : 1)),
  }
}

const isAskedOf = (rule: CompletenessRule, groups: readonly RecipientGroup[]): boolean =>
  rule.groups === null || rule.groups.some((group) => groups.includes(group))

const weigh = (rules: readonly CompletenessRule[]): number =>
  rules.reduce((sum, { weight }) => sum + weight, 0)
