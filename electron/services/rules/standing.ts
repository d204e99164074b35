import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, type Period } from '@shared/domain/periods'

/** Whether what is dated holds today, is over, or begins later. */
export function standingIn(dated: Period, today: Day): 'inForce' | 'ended' | 'coming' {
  if (holdsOn(dated, today)) return 'inForce'
  return dated.from > today ? 'coming' : 'ended'
}
