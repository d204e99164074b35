import { periodLabel } from '../vocabulary'

/** What a rule may ask by: a calendar window, or the day after each 重大变化. */
export const rulePeriodLabel = { ...periodLabel, change: '重大变化后次日' } as const
export type RulePeriod = keyof typeof rulePeriodLabel

/**
 * 重大变化, after which somebody should look in within a day. The first five are also read off the
 * file; any of them may be recorded by hand.
 */
export const majorChangeLabel = {
  discharge: '出院',
  reopened: '重新在册',
  riskRaised: '风险升高',
  spouseDeath: '配偶去世',
  incident: '突发事件',
  illness: '突发重病',
  carerLeft: '照料人离开',
  homeDamaged: '住房受灾',
  heatWarning: '高温预警',
  coldWarning: '寒潮预警',
  floodWarning: '汛期预警',
  fraudWarning: '防诈骗预警',
  other: '其他变化',
} as const
export type MajorChangeKind = keyof typeof majorChangeLabel

/** 月探访率的统计范围: whose month is measured. */
export const rateScopeLabel = {
  bound: '探访规则管到的在册对象',
  specialHardship: '探访规则管到的特殊困难老年人（六类）',
} as const
export type RateScope = keyof typeof rateScopeLabel
