import { diffDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { StateMark } from '../shell/StateMark'

/** When a review comes round again: by date and, once it is near or past, by its mark. */
export function DueWords({ due, today }: { due: Day; today: Day }): React.ReactElement | null {
  if (!today) return null
  const days = diffDays(today, due)
  if (days > 30) return <> · 下次 {due}</>
  return (
    <>
      {' · '}
      <StateMark state={days < 0 ? 'overdue' : 'due'}>
        {days < 0 ? `已过期 ${-days} 天` : days === 0 ? '今天到期' : `还有 ${days} 天到期`}
      </StateMark>
    </>
  )
}
