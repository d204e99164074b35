import type { Day } from '../calendar/types'
import { holdsOn, type Period } from '../periods'
import type { RiskLevel } from '../vocabulary'

/** A circumstance that makes a person more at risk, and how much it weighs. */
export interface RiskFactor {
  readonly code: string
  readonly title: string
  readonly weight: number
}

/**
 * 风险评估办法, dated data an office edits; no national form was found. Weights of the factors that
 * hold are added up; the sum decides the level.
 */
export interface RiskScheme extends Period {
  readonly factors: readonly RiskFactor[]
  /** Sum from which somebody is 高风险, and 重点 below that. */
  readonly highFrom: number
  readonly keyFrom: number
}

/** Used where an office has set nothing. */
export const defaultRiskScheme: RiskScheme = {
  from: '1900-01-01',
  to: null,
  factors: [
    { code: 'livingAlone', title: '独居', weight: 2 },
    { code: 'aged80', title: '80 周岁及以上', weight: 2 },
    { code: 'incapacitated', title: '失能或半失能', weight: 3 },
    { code: 'severeIllness', title: '患重病', weight: 2 },
    { code: 'noPhone', title: '没有电话', weight: 1 },
    { code: 'unsafeHome', title: '住危房或隐患区', weight: 2 },
    { code: 'noRelatives', title: '身边没有近亲', weight: 2 },
    { code: 'poverty', title: '经济困难', weight: 1 },
    { code: 'recentEvents', title: '近 30 天发生过风险事件', weight: 3 },
  ],
  highFrom: 6,
  keyFrom: 3,
}

/** The scheme in force on a day; of several the one that began last. */
export const riskSchemeOn = (schemes: readonly RiskScheme[], day: Day): RiskScheme =>
  schemes
    .filter((scheme) => holdsOn(scheme, day))
    .reduce((latest, one) => (one.from >= latest.from ? one : latest), defaultRiskScheme)

/** One factor as a review answered it, with the weight of its day. */
export interface RiskAnswer extends RiskFactor {
  readonly holds: boolean
  /** What the answer rests on. */
  readonly note: string | null
}

export interface RiskGrading {
  readonly score: number
  readonly level: RiskLevel
  readonly reasons: readonly string[]
}

/** The factors that hold, heaviest first: 独居（2）. */
export const riskReasons = (answers: readonly RiskAnswer[]): string[] =>
  answers
    .filter(({ holds }) => holds)
    .sort((a, b) => b.weight - a.weight)
    .map(({ title, weight }) => `${title}（${weight}）`)

export function gradeRisk(scheme: RiskScheme, answers: readonly RiskAnswer[]): RiskGrading {
  const score = answers.reduce((sum, { holds, weight }) => sum + (holds ? weight : 0), 0)
  const level = score >= scheme.highFrom ? 'high' : score >= scheme.keyFrom ? 'key' : 'general'
  return { score, level, reasons: riskReasons(answers) }
}
