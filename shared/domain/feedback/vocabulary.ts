/** 满意度反馈: what a person said of the helper, and how they were asked. */

export const ratingLabel = { satisfied: '满意', fair: '一般', dissatisfied: '不满意' } as const
export type Rating = keyof typeof ratingLabel

export const feedbackWayLabel = { home: '入户', phone: '电话', card: '卡片回收' } as const
export type FeedbackWay = keyof typeof feedbackWayLabel

/** How often everybody is asked. */
export const feedbackPeriodLabel = { halfYear: '每半年一次', year: '每年一次' } as const
export type FeedbackPeriod = keyof typeof feedbackPeriodLabel
