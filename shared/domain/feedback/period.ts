import { endOf, monthOf, startOf, yearOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { FeedbackPeriod } from './vocabulary'

/** The stretch in which everybody is asked once: 2026年下半年. */
export interface AskingPeriod {
  readonly from: Day
  readonly to: Day
  readonly title: string
}

export function askingPeriodOn(period: FeedbackPeriod, day: Day): AskingPeriod {
  const half = monthOf(day) <= 6 ? '上半年' : '下半年'
  const title = `${yearOf(day)}年${period === 'halfYear' ? half : ''}`
  return { from: startOf(period, day), to: endOf(period, day), title }
}
