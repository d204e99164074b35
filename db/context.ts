import type { Day, Instant } from '@shared/domain/calendar/types'
import type { RecipientGroup, Role } from '@shared/domain/vocabulary'
import type { ChangeWriter } from './changes'
import type { Derivations } from './memo'
import type { Store } from './open'

/** What an operator may see: null is everything, a list is only these. */
export interface Scope {
  villages: number[] | null
  groups: RecipientGroup[] | null
}

export interface OperatorIdentity {
  id: number
  name: string
  role: Role
}

/** Handed to every repository function: where to read, for whom, and what day it is. */
export interface StoreContext {
  db: Store
  memo: Derivations
  operator: OperatorIdentity
  scope: Scope
  today: Day
  now: Instant
}

/**
 * The records as they were on another day: periods, rules and standings as of that day, by all that
 * is known now. Whoever is asked with it sees that day as today.
 */
export const asOf = (ctx: StoreContext, day: Day): StoreContext =>
  day === ctx.today
    ? ctx
    : {
        db: ctx.db,
        memo: ctx.memo.asOf(day),
        operator: ctx.operator,
        scope: ctx.scope,
        today: day,
        now: ctx.now,
      }

/** A context that may write: everything written through it belongs to one change set. */
export interface WriteContext extends StoreContext {
  writer: ChangeWriter
}
