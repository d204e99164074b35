import type { Day } from '@shared/domain/calendar/types'
import type {
  Category,
  ContactKind,
  Period,
  RecipientGroup,
  RiskLevel,
} from '@shared/domain/vocabulary'

/**
 * 频次规则: the people it binds owe at least `count` contacts of `kinds` in every calendar window of
 * `period`. Null as group, category or risk level means any. The rule is in force from `from` to
 * `to` (inclusive, null while it lasts), so an old month keeps the rule of its day.
 */
export interface CadenceRule {
  readonly id: number
  readonly title: string
  readonly group: RecipientGroup | null
  readonly category: Category | null
  readonly riskLevel: RiskLevel | null
  /** What lists call the obligation: `visit`, or a contact kind. */
  readonly duty: Duty
  /** What counts for it: a home visit counts as the month's visit because this list says so. */
  readonly kinds: readonly ContactKind[]
  readonly count: number
  readonly period: Period
  readonly from: Day
  readonly to: Day | null
}

export type Duty = 'visit' | ContactKind

/** A rule as a preset offers it: the office adopts it from a day of its own. */
export type RuleTemplate = Omit<CadenceRule, 'id' | 'from' | 'to'>

export interface RulePreset {
  readonly key: string
  readonly title: string
  /** 口径: whom and what the set asks, in one sentence for the settings screen. */
  readonly basis: string
  readonly rules: readonly RuleTemplate[]
}

const ofElders = { group: 'elder', category: null, riskLevel: null } as const

/** The kinds that reach the person; a call to the children or a check-up is not a visit. */
const visitKinds = ['phone', 'home', 'video', 'proxy'] as const

/** 全国月探访, the default: the 2022 guidance aims at every person seen or heard each month. */
export const nationalMonthlyVisit: RulePreset = {
  key: 'nationalMonthlyVisit',
  title: '全国月探访',
  basis: '每位在册老人每月至少探访一次，电话、入户、视频、代访均可。',
  rules: [
    {
      ...ofElders,
      title: '每月至少探访 1 次',
      duty: 'visit',
      kinds: visitKinds,
      count: 1,
      period: 'month',
    },
  ],
}

/** 镇方案: what a helper owes under a township's own plan. It may be adopted beside the default. */
export const townshipSet: RulePreset = {
  key: 'townshipSet',
  title: '镇方案',
  basis: '每月电话不少于 4 次，每季度入户不少于 3 次，每年联系子女不少于 3 次，每年体检 1 次。',
  rules: [
    {
      ...ofElders,
      title: '每月电话不少于 4 次',
      duty: 'phone',
      kinds: ['phone'],
      count: 4,
      period: 'month',
    },
    {
      ...ofElders,
      title: '每季度入户不少于 3 次',
      duty: 'home',
      kinds: ['home'],
      count: 3,
      period: 'quarter',
    },
    {
      ...ofElders,
      title: '每年联系子女不少于 3 次',
      duty: 'child',
      kinds: ['child'],
      count: 3,
      period: 'year',
    },
    {
      ...ofElders,
      title: '每年体检 1 次',
      duty: 'checkup',
      kinds: ['checkup'],
      count: 1,
      period: 'year',
    },
  ],
}

export const rulePresets: readonly RulePreset[] = [nationalMonthlyVisit, townshipSet]
