import { addDays } from '../calendar/days'
import { latestDay } from '../calendar/partial-date'
import type { Day } from '../calendar/types'
import { stateOf, type RegisterDefinition } from './definition'
import type { EntryValues, PeriodValue } from './values'

/**
 * 办理期限: the day by which an entry must have left the state it came to on `since`. A date of the
 * entry is read as its last possible day (2026-11 → 30 November); a period ends with its end.
 * Null where the state sets no date, or where the date is not known.
 */
export function dueOn(
  definition: Pick<RegisterDefinition, 'states' | 'fields'>,
  { state, since, values }: { state: string; since: Day; values: EntryValues },
): Day | null {
  const known = stateOf(definition, state)
  if (!known) return null
  if (known.dueDays !== null) return addDays(since, known.dueDays)
  const value = known.dueField === null ? undefined : values[known.dueField]
  if (typeof value === 'string') return latestDay(value)
  const to = isPeriod(value) ? value.to : null
  return to === null ? null : latestDay(to)
}

const isPeriod = (value: unknown): value is PeriodValue =>
  typeof value === 'object' && value !== null && 'from' in value
