import { needKindLabel } from '../vocabulary'

/** 需求类别: the 服务需求 list, and 微心愿 that is fulfilled once. */
export const needLedgerKindLabel = { ...needKindLabel, wish: '微心愿', other: '其他' } as const
export type NeedLedgerKind = keyof typeof needLedgerKindLabel

export const urgencyLabel = { normal: '一般', soon: '较急', urgent: '紧急' } as const
export type Urgency = keyof typeof urgencyLabel

/** How a need came to be known. */
export const needSourceLabel = {
  visit: '走访发现',
  call: '来电来访',
  import: '台账导入',
  own: '本人或家属提出',
  meeting: '会议交办',
} as const
export type NeedSource = keyof typeof needSourceLabel

/** Who has to solve it: what the village cannot goes up, one level at a time. */
export const needLevelLabel = { village: '村级', town: '镇级', joint: '联席会议' } as const
export type NeedLevel = keyof typeof needLevelLabel
