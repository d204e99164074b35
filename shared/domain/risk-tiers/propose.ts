import type { Day } from '../calendar/types'
import { judgeAll, type Criterion } from '../criteria/criterion'
import type { CriterionFacts } from '../criteria/facts'
import type { RiskLevel } from '../vocabulary'

/** 分级条件: whoever meets all of the conditions belongs to the level at least. */
export interface RiskTierRule {
  readonly title: string
  readonly level: Exclude<RiskLevel, 'general'>
  readonly conditions: readonly Criterion[]
}

/**
 * The levels a published county practice (2022) visits by. A file cannot tell how severe a high
 * blood pressure is: an office that writes it down as 严重高血压 is understood.
 */
export const publishedRiskTiers: readonly RiskTierRule[] = [
  {
    title: '80周岁及以上的独居、空巢、留守老人',
    level: 'high',
    conditions: [
      { kind: 'age', from: 80, upTo: null },
      { kind: 'category', anyOf: ['livingAlone', 'emptyNest', 'leftBehind'] },
    ],
  },
  {
    title: '患失智、严重高血压、心脏病的老人',
    level: 'high',
    conditions: [
      { kind: 'disease', anyOf: ['痴呆', '失智', '严重高血压', '心脏病', '冠心病', '心衰'] },
    ],
  },
  {
    title: '60周岁及以上的失能老人',
    level: 'key',
    conditions: [
      { kind: 'age', from: 60, upTo: null },
      { kind: 'category', anyOf: ['incapacitated', 'partlyIncapacitated'] },
    ],
  },
  {
    title: '特困老人',
    level: 'key',
    conditions: [{ kind: 'category', anyOf: ['extremePoverty'] }],
  },
  {
    title: '计划生育特殊家庭的老人',
    level: 'key',
    conditions: [{ kind: 'category', anyOf: ['bereavedOnlyChildFamily'] }],
  },
]

/** 分级建议 for one person. */
export interface RiskTierProposal {
  readonly level: RiskLevel
  /** The rules met, with the facts that meet them. */
  readonly reason: string
  /** Facts whose want leaves a higher level open (信息待补). */
  readonly missing: readonly string[]
}

/** Falls from 高风险 to 一般 in the order of the office's own words. */
const levels = ['high', 'key'] as const

/** The highest level of which a rule certainly holds; 一般 for everybody else. */
export function proposeRiskTier(
  rules: readonly RiskTierRule[],
  facts: CriterionFacts,
  day: Day,
): RiskTierProposal {
  const missing = new Set<string>()
  for (const level of levels) {
    const judged = rules
      .filter((rule) => rule.level === level)
      .map((rule) => ({ rule, ...judgeAll(rule.conditions, facts, day) }))
    const met = judged.filter(({ holds }) => holds)
    if (met.length > 0) {
      const reason = met.map(({ rule, words }) => `${rule.title}：${words}`).join('；')
      return { level, reason, missing: [...missing] }
    }
    for (const one of judged) for (const fact of one.missing) missing.add(fact)
  }
  return { level: 'general', reason: '没有符合高风险或重点的条件', missing: [...missing] }
}

/** How a proposal stands beside the level on file. */
export const proposalKindLabel = {
  unset: '还没定级',
  higher: '建议调高',
  lower: '建议调低',
  same: '一致',
} as const
export type ProposalKind = keyof typeof proposalKindLabel

const order: readonly RiskLevel[] = ['general', 'key', 'high']

export function proposalKind(now: RiskLevel | null, proposed: RiskLevel): ProposalKind {
  if (now === null) return 'unset'
  if (now === proposed) return 'same'
  return order.indexOf(proposed) > order.indexOf(now) ? 'higher' : 'lower'
}
