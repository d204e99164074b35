import { addDays, addMonths } from '../calendar/days'
import type { Day, Instant } from '../calendar/types'

/** A backup as the thinning rule sees it. */
export interface DatedBackup {
  name: string
  madeAt: Instant
  /** The local day of `madeAt`. */
  day: Day
  /** Whether it could be opened when it was last looked at. */
  sound: boolean
}

/** How long one backup a day is kept, in days, and one a month, in months. */
const DAILY = 31
const MONTHLY = 24

/**
 * The names of the backups that may go. Kept are all of today, of later days (a clock that was set
 * back makes no backup worthless) and all that do not open (somebody must look at them); the last
 * of each day of a month, the last of each month of two years, and the very last, however old.
 */
export function backupsToThin(backups: readonly DatedBackup[], today: Day): Set<string> {
  const newestFirst = backups
    .filter(({ sound }) => sound)
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.name < b.name ? 1 : -1))
  const dailySince = addDays(today, -DAILY)
  const monthlySince = addMonths(today, -MONTHLY)
  const kept = new Set<string>()
  const gone = new Set<string>()
  newestFirst.forEach(({ name, day }, index) => {
    const span =
      day >= today
        ? `all ${name}`
        : day >= dailySince
          ? `day ${day}`
          : day >= monthlySince
            ? `month ${day.slice(0, 7)}`
            : null
    if (index === 0 || (span && !kept.has(span))) kept.add(span ?? name)
    else gone.add(name)
  })
  return gone
}
