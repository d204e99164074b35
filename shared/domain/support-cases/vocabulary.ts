/** 纠纷类别: a default of support, or another wrong that is mediated and, where need be, sued for. */
export const disputeKindLabel = {
  support: '赡养',
  property: '财产',
  housing: '住房',
  land: '承包地',
  abuse: '虐待或遗弃',
  family: '婚姻家庭',
  neighbour: '邻里',
  fraud: '受骗',
  other: '其他',
} as const
export type DisputeKind = keyof typeof disputeKindLabel

/** 办结方式: what brought a dispute to its end. */
export const disputeOutcomeLabel = {
  performed: '自行履行',
  agreement: '调解达成协议',
  courtSettlement: '法院调解',
  judgment: '法院判决或裁定',
  police: '公安处理',
  other: '其他方式',
} as const
export type DisputeOutcome = keyof typeof disputeOutcomeLabel
