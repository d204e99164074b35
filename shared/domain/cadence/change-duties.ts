import { addDays, diffDays, endOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { bindingRule, type CadenceFacts, isExemptOn, obligationFor } from './coverage'
import {
  changeObligationsOf,
  countedIn,
  counts,
  type CountedContact,
  type Obligation,
} from './obligations'
import type { CadencePolicy, CadenceRule, Credit } from './rules'
import { holdsOn } from './spans'
import type { MajorChangeKind } from './vocabulary'
import type { DayWindow } from './windows'

/** 重大变化 of one person, read off the file or recorded by hand. */
export interface MajorChange {
  readonly date: Day
  readonly kind: MajorChangeKind
}

/** 24 小时内, in days: by the end of the next one. */
export const changeWindow = ({ date }: MajorChange): DayWindow => ({
  from: date,
  to: addDays(date, 1),
})

/**
 * How far back an unanswered change still stands in the lists, in days. Beyond it, as beyond the
 * last closed window, only the ledger tells of the miss.
 */
const CHANGES_REMEMBERED = 92

/** The first day whose changes matter on the day. */
export const changesSince = (asOf: Day): Day => addDays(asOf, -CHANGES_REMEMBERED)

/** A one-time duty that a change opened. */
export interface ChangeDuty {
  readonly obligation: Obligation<'change'>
  readonly rule: CadenceRule
  readonly change: MajorChange
  readonly window: DayWindow
  /** False where both days are exempt: nobody owes the visit. */
  readonly needed: boolean
}

/** The duties opened by the person's changes of the range, oldest first, under the rules of their day. */
export function changeDutiesOf(
  obligation: Obligation<'change'>,
  facts: CadenceFacts,
  range: DayWindow,
): ChangeDuty[] {
  const changes = facts.changes.filter(({ date }) => date >= range.from && date <= range.to)
  if (changes.length === 0) return []
  const personal = obligationFor(obligation, facts)
  return changes
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    .flatMap((change) => {
      const rule = bindingRule(personal, change.date)
      if (rule === null) return []
      const window = changeWindow(change)
      const needed = !isExemptOn(personal, window.from) || !isExemptOn(personal, window.to)
      return [{ obligation, rule, change, window, needed }]
    })
}

/** How many of the contacts count for a duty between two days, as far as begun by `until`. */
export function doneFor(
  obligation: Obligation<'change'>,
  credits: readonly Credit[],
  window: DayWindow,
  until: Day,
  contacts: readonly CountedContact[],
): CountedContact[] {
  const parts = countedIn(obligation, credits, window, until)
  return contacts.filter((contact) => counts(parts, contact))
}

/** The open one-time duty of one obligation on a day, and what was done since its change. */
export interface OpenChangeDuty extends ChangeDuty {
  readonly done: number
  readonly isOver: boolean
  readonly daysLeft: number
}

/**
 * The change of each obligation that the day asks about: the oldest nobody answered, or else the
 * latest whose two days still run. A contact after it answers it, and all before it.
 */
export function openChangeDuties(
  { rules, credits }: Pick<CadencePolicy, 'rules' | 'credits'>,
  facts: CadenceFacts,
  asOf: Day,
  contacts: readonly CountedContact[],
): OpenChangeDuty[] {
  const onFile = facts.statuses.some((one) => one.status === 'active' && holdsOn(one, asOf))
  if (!onFile || facts.changes.length === 0) return []
  return changeObligationsOf(rules).flatMap((obligation) => {
    const opened = changeDutiesOf(obligation, facts, { from: changesSince(asOf), to: asOf })
      .filter(({ needed }) => needed)
      .map((duty): OpenChangeDuty => {
        const since = { from: duty.window.from, to: endOf('year', asOf) }
        return {
          ...duty,
          done: doneFor(obligation, credits, since, asOf, contacts).length,
          isOver: duty.window.to < asOf,
          daysLeft: Math.max(0, diffDays(asOf, duty.window.to)),
        }
      })
    return opened.find(({ done }) => done === 0) ?? opened.findLast(({ isOver }) => !isOver) ?? []
  })
}
