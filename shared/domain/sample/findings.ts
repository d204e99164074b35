import { defaultDueRules, nextDue } from '../assessments/due'
import { gbt42195Once } from '../assessments/gbt42195'
import { grade } from '../assessments/grading'
import { defaultRiskScheme, gradeRisk, type RiskAnswer } from '../assessments/risk-review'
import { itemsOf, type Answers, type Changes } from '../assessments/scale'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { RiskLevel } from '../vocabulary'
import { Chance } from './random'
import type { SamplePerson } from './township'

export interface SampleAssessment {
  date: Day
  reason: 'first' | 'regular'
  answers: Answers
  changes: Changes
  subtotals: Readonly<Record<string, number>>
  score: number
  level: string
  nextDue: Day | null
}

export interface SampleRiskReview {
  date: Day
  answers: RiskAnswer[]
  score: number
  level: RiskLevel
  nextDue: Day | null
}

/** How many days ago somebody is looked at, the earliest first; a year and less than one apart. */
const daysAgo = [640, 330, 45] as const

/** How much of an item somebody can do, 1 all of it. */
const ability = { able: 0.97, partly: 0.82, unable: 0.42 } as const
const declinePerLook = 0.05

const fifth = (index: number): boolean => index % 5 === 0
const seventh = (index: number): boolean => index % 7 === 0

/** The days on which the file was open. */
function looksOf({ onFileFrom, closed }: SamplePerson, index: number, until: Day): Day[] {
  return daysAgo
    .map((ago) => addDays(until, (index % 37) - ago))
    .filter((day) => day >= onFileFrom && (!closed || day < closed.on))
}

/** 能力评估 of every fifth elder, a little worse each time. */
export function sampleAssessments(
  person: SamplePerson,
  index: number,
  until: Day,
): SampleAssessment[] {
  if (!person.groups.includes('elder') || !fifth(index)) return []
  const chance = new Chance(42_195 + index)
  const scale = gbt42195Once
  return looksOf(person, index, until).map((date, look) => {
    const able = ability[person.selfCare] - look * declinePerLook
    const answers = Object.fromEntries(
      itemsOf(scale).map(({ code, anchors }) => {
        const lost = Math.max(0, 1 - able + (chance.next() - 0.5) / 4)
        return [code, anchors[Math.round(lost * (anchors.length - 1))]!.points]
      }),
    )
    const changes = Object.fromEntries(scale.questions.map(({ code }) => [code, false]))
    const { score, level, subtotals } = grade(scale, answers, changes)
    return {
      date,
      reason: look === 0 ? 'first' : 'regular',
      answers,
      changes,
      subtotals,
      score,
      level,
      nextDue: nextDue(defaultDueRules, scale.code, level, date),
    }
  })
}

/** 风险评估 of every seventh elder; what happens in the last month comes and goes. */
export function sampleRiskReviews(
  person: SamplePerson,
  index: number,
  until: Day,
): SampleRiskReview[] {
  if (!person.groups.includes('elder') || !seventh(index)) return []
  const chance = new Chance(90_540 + index)
  const always: Readonly<Record<string, boolean>> = {
    livingAlone: person.livingArrangement === 'alone',
    aged80: Number(until.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) > 81,
    incapacitated: person.selfCare !== 'able',
    noPhone: person.phone === null,
    poverty: person.reliefKinds.length > 0,
  }
  const scheme = defaultRiskScheme
  return looksOf(person, index, until).map((date) => {
    const answers = scheme.factors.map((factor) => ({
      ...factor,
      holds: always[factor.code] ?? chance.happens(0.15),
      note: null,
    }))
    const { score, level } = gradeRisk(scheme, answers)
    return {
      date,
      answers,
      score,
      level,
      nextDue: nextDue(defaultDueRules, 'riskReview', level, date),
    }
  })
}
