import type { Day } from '../calendar/types'
import { all, judge, judgeAll, type Judgement } from '../criteria/criterion'
import type { CriterionFacts } from '../criteria/facts'
import { holdsOn, type Period } from '../periods'
import type { Category } from '../vocabulary'
import type { TierRule, TierScheme } from './scheme'
import { chargedTiers, type ChargedTier } from './vocabulary'

/** 人工认定 of a tier in force; `tier` null says that none of the charged tiers applies. */
export interface TierOverride extends Period {
  readonly tier: ChargedTier | null
  readonly reason: string
}

/** Why a tier better than the one given was not given. */
export interface TierRefusal {
  readonly tier: ChargedTier
  readonly title: string
  readonly reason: string
  /** Facts that could still give it; empty where it is certain. */
  readonly unknown: readonly string[]
}

/** 服务类别 of one person on one day, with the reasons shown. */
export interface TierDecision {
  /** The best of 无偿 > 低偿 > 有偿; null where none holds. */
  readonly tier: ChargedTier | null
  /** The rule that gave it; null where none did, and where the office decided. */
  readonly rule: string | null
  readonly reason: string
  readonly better: readonly TierRefusal[]
  /** 志愿服务 comes beside the tier. */
  readonly volunteer: { readonly holds: boolean; readonly reason: string; readonly first: boolean }
  /** Everything that is missing to be sure. */
  readonly unknown: readonly string[]
  readonly overridden: {
    readonly from: Day
    readonly to: Day | null
    readonly computed: { readonly tier: ChargedTier | null; readonly reason: string }
  } | null
}

/** Of several in force the one that began last. */
const overrideOn = (overrides: readonly TierOverride[], day: Day): TierOverride | undefined =>
  overrides.filter((one) => holdsOn(one, day)).sort((a, b) => (a.from < b.from ? 1 : -1))[0]

export function decideTier(
  facts: CriterionFacts,
  overrides: readonly TierOverride[],
  scheme: TierScheme,
  day: Day,
): TierDecision {
  const computed = computeTier(facts, scheme, day)
  const override = overrideOn(overrides, day)
  if (!override) return computed
  return {
    ...computed,
    tier: override.tier,
    rule: null,
    reason: `人工认定：${override.reason}`,
    better: [],
    unknown: [],
    overridden: {
      from: override.from,
      to: override.to,
      computed: { tier: computed.tier, reason: computed.reason },
    },
  }
}

function computeTier(facts: CriterionFacts, scheme: TierScheme, day: Day): TierDecision {
  const better: TierRefusal[] = []
  let found: { tier: ChargedTier; rule: TierRule; words: string } | null = null
  for (const tier of chargedTiers) {
    for (const rule of scheme.rules.filter((one) => one.tier === tier)) {
      const { holds, words, missing } = judgeRule(rule, facts, scheme, day)
      if (holds) {
        found = { tier, rule, words }
        break
      }
      better.push({ tier, title: rule.title, reason: words, unknown: missing })
    }
    if (found) break
  }
  // A rule of the same tier that did not hold is no better one.
  const refused = better.filter(({ tier }) => tier !== found?.tier)
  const unknown = [...new Set(refused.flatMap((refusal) => refusal.unknown))]
  return {
    tier: found?.tier ?? null,
    rule: found?.rule.title ?? null,
    reason: found?.words ?? (unknown.length > 0 ? `尚缺${unknown.join('、')}` : '没有规则适用'),
    better: refused,
    volunteer: volunteerOf(facts, scheme, day),
    unknown,
    overridden: null,
  }
}

function volunteerOf(
  facts: CriterionFacts,
  scheme: TierScheme,
  day: Day,
): TierDecision['volunteer'] {
  const judged = scheme.rules
    .filter(({ tier }) => tier === 'volunteer')
    .map((rule) => judgeRule(rule, facts, scheme, day))
  const yes = judged.find(({ holds }) => holds)
  const { words } = yes ?? judged[0] ?? { words: '没有志愿服务规则' }
  const first = scheme.volunteerFirst.some((category) => facts.categories.get(category)?.holds)
  return { holds: yes !== undefined, reason: words, first: yes !== undefined && first }
}

/** Whether a rule gives its tier: any of its groups together with what binds that group. */
export function judgeRule(
  rule: TierRule,
  facts: CriterionFacts,
  scheme: Pick<TierScheme, 'reading'>,
  day: Day,
): Judgement {
  if (rule.groups.length === 0) return judgeAll(rule.conditions, facts, day)
  // Asked once for all groups: a list of thousands is decided at a time.
  const conditions = judgeAll(rule.conditions, facts, day)
  const ways = rule.groups.map((group) => {
    const own = judge({ kind: 'category', anyOf: [group] }, facts, day)
    return isBound(rule, group, scheme) ? all([own, conditions]) : own
  })
  const way = ways.find(({ holds }) => holds)
  if (way) return way
  const missing = [...new Set(ways.flatMap((one) => (one.holds === null ? one.missing : [])))]
  if (missing.length > 0) return { holds: null, words: `尚缺${missing.join('、')}`, missing }
  return { holds: false, words: refusalWords(rule, facts, day), missing: [] }
}

const isBound = (
  { tier }: TierRule,
  group: Category,
  { reading }: Pick<TierScheme, 'reading'>,
): boolean => tier !== 'free' || reading === 'everyGroup' || group === 'subsistenceAllowance'

/** What stands against it: of none of the groups, or else the conditions that fail. */
function refusalWords({ groups, conditions }: TierRule, facts: CriterionFacts, day: Day): string {
  const grouped = judgeAll([{ kind: 'category', anyOf: groups }], facts, day)
  return grouped.holds === true ? judgeAll(conditions, facts, day).words : grouped.words
}
