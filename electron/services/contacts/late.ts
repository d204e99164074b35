import { diffDays, todayLocal } from '@shared/domain/calendar/days'
import { isComplete } from '@shared/domain/calendar/partial-date'
import type { Instant, PartialDate } from '@shared/domain/calendar/types'

/** 补登: days between doing and typing in, where the day is known in full. */
export function lateDaysOf(date: PartialDate, enteredAt: Instant): number | null {
  if (!isComplete(date)) return null
  return Math.max(0, diffDays(date, todayLocal(new Date(enteredAt))))
}
