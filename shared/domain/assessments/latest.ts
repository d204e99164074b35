import type { Day } from '../calendar/types'
import { abilityScale } from './scales'
import type { ScaleCode } from './scale'

/** What is kept at hand of one assessment. */
export interface AssessmentFact {
  readonly scale: ScaleCode
  readonly date: Day
  readonly score: number
}

/** The assessment by that scale in force on a day; of one day the one entered last. */
export function latestBy<Fact extends AssessmentFact>(
  assessments: readonly Fact[],
  scale: ScaleCode,
  day: Day,
): Fact | undefined {
  let latest: Fact | undefined
  for (const one of assessments) {
    if (one.scale !== scale || one.date > day) continue
    if (!latest || one.date >= latest.date) latest = one
  }
  return latest
}

/** The GB/T 42195 total that the categories ask for; null where nobody assessed it by that day. */
export const abilityScoreOn = (assessments: readonly AssessmentFact[], day: Day): number | null =>
  latestBy(assessments, abilityScale, day)?.score ?? null

/** The final level of that assessment: what a rule or the assessor made of the total. */
export const abilityLevelOn = (
  assessments: readonly (AssessmentFact & { readonly finalLevel: string })[],
  day: Day,
): string | null => latestBy(assessments, abilityScale, day)?.finalLevel ?? null
