import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/periods'

/** From when a ledger's fact holds: what was entered for a later day was known later, and stays. */
export function notBefore(known: readonly Period[], from: Day, today: Day): Day {
  const latest = known.reduce((last, period) => (period.from > last ? period.from : last), '')
  if (latest <= from) return from
  return latest < today ? today : latest
}
