import type { Day } from '../calendar/types'
import type { Criterion } from '../criteria/criterion'
import { holdsOn, type Period } from '../periods'
import type { Category } from '../vocabulary'
import type { FreeReading, ServiceTier } from './vocabulary'

/** Who belongs to a tier: anybody of one of the groups for whom the conditions hold. */
export interface TierRule {
  readonly code: string
  readonly tier: ServiceTier
  readonly title: string
  /** Any one of these; empty is everybody. */
  readonly groups: readonly Category[]
  /** All of these. */
  readonly conditions: readonly Criterion[]
}

/** 服务类别规则, dated data an office edits. */
export interface TierScheme extends Period {
  readonly reading: FreeReading
  readonly rules: readonly TierRule[]
  /** 志愿服务优先: who is served first. */
  readonly volunteerFirst: readonly Category[]
}

const cannotCareForSelf: Criterion = { kind: 'category', anyOf: ['incapacitated'] }
const elder: Criterion = { kind: 'age', from: 60, upTo: null }

/** 民政救助: what “no relief” in the second rule of 低偿 means. */
const civilRelief = [
  'subsistenceAllowance',
  'marginalIncome',
  'rigidExpenditure',
  'extremePoverty',
  'temporary',
] as const

/** Used where an office has set nothing: the four kinds of service of the published plan. */
export const defaultTierScheme: TierScheme = {
  from: '1900-01-01',
  to: null,
  reading: 'everyGroup',
  rules: [
    {
      code: 'free',
      tier: 'free',
      title: '低保、重点优抚、三无、五老和百岁老人',
      groups: ['subsistenceAllowance', 'specialCare', 'threeNoes', 'fiveVeterans', 'centenarian'],
      conditions: [
        { kind: 'age', from: 70, upTo: null },
        cannotCareForSelf,
        { kind: 'noChildNearby' },
      ],
    },
    {
      code: 'lowCost.incapacitated',
      tier: 'lowCost',
      title: '不能自理的空巢老人',
      groups: ['emptyNest'],
      conditions: [cannotCareForSelf],
    },
    {
      code: 'lowCost.aged',
      tier: 'lowCost',
      title: '80周岁以上、没有民政救助的空巢老人',
      groups: ['emptyNest'],
      conditions: [
        { kind: 'age', from: 80, upTo: null },
        { kind: 'noRelief', noneOf: civilRelief },
      ],
    },
    {
      code: 'lowCost.hardship',
      tier: 'lowCost',
      title: '有一定收入但生活仍很困难的老人',
      groups: ['marginalIncome', 'rigidExpenditure', 'povertyMonitored'],
      conditions: [elder, { kind: 'income', anyOf: [], atLeast: null }],
    },
    {
      code: 'paid',
      tier: 'paid',
      title: '有支付能力、需要日托、送餐或上门服务的老人',
      groups: [],
      conditions: [
        elder,
        {
          kind: 'income',
          anyOf: ['pension', 'childrenSupport', 'relativesSupport', 'savings'],
          atLeast: null,
        },
        {
          kind: 'need',
          anyOf: ['dailyLiving', '日托', '送餐', '助餐', '助洁', '助浴', '上门服务'],
        },
      ],
    },
    { code: 'volunteer', tier: 'volunteer', title: '全体老人', groups: [], conditions: [elder] },
  ],
  volunteerFirst: ['emptyNest', 'advancedAge', 'incapacitated', 'severeDisability'],
}

/** The scheme in force on a day; of several the one that began last. */
export const tierSchemeOn = (schemes: readonly TierScheme[], day: Day): TierScheme =>
  schemes
    .filter((scheme) => holdsOn(scheme, day))
    .reduce((latest, one) => (one.from >= latest.from ? one : latest), defaultTierScheme)
