/** 服务内容: the seven kinds of home-based care that a plan lists. */
export const serviceKindLabel = {
  meals: '助餐',
  cleaning: '助洁',
  bathing: '助浴',
  medical: '助医',
  mobility: '助行',
  emergency: '助急',
  social: '文化与代办',
} as const
export type ServiceKind = keyof typeof serviceKindLabel

/** 服务方式: who serves, and so who is paid. */
export const serviceModeLabel = {
  purchased: '政府购买',
  organization: '社会组织',
  volunteer: '志愿者',
  neighbour: '邻里互助',
} as const
export type ServiceMode = keyof typeof serviceModeLabel

/** Nobody is paid for what is given freely. */
export const isGiven = (mode: ServiceMode): boolean => mode === 'volunteer' || mode === 'neighbour'

/** 服务计划的周期. */
export const planPeriodLabel = { week: '每周', month: '每月' } as const
export type PlanPeriod = keyof typeof planPeriodLabel
