/** 活动类别. */
export const activityKindLabel = {
  festival: '节日慰问',
  culture: '文体活动',
  health: '义诊体检',
  training: '培训宣讲',
  volunteering: '志愿服务',
  commendation: '表彰活动',
  other: '其他',
} as const
export type ActivityKind = keyof typeof activityKindLabel

/** As what somebody takes part. */
export const activityRoleLabel = {
  guest: '参加对象',
  volunteer: '志愿者',
  staff: '工作人员',
} as const
export type ActivityRole = keyof typeof activityRoleLabel
