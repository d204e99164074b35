import type { Day } from '@shared/domain/calendar/types'
import type { ContactKind } from '@shared/domain/vocabulary'
import { changeDutiesOf, doneFor, type MajorChange } from './change-duties'
import { type CadenceFacts, needIn, obligationFor } from './coverage'
import {
  changeObligationsOf,
  countedIn,
  type CountedContact,
  type CountQuery,
  CountQueries,
  type Obligation,
  obligationsOf,
  tally,
} from './obligations'
import type { CadencePolicy, Duty } from './rules'
import type { RulePeriod } from './vocabulary'
import { type CalendarWindow, type DayWindow, windowsTouching } from './windows'

/**
 * What became of a window: `met` 完成, `missed` 未完成 (it is over), `open` 进行中 (still time),
 * `exempt` 豁免 (nothing owed because of an exemption), `none` 不计 (covered for too few days).
 * Gravest first.
 */
export const ledgerResults = ['missed', 'open', 'met', 'exempt', 'none'] as const
export type LedgerResult = (typeof ledgerResults)[number]

/** 履约台账: one person, one obligation, one window. */
export interface LedgerEntry {
  readonly duty: Duty
  readonly kinds: readonly ContactKind[]
  readonly period: RulePeriod
  /** Why it was owed, where the period is `change`. */
  readonly change: MajorChange | null
  readonly from: Day
  readonly to: Day
  readonly needed: number
  readonly done: number
  /** Of those done, how many were typed in after the window had closed (补录). */
  readonly late: number
  readonly exemptDays: number
  readonly result: LedgerResult
}

/** What must be counted for the ledger of a range, one number per person for each of `counts`. */
export interface LedgerPlan {
  readonly asOf: Day
  readonly policy: CadencePolicy
  readonly counts: readonly CountQuery[]
  readonly rows: readonly {
    readonly obligation: Obligation
    readonly window: CalendarWindow
    readonly done: number
    readonly late: number
  }[]
  /** Whose days the one-time duties of the range fall on; empty where it has not begun. */
  readonly changes: DayWindow
}

/** Every window that touches the range and has begun by `asOf`, under the rules of its own days. */
export function ledgerPlan(policy: CadencePolicy, range: DayWindow, asOf: Day): LedgerPlan {
  const queries = new CountQueries()
  const until = range.to < asOf ? range.to : asOf
  const rows = obligationsOf(policy.rules).flatMap((obligation) =>
    windowsTouching(obligation.period, { from: range.from, to: until }).map((window) => {
      const parts = countedIn(obligation, policy.credits, window, asOf)
      return {
        obligation,
        window,
        done: queries.position({ parts, typedAfter: null }),
        late: queries.position({ parts, typedAfter: window.to }),
      }
    }),
  )
  return { asOf, policy, counts: queries.list, rows, changes: { from: range.from, to: until } }
}

/**
 * The person's ledger; windows in which no rule bound them are left out. `around` holds the person's
 * contacts of the range, asked for only where the file has changes in it.
 */
export function ledgerOf(
  plan: LedgerPlan,
  facts: CadenceFacts,
  counted: readonly number[],
  around: readonly CountedContact[] = [],
): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const { obligation, window, ...positions } of plan.rows) {
    const need = needIn(window, obligationFor(obligation, facts))
    if (need.coveredDays + need.exemptDays === 0) continue
    const done = counted[positions.done] ?? 0
    entries.push({
      duty: obligation.duty,
      kinds: obligation.kinds,
      period: obligation.period,
      change: null,
      from: window.from,
      to: window.to,
      needed: need.needed,
      done,
      late: counted[positions.late] ?? 0,
      exemptDays: need.exemptDays,
      result: resultOf(need.needed, done, need.exemptDays, window.to < plan.asOf),
    })
  }
  if (facts.changes.length > 0) entries.push(...changeEntries(plan, facts, around))
  return entries
}

/** Done in its two days, as everything in the ledger is done in its window. */
function changeEntries(
  { policy, changes, asOf }: LedgerPlan,
  facts: CadenceFacts,
  around: readonly CountedContact[],
): LedgerEntry[] {
  return changeObligationsOf(policy.rules).flatMap((obligation) =>
    changeDutiesOf(obligation, facts, changes).map(({ window, change, needed }) => {
      const done = doneFor(obligation, policy.credits, window, asOf, around)
      const need = needed ? 1 : 0
      const exemptDays = needed ? 0 : 2
      return {
        duty: obligation.duty,
        kinds: obligation.kinds,
        period: obligation.period,
        change,
        ...window,
        needed: need,
        done: done.length,
        late: done.filter(({ typedOn }) => typedOn > window.to).length,
        exemptDays,
        result: resultOf(need, done.length, exemptDays, window.to < asOf),
      }
    }),
  )
}

function resultOf(needed: number, done: number, exemptDays: number, over: boolean): LedgerResult {
  if (needed === 0) return exemptDays > 0 ? 'exempt' : 'none'
  if (done >= needed) return 'met'
  return over ? 'missed' : 'open'
}

/** One person's ledger from their list of contacts. */
export function historyOf(
  policy: CadencePolicy,
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  range: DayWindow,
  asOf: Day,
): LedgerEntry[] {
  const plan = ledgerPlan(policy, range, asOf)
  return ledgerOf(plan, facts, tally(plan.counts, contacts), contacts)
}
