import type { PlanStanding } from '@shared/domain/evacuations/vocabulary'
import type { StateKind } from '../shell/StateMark'

/** The shape and colour of how far somebody is provided for. */
export const standingState: Readonly<Record<PlanStanding, StateKind>> = {
  missing: 'overdue',
  incomplete: 'due',
  unconfirmed: 'due',
  ready: 'met',
}
