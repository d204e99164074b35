import type { Day } from '@shared/domain/calendar/types'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import { type CadenceFacts, needIn, obligationFor } from './coverage'
import { type CountQuery, CountQueries, type Obligation, obligationsOf } from './obligations'
import type { CadenceRule } from './rules'
import { runsWithin } from './spans'
import { type CalendarWindow, textRangesUntil, windowOn, windowsTouching } from './windows'

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
export function visitRatePlan(rules: readonly CadenceRule[], day: Day): VisitRatePlan {
  const month = windowOn('month', day)
  const ranges = textRangesUntil(month, day)
  const queries = new CountQueries()
  const inForce = (rule: CadenceRule): boolean => runsWithin(month, [rule]).length > 0
  const obligations = obligationsOf(rules.filter((rule) => rule.duty === 'visit'))
    .filter((obligation) => obligation.rules.some(inForce))
    .map((obligation) => ({
      obligation,
      windows: windowsTouching(obligation.period, month),
      doneInMonth: queries.position({ kinds: obligation.kinds, ranges, typedAfter: null }),
    }))
  const named = obligations.flatMap((planned) => planned.obligation.rules.filter(inForce))
  return { month, counts: queries.list, obligations, basis: basisOf(named) }
}

/**
 * Is the person in scope, and visited? In scope: a visit rule covers them on at least one day of
 * the month and asks for at least one visit in a window of its own that touches the month.
 */
export function visitedInMonth(
  plan: VisitRatePlan,
  facts: CadenceFacts,
  done: readonly number[],
): { inScope: boolean; visited: boolean } {
  let inScope = false
  let visited = false
  for (const { obligation, windows, doneInMonth } of plan.obligations) {
    const personal = obligationFor(obligation, facts)
    if (needIn(plan.month, personal).coveredDays === 0) continue
    if (!windows.some((window) => needIn(window, personal).needed > 0)) continue
    inScope = true
    if ((done[doneInMonth] ?? 0) > 0) visited = true
  }
  return { inScope, visited }
}

export function visitRate(
  plan: VisitRatePlan,
  people: Iterable<{ readonly facts: CadenceFacts; readonly done: readonly number[] }>,
): VisitRate {
  let scope = 0
  let visitedCount = 0
  for (const { facts, done } of people) {
    const { inScope, visited } = visitedInMonth(plan, facts, done)
    if (inScope) scope += 1
    if (visited) visitedCount += 1
  }
  return {
    scope,
    visited: visitedCount,
    rate: scope === 0 ? null : visitedCount / scope,
    basis: plan.basis,
  }
}

/** 口径, from the rules in force so that it always names what really counts. */
function basisOf(rules: readonly CadenceRule[]): string {
  if (rules.length === 0) return '本月没有生效的探访规则，不计算月探访率。'
  const counting = codesOf(contactKindLabel).filter((kind) =>
    rules.some((rule) => rule.kinds.includes(kind)),
  )
  const kinds = counting.map((kind) => contactKindLabel[kind]).join('、')
  const titles = [...new Set(rules.map((rule) => rule.title))].join('；')
  return (
    '月探访率＝本月至少有一次有效探访的人数÷本月应探访人数。' +
    `应探访：按探访规则（${titles}）本月至少有一天在册且未豁免，并按在册天数折算后应探访至少一次的人。` +
    `有效探访：${kinds}，以实际完成日期为准，与录入日期无关；日期只写到月的计入当月，只写到年或缺年份的不计。`
  )
}
