/**
 * 任务单状态. A sheet is `out` from the day it is prepared until something of it is entered;
 * `partlyBack` while some of its lines are still missing; `back` once all are there or the clerk
 * says that nothing more will come.
 */
export const visitSheetStateLabel = {
  out: '已发出',
  partlyBack: '部分收回',
  back: '已收回',
  cancelled: '作废',
} as const
export type VisitSheetState = keyof typeof visitSheetStateLabel

/** 未遇到原因: somebody went or called and met nobody. */
export const missedReasonLabel = {
  notHome: '不在家',
  away: '外出未归',
  hospital: '住院',
  noAnswer: '电话不通',
  refused: '不愿见',
  other: '其他',
} as const
export type MissedReason = keyof typeof missedReasonLabel

/** What a line of a sheet asks of the helper, as it stood on the day the sheet was prepared. */
export interface VisitTasks {
  /** What is due or overdue, in words: 入户 本季 2/3 (done of needed). */
  readonly owed: readonly { readonly state: 'due' | 'overdue'; readonly words: string }[]
  /** 信息待补: what to ask while there, weightiest first. */
  readonly ask: readonly string[]
  /** What the last visit left open. */
  readonly points: readonly string[]
  /** Birthdays within the sheet's period, in words. */
  readonly birthdays: readonly string[]
}
