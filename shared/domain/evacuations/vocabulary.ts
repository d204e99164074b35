/** 演练或实际转移. */
export const evacuationKindLabel = { drill: '转移演练', real: '实际转移' } as const
export type EvacuationKind = keyof typeof evacuationKindLabel

/** What became of one person of the list, called from door to door. */
export const evacuationOutcomeLabel = {
  moved: '已转移',
  away: '不在家',
  refused: '不肯转移',
} as const
export type EvacuationOutcome = keyof typeof evacuationOutcomeLabel

/** 转移安排: how far one person of the list is provided for. */
export const planStandingLabel = {
  missing: '无人转移',
  incomplete: '安排不全',
  unconfirmed: '今年未核对',
  ready: '已落实',
} as const
export type PlanStanding = keyof typeof planStandingLabel
