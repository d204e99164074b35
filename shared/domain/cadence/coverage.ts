import { diffDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type {
  Category,
  RecipientGroup,
  RecipientStatus,
  RiskLevel,
} from '@shared/domain/vocabulary'
import type { MajorChange } from './change-duties'
import type { Obligation } from './obligations'
import { type CadenceRule, isExemptible } from './rules'
import { type Dated, type DayRuns, holdsOn, intersect, runsWithin, subtract } from './spans'
import type { RulePeriod } from './vocabulary'
import type { CalendarWindow, DayWindow } from './windows'

/** What the rules need to know of one person: periods only, none of them about contacts. */
export interface CadenceFacts {
  /** On file while `active`: entry, closing, reopening and death are its ends. */
  readonly statuses: readonly (Dated & { readonly status: RecipientStatus })[]
  readonly groups: readonly (Dated & { readonly group: RecipientGroup })[]
  readonly categories: readonly (Dated & { readonly category: Category })[]
  readonly risks: readonly (Dated & { readonly level: RiskLevel })[]
  readonly exemptions: readonly Dated[]
  /** 重大变化, in any order. */
  readonly changes: readonly MajorChange[]
}

/**
 * What must hold at once for the rule to bind the person, each as the periods in which it does:
 * the rule is in force, the person is on file, and of the rule's group, category and risk level.
 */
function conditionsOf(rule: CadenceRule, facts: CadenceFacts): (readonly Dated[])[] {
  const conditions: (readonly Dated[])[] = [
    [rule],
    facts.statuses.filter(({ status }) => status === 'active'),
  ]
  if (rule.group !== null) conditions.push(facts.groups.filter((one) => one.group === rule.group))
  if (rule.category !== null) {
    conditions.push(facts.categories.filter((one) => one.category === rule.category))
  }
  if (rule.riskLevel !== null) {
    conditions.push(facts.risks.filter((one) => one.level === rule.riskLevel))
  }
  return conditions
}

/** An obligation with its rules' conditions on one person; strictest rule first. */
export interface PersonalObligation {
  readonly rules: readonly {
    readonly rule: CadenceRule
    readonly conditions: readonly (readonly Dated[])[]
  }[]
  readonly exemptions: readonly Dated[]
}

export function obligationFor(
  obligation: Obligation<RulePeriod>,
  facts: CadenceFacts,
): PersonalObligation {
  return {
    rules: obligation.rules.map((rule) => ({ rule, conditions: conditionsOf(rule, facts) })),
    exemptions: isExemptible(obligation.duty) ? facts.exemptions : [],
  }
}

/** The strictest rule that binds the person on the day, exempt or not. */
export function bindingRule(obligation: PersonalObligation, day: Day): CadenceRule | null {
  const binding = obligation.rules.find(({ conditions }) =>
    conditions.every((periods) => periods.some((one) => holdsOn(one, day))),
  )
  return binding?.rule ?? null
}

/** The days of the window on which all conditions hold. */
function daysWhere(conditions: readonly (readonly Dated[])[], window: DayWindow): DayRuns {
  let days: DayRuns = [window]
  for (const periods of conditions) {
    days = intersect(days, runsWithin(window, periods))
    if (days.length === 0) break
  }
  return days
}

export function isExemptOn({ exemptions }: PersonalObligation, day: Day): boolean {
  return exemptions.some((exemption) => holdsOn(exemption, day))
}

/** What one window asks of one person. */
export interface WindowNeed {
  /** Contacts owed, rounded down. */
  readonly needed: number
  /** Bound and not exempt. */
  readonly coveredDays: number
  /** Bound, but owing nothing because of an exemption. */
  readonly exemptDays: number
}

/**
 * How many contacts the window asks for under an obligation, whose rules differ only in whom they
 * bind, how often and when they were in force.
 *
 * Each covered day asks for the largest count among the rules that bind the person that day (the
 * strictest wins); the window asks for the average over its days, rounded down. So a full window
 * under one rule asks for its count, and a window cut by entry, exemption, death or the rule's own
 * dates for count × covered days ÷ window days.
 */
export function needIn(window: CalendarWindow, obligation: PersonalObligation): WindowNeed {
  const exempt = runsWithin(window, obligation.exemptions)
  let untaken: DayRuns = [window]
  let owed = 0
  let coveredDays = 0
  let exemptDays = 0
  for (const { rule, conditions } of obligation.rules) {
    const bound = intersect(untaken, daysWhere(conditions, window))
    if (bound.length === 0) continue
    const covered = subtract(bound, exempt)
    const days = lengthOf(covered, window)
    owed += rule.count * days
    coveredDays += days
    exemptDays += lengthOf(bound, window) - days
    untaken = subtract(untaken, bound)
    if (untaken.length === 0) break
  }
  return { needed: Math.floor(owed / window.days), coveredDays, exemptDays }
}

function lengthOf(days: DayRuns, window: CalendarWindow): number {
  let sum = 0
  for (const run of days) {
    sum += run === window ? window.days : diffDays(run.from, run.to) + 1
  }
  return sum
}
