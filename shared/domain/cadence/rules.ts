import type { Day } from '@shared/domain/calendar/types'
import type { Category, ContactKind, RecipientGroup, RiskLevel } from '@shared/domain/vocabulary'
import type { Dated } from './spans'
import type { RateScope, RulePeriod } from './vocabulary'

/**
 * 频次规则: the people it binds owe at least `count` contacts of `kinds` in every calendar window of
 * `period`, or one of them by the day after each major change (`change`). Null as group, category or
 * risk level means any. The rule is in force from `from` to `to` (inclusive, null while it lasts),
 * so an old month keeps the rule of its day.
 */
export interface CadenceRule {
  readonly id: number
  readonly title: string
  readonly group: RecipientGroup | null
  readonly category: Category | null
  readonly riskLevel: RiskLevel | null
  /** What lists call the obligation: `visit`, or a contact kind. */
  readonly duty: Duty
  /** What counts for it by itself; `Credit` says what else is accepted. */
  readonly kinds: readonly ContactKind[]
  readonly count: number
  readonly period: RulePeriod
  readonly from: Day
  readonly to: Day | null
}

export type Duty = 'visit' | ContactKind

/**
 * 抵算: a contact of the kind, done between the two days, also counts for the duty. It never passes
 * on: what counts as a home visit does not therefore count as whatever a home visit counts as. And
 * it never reaches another person: a visit to a couple is two records.
 */
export interface Credit extends Dated {
  readonly kind: ContactKind
  readonly duty: Duty
}

/** 月探访率 of the months that begin between the two days is measured over this scope. */
export interface DatedRateScope extends Dated {
  readonly who: RateScope
}

/** Everything an office has decided about who is owed what; all of it dated. */
export interface CadencePolicy {
  readonly rules: readonly CadenceRule[]
  readonly credits: readonly Credit[]
  readonly rateScopes: readonly DatedRateScope[]
}

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

/** 分级探访 (2022): by 风险等级, and within a day of a major change. */
export const tieredSet: RulePreset = {
  key: 'tieredSet',
  title: '分级探访',
  basis:
    '高风险每周、重点每月、一般每季度至少探访一次；出院、配偶去世、风险升高等重大变化后，次日前探访一次。还没有定风险等级的人不受分级管，宜与“全国月探访”同时采用。',
  rules: [
    { ...visitOf('high'), title: '高风险每周探访 1 次', period: 'week' },
    { ...visitOf('key'), title: '重点每月探访 1 次', period: 'month' },
    { ...visitOf('general'), title: '一般每季探访 1 次', period: 'quarter' },
    { ...visitOf(null), title: '重大变化后次日前探访', period: 'change' },
  ],
}

function visitOf(riskLevel: RiskLevel | null): Omit<RuleTemplate, 'title' | 'period'> {
  return { ...ofElders, riskLevel, duty: 'visit', kinds: visitKinds, count: 1 }
}

/** 生存认证 of those on 高龄 allowance; no exemption lifts it. */
export const proofOfLife: RulePreset = {
  key: 'proofOfLife',
  title: '高龄生存认证',
  basis: '高龄老人每季度核实一次健在，住院、外出、随子女等豁免期间也要核实。',
  rules: [
    {
      ...ofElders,
      category: 'advancedAge',
      title: '高龄老人每季生存认证 1 次',
      duty: 'alive',
      kinds: ['alive'],
      count: 1,
      period: 'quarter',
    },
  ],
}

export const rulePresets: readonly RulePreset[] = [
  nationalMonthlyVisit,
  townshipSet,
  tieredSet,
  proofOfLife,
]

/** Credits many offices use, offered for taking over: who was seen or heard was also alive. */
export const commonCredits: readonly Pick<Credit, 'kind' | 'duty'>[] = [
  { kind: 'home', duty: 'phone' },
  { kind: 'video', duty: 'phone' },
  { kind: 'home', duty: 'alive' },
  { kind: 'video', duty: 'alive' },
  { kind: 'checkup', duty: 'alive' },
]

/** Duties that no exemption lifts: somebody away must still be known to be alive. */
export const isExemptible = (duty: Duty): boolean => duty !== 'alive'
