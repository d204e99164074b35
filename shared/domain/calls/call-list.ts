import { latestDay } from '../calendar/partial-date'
import type { Day, PartialDate } from '../calendar/types'
import { gravestState, type Standing } from '../cadence/compliance'
import type { CallResult } from './vocabulary'

/** One attempt to reach somebody by phone. */
export interface CallAttempt {
  readonly day: Day
  readonly result: CallResult
  /** 改天再打: the day on which it was meant to be tried again. */
  readonly againOn: Day | null
}

/** What the call list must know of one person. */
export interface CallFacts<Attempt extends CallAttempt = CallAttempt> {
  readonly standings: readonly Standing[]
  /** In the order in which they were made. */
  readonly attempts: readonly Attempt[]
  /** The day of the last contact of any kind. */
  readonly lastContact: PartialDate | null
}

export interface CallEntry<Attempt extends CallAttempt = CallAttempt> {
  readonly standings: readonly Standing[]
  readonly state: 'overdue' | 'due' | 'again'
  /** Attempts since the last contact: how often nobody was reached. */
  readonly tries: number
  readonly last: Attempt | null
  readonly againOn: Day | null
}

const byCall = ({ kinds }: Standing): boolean => kinds.includes('phone') || kinds.includes('child')

/**
 * Whether somebody stands on the call list of a day, and why: a contact that a call can make is due
 * or overdue, or it was promised to try again by that day. Somebody who is to be tried again on a
 * later day is left in peace until then, unless the duty is overdue. Null: not on the list.
 */
export function callEntry<Attempt extends CallAttempt>(
  { standings, attempts, lastContact }: CallFacts<Attempt>,
  today: Day,
): CallEntry<Attempt> | null {
  const known = lastContact && latestDay(lastContact)
  const since = attempts.filter(
    ({ day, result }) => result !== 'answered' && (known === null || day >= known),
  )
  const last = attempts.at(-1) ?? null
  const againOn = last && (known === null || last.day >= known) ? last.againOn : null
  const owed = standings.filter(
    (one) => (one.state === 'due' || one.state === 'overdue') && byCall(one),
  )
  const state = owed.length > 0 ? gravestState(owed) : null
  const entry = { standings: owed, tries: since.length, last, againOn }
  if (state === 'overdue') return { ...entry, state }
  if (againOn !== null) return againOn <= today ? { ...entry, state: 'again' } : null
  return state === 'due' ? { ...entry, state } : null
}
