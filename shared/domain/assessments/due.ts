import { addDays, addMonths } from '../calendar/days'
import type { Day } from '../calendar/types'
import { holdsOn, type Period } from '../periods'
import type { RiskLevel } from '../vocabulary'
import type { ScaleCode } from './scale'

/** What comes round again: a scale, or the risk review. */
export type ReviewKind = ScaleCode | 'riskReview'

/** 复评周期, dated data: how long a result is good for, for one level or (null) for all others. */
export interface DueRule extends Period {
  readonly kind: ReviewKind
  /** A level code of the scale, or a risk level. */
  readonly level: string | RiskLevel | null
  readonly months: number
}

const always = { from: '1900-01-01', to: null } as const

/** Used where an office has set nothing: yearly, and more often the worse it is. */
export const defaultDueRules: readonly DueRule[] = [
  { ...always, kind: 'gbt42195', level: null, months: 12 },
  { ...always, kind: 'gbt42195', level: 'severe', months: 6 },
  { ...always, kind: 'gbt42195', level: 'complete', months: 6 },
  { ...always, kind: 'barthel', level: null, months: 12 },
  { ...always, kind: 'barthel', level: 'severe', months: 6 },
  { ...always, kind: 'barthel', level: 'complete', months: 6 },
  { ...always, kind: 'extremePoverty', level: null, months: 12 },
  { ...always, kind: 'riskReview', level: null, months: 12 },
  { ...always, kind: 'riskReview', level: 'key', months: 6 },
  { ...always, kind: 'riskReview', level: 'high', months: 3 },
]

/** The rule for a result of that day: the one for its level before the one for all, newest first. */
export function dueRuleFor(
  rules: readonly DueRule[],
  kind: ReviewKind,
  level: string,
  day: Day,
): DueRule | undefined {
  const inForce = rules.filter((rule) => rule.kind === kind && holdsOn(rule, day))
  const newest = (candidates: DueRule[]): DueRule | undefined =>
    candidates.reduce<DueRule | undefined>(
      (best, rule) => (best && best.from > rule.from ? best : rule),
      undefined,
    )
  return (
    newest(inForce.filter((rule) => rule.level === level)) ??
    newest(inForce.filter((rule) => rule.level === null))
  )
}

/** When it is due again; null where no rule asks for it. */
export function nextDue(
  rules: readonly DueRule[],
  kind: ReviewKind,
  level: string,
  day: Day,
): Day | null {
  const rule = dueRuleFor(rules, kind, level, day)
  return rule ? addMonths(day, rule.months) : null
}

/**
 * The rules after one of them changed from a day on; days before keep what held. Null months: the
 * level goes by the rule for all levels, or by none.
 */
export function amendDueRules(
  rules: readonly DueRule[],
  { kind, level, months }: Pick<DueRule, 'kind' | 'level'> & { months: number | null },
  from: Day,
): DueRule[] {
  const isSame = (rule: DueRule): boolean => rule.kind === kind && rule.level === level
  const kept = rules.flatMap((rule): DueRule[] => {
    if (!isSame(rule)) return [rule]
    if (rule.from >= from) return []
    const reaches = rule.to === null || rule.to >= from
    return [reaches ? { ...rule, to: addDays(from, -1) } : rule]
  })
  return months === null ? kept : [...kept, { kind, level, months, from, to: null }]
}

export const dueStates = ['overdue', 'soon', 'never', 'later'] as const
/** `never`: not assessed at all. `later`: good for longer than the days looked ahead. */
export type DueState = (typeof dueStates)[number]
