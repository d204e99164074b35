/** 督查方式. */
export const inspectionKindLabel = {
  planned: '计划督查',
  /** 不发通知、不打招呼、不听汇报、不用陪同接待，直奔基层、直插现场. */
  unannounced: '四不两直',
  /** 人大代表视察. */
  congress: '人大代表视察',
} as const
export type InspectionKind = keyof typeof inspectionKindLabel

/** 程度: how grave a finding is; it decides by when it has to be mended. */
export const severityLabel = { minor: '一般', serious: '较重', grave: '严重' } as const
export type Severity = keyof typeof severityLabel

/** What was found of an item; an item nobody looked at has no mark. */
export const itemMarkLabel = { met: '√', problem: '×', notApplicable: '/' } as const
export type ItemMark = keyof typeof itemMarkLabel
