import { livesInHazardZone } from '../facts/hazard-zone'
import {
  categoryLabel,
  codesOf,
  housingGradeLabel,
  riskLevelLabel,
  type Category,
  type RiskLevel,
} from '../vocabulary'
import type { WarningKind } from './vocabulary'

/** Who is warned: whoever meets one of these. */
export interface WarningCriteria {
  readonly categories: readonly Category[]
  readonly riskLevels: readonly RiskLevel[]
  /** Lives where slopes slide or water rises. */
  readonly hazardZone: boolean
  /** 危房: housing graded C or D. */
  readonly unsafeHousing: boolean
}

export interface WarnedFacts {
  readonly categories: readonly Category[]
  readonly riskLevel: RiskLevel | null
  readonly hazardZone: string | null
  readonly housingGrade: string | null
}

const frail: readonly Category[] = [
  'livingAlone',
  'advancedAge',
  'incapacitated',
  'severeDisability',
]

/** Whom the program proposes to warn; the office changes it each time. */
export const usualCriteria: Readonly<Record<WarningKind, WarningCriteria>> = {
  heat: { categories: frail, riskLevels: ['high'], hazardZone: false, unsafeHousing: false },
  cold: { categories: frail, riskLevels: ['high'], hazardZone: false, unsafeHousing: true },
  flood: { categories: [], riskLevels: [], hazardZone: true, unsafeHousing: true },
  fraud: {
    categories: ['livingAlone', 'emptyNest'],
    riskLevels: [],
    hazardZone: false,
    unsafeHousing: false,
  },
}

const unsafe: readonly string[] = ['C', 'D'] satisfies (keyof typeof housingGradeLabel)[]

/** Why somebody is warned, in the order of the criteria; empty where they are not. */
export function warningReasons(facts: WarnedFacts, criteria: WarningCriteria): string[] {
  const { riskLevel, hazardZone, housingGrade } = facts
  return [
    ...codesOf(categoryLabel)
      .filter((one) => criteria.categories.includes(one) && facts.categories.includes(one))
      .map((one) => categoryLabel[one]),
    ...(riskLevel && criteria.riskLevels.includes(riskLevel) ? [riskLevelLabel[riskLevel]] : []),
    ...(criteria.hazardZone && livesInHazardZone(hazardZone) ? [`隐患区域：${hazardZone}`] : []),
    ...(criteria.unsafeHousing && housingGrade && unsafe.includes(housingGrade)
      ? [housingGradeLabel[housingGrade as 'C' | 'D']]
      : []),
  ]
}
