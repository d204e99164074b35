import type { Day } from '@shared/domain/calendar/types'
import type { ContactKind, Period } from '@shared/domain/vocabulary'
import { type CadenceFacts, needIn, obligationFor } from './coverage'
import {
  type CountedContact,
  type CountQuery,
  CountQueries,
  type Obligation,
  obligationsOf,
  tally,
} from './obligations'
import type { CadenceRule, Duty } from './rules'
import { type CalendarWindow, type DayWindow, textRangesUntil, windowsTouching } from './windows'

/**
 * What became of a window: `met` 完成, `missed` 未完成 (it is over), `open` 进行中 (still time),
 * `exempt` 豁免 (nothing owed because of an exemption), `none` 不计 (covered for too few days).
 */
export type LedgerResult = 'met' | 'missed' | 'open' | 'exempt' | 'none'

/** 履约台账: one person, one obligation, one window. */
export interface LedgerEntry {
  readonly duty: Duty
  readonly kinds: readonly ContactKind[]
  readonly period: Period
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
  readonly counts: readonly CountQuery[]
  readonly rows: readonly {
    readonly obligation: Obligation
    readonly window: CalendarWindow
    readonly done: number
    readonly late: number
  }[]
}

/** Every window that touches the range and has begun by `asOf`, under the rules of its own days. */
export function ledgerPlan(rules: readonly CadenceRule[], range: DayWindow, asOf: Day): LedgerPlan {
  const queries = new CountQueries()
  const until = range.to < asOf ? range.to : asOf
  const rows = obligationsOf(rules).flatMap((obligation) =>
    windowsTouching(obligation.period, { from: range.from, to: until }).map((window) => {
      const { kinds } = obligation
      const ranges = textRangesUntil(window, asOf)
      return {
        obligation,
        window,
        done: queries.position({ kinds, ranges, typedAfter: null }),
        late: queries.position({ kinds, ranges, typedAfter: window.to }),
      }
    }),
  )
  return { asOf, counts: queries.list, rows }
}

/** The person's ledger; windows in which no rule bound them are left out. */
export function ledgerOf(
  plan: LedgerPlan,
  facts: CadenceFacts,
  counted: readonly number[],
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
      from: window.from,
      to: window.to,
      needed: need.needed,
      done,
      late: counted[positions.late] ?? 0,
      exemptDays: need.exemptDays,
      result: resultOf(need.needed, done, need.exemptDays, window.to < plan.asOf),
    })
  }
  return entries
}

function resultOf(needed: number, done: number, exemptDays: number, over: boolean): LedgerResult {
  if (needed === 0) return exemptDays > 0 ? 'exempt' : 'none'
  if (done >= needed) return 'met'
  return over ? 'missed' : 'open'
}

/** One person's ledger from their list of contacts. */
export function historyOf(
  rules: readonly CadenceRule[],
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  range: DayWindow,
  asOf: Day,
): LedgerEntry[] {
  const plan = ledgerPlan(rules, range, asOf)
  return ledgerOf(plan, facts, tally(plan.counts, contacts))
}
