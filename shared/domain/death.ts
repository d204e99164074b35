import type { Day } from './calendar/types'
import { standingOn, type Period } from './periods'
import type { RecipientStatus } from './vocabulary'

/**
 * The day of death, where the person was dead before `day` began; null otherwise. The day of death
 * itself is still one of life, and a death that was taken back (reopened file) counts no longer.
 */
export function diedBefore(
  statuses: readonly (Period & { readonly status: RecipientStatus })[],
  day: Day,
): Day | null {
  const standing = standingOn(statuses, day)
  return standing?.status === 'deceased' && standing.from < day ? standing.from : null
}
