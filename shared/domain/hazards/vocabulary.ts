/** 隐患类别: what may hurt somebody at home. */
export const hazardKindLabel = {
  fire: '用火',
  electricity: '用电',
  gas: '用气',
  housing: '房屋',
  landslide: '滑坡',
  flood: '洪水',
  slippery: '防滑',
  theft: '防盗',
  other: '其他',
} as const
export type HazardKind = keyof typeof hazardKindLabel

/** 隐患等级; a grave one presses whatever its day. */
export const hazardGradeLabel = { minor: '一般', serious: '较大', grave: '重大' } as const
export type HazardGrade = keyof typeof hazardGradeLabel

/** How a hazard came to be known. */
export const hazardSourceLabel = {
  visit: '走访发现',
  inspection: '检查发现',
  report: '群众反映',
  import: '台账导入',
} as const
export type HazardSource = keyof typeof hazardSourceLabel
