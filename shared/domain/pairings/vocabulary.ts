/** 结对帮扶的词: roles within a pairing and a team, and the levels of the responsible chain. */

/** 多对一时谁为主: one main helper answers, the others join in. */
export const pairingRoleLabel = { main: '主帮扶人', assisting: '协同帮扶人' } as const
export type PairingRole = keyof typeof pairingRoleLabel

export const teamRoleLabel = { leader: '队长', member: '队员' } as const
export type TeamRole = keyof typeof teamRoleLabel

/** 责任链, from the top: the helper is its last link. */
export const chainLevelLabel = {
  supervisor: '镇督导员',
  firstResponsible: '村第一责任人',
} as const
export type ChainLevel = keyof typeof chainLevelLabel

/** The teams an office usually begins with; each may be renamed, changed or dissolved. */
export const presetTeams: readonly { name: string; purpose: string }[] = [
  { name: '生产互助队', purpose: '代耕代种、农忙帮工、农资代购、农产品代销' },
  { name: '生活互助队', purpose: '买菜做饭、洗衣打扫、代办代购、陪同就医' },
  { name: '慰问关爱队', purpose: '上门探望、节日慰问、谈心解闷、代写书信和视频通话' },
  { name: '文化关爱队', purpose: '文艺演出、读书读报、健身娱乐、政策和防诈骗宣传' },
]
