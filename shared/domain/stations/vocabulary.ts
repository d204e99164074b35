/** 站点和设施: where care is given in the township. */
export const stationKindLabel = {
  station: '管护站',
  mutualHome: '互助幸福院',
  dayCare: '日间照料中心',
  careHome: '养老机构',
} as const
export type StationKind = keyof typeof stationKindLabel

/** 消防安全检查的结果. */
export const fireResultLabel = { passed: '合格', failed: '有隐患' } as const
export type FireResult = keyof typeof fireResultLabel

/** 老年人自己的组织: the village's 老年协会, and 互助协会 of its 村民小组. */
export const associationKindLabel = { elders: '老年协会', mutualHelp: '互助协会' } as const
export type AssociationKind = keyof typeof associationKindLabel
