import type { Day } from '@shared/domain/calendar/types'
import { categoryLabel, codesOf, contactKindLabel, type Category } from '@shared/domain/vocabulary'
import { type CadenceFacts, needIn, obligationFor } from './coverage'
import {
  countedIn,
  type CountQuery,
  CountQueries,
  type Obligation,
  obligationsOf,
} from './obligations'
import type { CadencePolicy, CadenceRule, Credit, DatedRateScope } from './rules'
import { holdsOn, runsWithin } from './spans'
import { type RateScope, rateScopeLabel } from './vocabulary'
import { type CalendarWindow, windowOn, windowsTouching } from './windows'

/** 特殊困难老年人, the six groups of the 2022 guidance. */
export const specialHardship: readonly Category[] = [
  'livingAlone',
  'emptyNest',
  'leftBehind',
  'incapacitated',
  'severeDisability',
  'bereavedOnlyChildFamily',
]

/** The scope of the months of a day: of several the one that began last. */
export function rateScopeOn(scopes: readonly DatedRateScope[], day: Day): RateScope {
  return scopes
    .filter((one) => holdsOn(one, day))
    .reduce<DatedRateScope>(
      (latest, one) => ((one.from ?? '') >= (latest.from ?? '') ? one : latest),
      { who: 'bound', from: null, to: null },
    ).who
}

/** 月探访率: people visited in the month ÷ people who should have been, and how it is counted. */
export interface VisitRate {
  readonly scope: number
  readonly visited: number
  /** visited ÷ scope, unrounded; null where nobody is in scope. */
  readonly rate: number | null
  readonly basis: string
}

/** What must be counted for the rate of a month, one number per person for each of `counts`. */
export interface VisitRatePlan {
  readonly month: CalendarWindow
  /** The scope in force on the month's first day, for the whole of it. */
  readonly who: RateScope
  readonly counts: readonly CountQuery[]
  readonly obligations: readonly {
    readonly obligation: Obligation
    /** The rule's own windows that touch the month. */
    readonly windows: readonly CalendarWindow[]
    readonly doneInMonth: number
  }[]
  readonly basis: string
}

/** The plan for the month that contains `day`, with what was done by then. */
export function visitRatePlan(policy: CadencePolicy, day: Day): VisitRatePlan {
  const month = windowOn('month', day)
  const who = rateScopeOn(policy.rateScopes, month.from)
  const queries = new CountQueries()
  const inForce = (rule: CadenceRule): boolean => runsWithin(month, [rule]).length > 0
  const obligations = obligationsOf(policy.rules.filter((rule) => rule.duty === 'visit'))
    .filter((obligation) => obligation.rules.some(inForce))
    .map((obligation) => ({
      obligation,
      windows: windowsTouching(obligation.period, month),
      doneInMonth: queries.position({
        parts: countedIn(obligation, policy.credits, month, day),
        typedAfter: null,
      }),
    }))
  const named = obligations.flatMap((planned) => planned.obligation.rules.filter(inForce))
  return {
    month,
    who,
    counts: queries.list,
    obligations,
    basis: basisOf(named, who, month, policy.credits),
  }
}

/**
 * The counts of which any one makes the person visited; empty where they are not in scope. In scope:
 * a visit rule covers them on at least one day of the month and asks for at least one visit in a
 * window of its own that touches the month; and, where only 特殊困难 are measured, they belong to one
 * of the six groups on a day of the month.
 */
export function visitsThatCount(plan: VisitRatePlan, facts: CadenceFacts): number[] {
  if (plan.who === 'specialHardship' && !isSpecialHardship(plan.month, facts)) return []
  const positions: number[] = []
  for (const { obligation, windows, doneInMonth } of plan.obligations) {
    const personal = obligationFor(obligation, facts)
    if (needIn(plan.month, personal).coveredDays === 0) continue
    if (windows.some((window) => needIn(window, personal).needed > 0)) positions.push(doneInMonth)
  }
  return positions
}

function isSpecialHardship(month: CalendarWindow, { categories }: CadenceFacts): boolean {
  const held = categories.filter(({ category }) => specialHardship.includes(category))
  return runsWithin(month, held).length > 0
}

/** `scope` is what `visitsThatCount` said of a person, `done` answers `plan.counts`. */
export const wasVisited = (scope: readonly number[], done: readonly number[]): boolean =>
  scope.some((position) => (done[position] ?? 0) > 0)

/** Sums up people: `scope` is what `visitsThatCount` said of them, `done` answers `plan.counts`. */
export function visitRate(
  plan: VisitRatePlan,
  people: Iterable<{ readonly scope: readonly number[]; readonly done: readonly number[] }>,
): VisitRate {
  let inScope = 0
  let visited = 0
  for (const { scope, done } of people) {
    if (scope.length === 0) continue
    inScope += 1
    if (wasVisited(scope, done)) visited += 1
  }
  return {
    scope: inScope,
    visited,
    rate: inScope === 0 ? null : visited / inScope,
    basis: plan.basis,
  }
}

/** 口径, from the rules in force so that it always names what really counts. */
function basisOf(
  rules: readonly CadenceRule[],
  who: RateScope,
  month: CalendarWindow,
  credits: readonly Credit[],
): string {
  if (rules.length === 0) return '本月没有生效的探访规则，不计算月探访率。'
  const counting = codesOf(contactKindLabel).filter(
    (kind) =>
      rules.some((rule) => rule.kinds.includes(kind)) ||
      runsWithin(
        month,
        credits.filter((one) => one.duty === 'visit' && one.kind === kind),
      ).length > 0,
  )
  const kinds = counting.map((kind) => contactKindLabel[kind]).join('、')
  const titles = [...new Set(rules.map((rule) => rule.title))].join('；')
  return (
    '月探访率＝本月至少有一次有效探访的人数÷本月应探访人数。' +
    `统计范围：${rateScopeLabel[who]}${who === 'bound' ? '' : `，即本月至少一天属于${specialHardship.map((one) => categoryLabel[one]).join('、')}之一的人`}。` +
    `应探访：按探访规则（${titles}）本月至少有一天在册且未豁免，并按在册天数折算后应探访至少一次的人。` +
    `有效探访：${kinds}，以实际完成日期为准，与录入日期无关；日期只写到月的计入当月，只写到年或缺年份的不计。`
  )
}
