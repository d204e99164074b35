import type { OutputOf } from '../api'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { majorChangeLabel, type RulePeriod } from '@shared/domain/cadence/vocabulary'
import { formatDay } from '../shell/format'
import type { StateKind } from '../shell/StateMark'

export type Standing = OutputOf<'home.due'>['rows'][number]['standings'][number]

/** The open window and the one before it. 上半年 would mean January to June. */
const windowWords: Record<RulePeriod, readonly [open: string, closed: string]> = {
  week: ['本周', '上周'],
  halfMonth: ['这半月', '上个半月'],
  month: ['本月', '上月'],
  quarter: ['本季', '上季'],
  halfYear: ['这半年', '上个半年'],
  year: ['今年', '去年'],
  change: ['次日前', '次日前'],
}

/** `电话 本月 2/4`; an overdue duty names the window that was missed: `入户 上季 1/3`. */
export function standingWords(standing: Standing): string {
  const { duty, period, change, state, open, lastClosed } = standing
  if (change && state !== 'exempt') {
    return `${dutyLabel[duty]} ${majorChangeLabel[change.kind]}后 ${open.done}/${open.needed}`
  }
  const [openWord, closedWord] = windowWords[period]
  const [word, { done, needed }] = state === 'overdue' ? [closedWord, lastClosed] : [openWord, open]
  return state === 'exempt'
    ? `${dutyLabel[duty]} 豁免`
    : `${dutyLabel[duty]} ${word} ${done}/${needed}`
}

/** The rule behind it, for the tooltip. */
export function standingReason(standing: Standing): string {
  const { title, change, open, lastClosed, state } = standing
  if (change) {
    const since = `${formatDay(change.date)}${majorChangeLabel[change.kind]}，${formatDay(open.to)} 前要探访一次`
    return `${title}。${since}，${open.done > 0 ? '已探访' : '还没有探访'}。`
  }
  const closed = `上一期（${lastClosed.from} 至 ${lastClosed.to}）应 ${lastClosed.needed} 次、已做 ${lastClosed.done} 次`
  const now = `这一期到 ${open.to} 为止，应 ${open.needed} 次、已做 ${open.done} 次`
  if (state === 'overdue') return `${title}。${closed}，之后还没有联系过，所以逾期。${now}。`
  if (state === 'due') return `${title}。${now}，还剩 ${open.daysLeft + 1} 天（含今天）。`
  return `${title}。${now}。`
}

/** The mark of a state; nothing is owed under `none`. */
export function markOf(state: Standing['state']): StateKind | undefined {
  return state === 'none' ? undefined : state
}
