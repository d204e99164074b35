/** 服务类别, the best first; 志愿 comes beside any of the others. */
export const serviceTierLabel = {
  free: '无偿',
  lowCost: '低偿',
  paid: '有偿',
  volunteer: '志愿',
} as const
export type ServiceTier = keyof typeof serviceTierLabel

/** The tiers of which a person has at most one: who pays for the service. */
export const chargedTiers = ['free', 'lowCost', 'paid'] as const
export type ChargedTier = (typeof chargedTiers)[number]

/** How far the conditions of 无偿 reach; the published sentence can be read either way. */
export const freeReadingLabel = {
  everyGroup: '三项条件对所列各类人员都要满足',
  subsistenceAllowance: '三项条件只限制低保老人，其余各类人员不需满足',
} as const
export type FreeReading = keyof typeof freeReadingLabel
