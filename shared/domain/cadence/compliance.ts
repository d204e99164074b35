import { diffDays, endOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { ContactKind } from '@shared/domain/vocabulary'
import { type MajorChange, openChangeDuties, type OpenChangeDuty } from './change-duties'
import { type CadenceFacts, bindingRule, isExemptOn, needIn, obligationFor } from './coverage'
import {
  countedIn,
  type CountedContact,
  type CountQuery,
  CountQueries,
  type Obligation,
  obligationsOf,
} from './obligations'
import type { CadencePolicy, CadenceRule, Duty } from './rules'
import { holdsOn } from './spans'
import type { RulePeriod } from './vocabulary'
import { type CalendarWindow, windowBefore, windowOn } from './windows'

/**
 * 履约状态 of one obligation on a day, gravest first.
 * - `overdue` 逾期: the last closed window was missed and nothing that counts was done since.
 * - `due` 待完成: the open window is not yet met.
 * - `met` 已完成: the open window is met.
 * - `exempt` 豁免: an exemption holds on the day, so nothing is owed.
 * - `none` 无任务: not bound on the day (closed, dead, another group), or bound for so small a part
 *   of the window that it asks for nothing.
 */
export const standingStates = ['overdue', 'due', 'met', 'exempt', 'none'] as const
export type StandingState = (typeof standingStates)[number]

/** Where one person stands with one obligation. */
export interface Standing {
  readonly duty: Duty
  readonly kinds: readonly ContactKind[]
  readonly period: RulePeriod
  /** Why it is owed, where the period is `change`; the windows are then its two days. */
  readonly change: MajorChange | null
  /** The strictest rule that binds the person on the day. */
  readonly ruleId: number
  readonly title: string
  readonly state: StandingState
  readonly open: {
    readonly from: Day
    readonly to: Day
    readonly needed: number
    readonly done: number
    /** Days after today on which the window is still open: 0 on its last day. */
    readonly daysLeft: number
  }
  readonly lastClosed: {
    readonly from: Day
    readonly to: Day
    readonly needed: number
    readonly done: number
    readonly missed: boolean
  }
}

interface PlannedObligation {
  readonly obligation: Obligation
  readonly open: CalendarWindow
  readonly closed: CalendarWindow
  readonly daysLeft: number
  /** Positions in `counts`. */
  readonly doneInOpen: number
  readonly doneInClosed: number
}

/**
 * What must be counted to say where everybody stands on a day. Windows follow the calendar, so one
 * plan serves all people: the repository answers each of `counts` with one number per person, in
 * the same order. What was done since a window closed is what was done in the open one, because
 * windows follow each other without a gap.
 */
export interface CountingPlan {
  readonly asOf: Day
  readonly policy: CadencePolicy
  readonly counts: readonly CountQuery[]
  readonly obligations: readonly PlannedObligation[]
}

export function countingPlan(policy: CadencePolicy, asOf: Day): CountingPlan {
  const queries = new CountQueries()
  const count = (obligation: Obligation, window: CalendarWindow): number =>
    queries.position({
      parts: countedIn(obligation, policy.credits, window, asOf),
      typedAfter: null,
    })

  const obligations = obligationsOf(policy.rules)
    .filter(({ rules }) => rules.some((rule) => holdsOn(rule, asOf)))
    .map((obligation) => {
      const open = windowOn(obligation.period, asOf)
      const closed = windowBefore(obligation.period, asOf)
      return {
        obligation,
        open,
        closed,
        daysLeft: diffDays(asOf, open.to),
        doneInOpen: count(obligation, open),
        doneInClosed: count(obligation, closed),
      }
    })
  return { asOf, policy, counts: queries.list, obligations }
}

/** What one obligation of the plan asks of a person, whatever was done. */
export interface PlannedNeed {
  readonly planned: PlannedObligation
  readonly rule: CadenceRule
  readonly exempt: boolean
  readonly needed: number
  readonly neededThen: number
}

/** What the plan asks of a person: the part that stays when another contact is recorded. */
export function needsOf(plan: CountingPlan, facts: CadenceFacts): PlannedNeed[] {
  const needs: PlannedNeed[] = []
  for (const planned of plan.obligations) {
    const obligation = obligationFor(planned.obligation, facts)
    const rule = bindingRule(obligation, plan.asOf)
    if (rule === null) continue
    needs.push({
      planned,
      rule,
      exempt: isExemptOn(obligation, plan.asOf),
      needed: needIn(planned.open, obligation).needed,
      neededThen: needIn(planned.closed, obligation).needed,
    })
  }
  return needs
}

/**
 * Where the person stands on the plan's day with every obligation that binds them then; `done`
 * holds the answers to `plan.counts`, `recent` the contacts since the oldest change that still
 * matters (`changesSince`), `needs` what `needsOf` said. Every screen, figure and paper asks this
 * function. A date done counts in its window whatever the day it was typed.
 */
export function standingsOf(
  plan: CountingPlan,
  facts: CadenceFacts,
  done: readonly number[],
  recent: readonly CountedContact[] = [],
  needs: readonly PlannedNeed[] = needsOf(plan, facts),
): Standing[] {
  const standings: Standing[] = []
  for (const { planned, rule, exempt, needed, neededThen } of needs) {
    const { duty, kinds, period } = planned.obligation
    const { open, closed } = planned
    const doneNow = done[planned.doneInOpen] ?? 0
    const doneThen = done[planned.doneInClosed] ?? 0
    const missed = doneThen < neededThen
    standings.push({
      duty,
      kinds,
      period,
      change: null,
      ruleId: rule.id,
      title: rule.title,
      state: exempt ? 'exempt' : stateOf(missed, needed, doneNow),
      open: {
        from: open.from,
        to: open.to,
        needed,
        done: doneNow,
        daysLeft: planned.daysLeft,
      },
      lastClosed: { from: closed.from, to: closed.to, needed: neededThen, done: doneThen, missed },
    })
  }
  for (const open of openChangeDuties(plan.policy, facts, plan.asOf, recent)) {
    standings.push(changeStanding(open, facts, plan.asOf))
  }
  return standings
}

/** A one-time duty has one window, open at first and then the last closed one. */
function changeStanding(open: OpenChangeDuty, facts: CadenceFacts, asOf: Day): Standing {
  const { obligation, rule, change, window, done, isOver, daysLeft } = open
  const { duty, kinds, period } = obligation
  const exempt = isExemptOn(obligationFor(obligation, facts), asOf)
  const missed = isOver && done === 0
  return {
    duty,
    kinds,
    period,
    change,
    ruleId: rule.id,
    title: rule.title,
    state: exempt ? 'exempt' : stateOf(missed, 1, done),
    open: { ...window, needed: 1, done, daysLeft },
    lastClosed: { ...window, needed: isOver ? 1 : 0, done, missed },
  }
}

function stateOf(missed: boolean, needed: number, done: number): StandingState {
  if (missed && done === 0) return 'overdue'
  if (done < needed) return 'due'
  return needed > 0 ? 'met' : 'none'
}

/**
 * One standing per duty, for lists that name each duty once: the gravest, and among equals the one
 * that asks for the largest share (needed ÷ days of its window), then the shorter window.
 */
export function leadingStandings(standings: readonly Standing[]): Standing[] {
  const leading = new Map<Duty, Standing>()
  for (const standing of standings) {
    const other = leading.get(standing.duty)
    if (other === undefined || leadsBefore(standing, other)) leading.set(standing.duty, standing)
  }
  return [...leading.values()]
}

function leadsBefore(one: Standing, other: Standing): boolean {
  const gravity = (standing: Standing): number => standingStates.indexOf(standing.state)
  if (one.state !== other.state) return gravity(one) < gravity(other)
  const days = ({ open }: Standing): number => diffDays(open.from, open.to) + 1
  const share = one.open.needed * days(other) - other.open.needed * days(one)
  return share === 0 ? days(one) < days(other) : share > 0
}

/** The gravest state of a person's obligations; `none` where there is none. */
export function gravestState(standings: readonly Standing[]): StandingState {
  const states = new Set(standings.map((standing) => standing.state))
  return standingStates.find((state) => states.has(state)) ?? 'none'
}

/** Whether something is still to be done there. */
export const isOwed = ({ state }: Standing): boolean => state === 'due' || state === 'overdue'

/** The last day of the open window that closes first, of those with something owed; null of none. */
export const owedUntil = (standings: readonly Standing[]): Day | null =>
  standings
    .filter(isOwed)
    .reduce<Day | null>((first, { open }) => (first && first <= open.to ? first : open.to), null)

/** 今天截止 and 本周截止, the first being part of the second. */
export const closings = ['today', 'week'] as const
export type Closing = (typeof closings)[number]

/** The day by which a window has closed that closes today, or by Sunday of this week. */
export const closedBy = (closing: Closing, today: Day): Day =>
  closing === 'today' ? today : endOf('week', today)
