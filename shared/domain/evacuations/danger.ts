import { hazardKindLabel, type HazardGrade, type HazardKind } from '../hazards/vocabulary'
import { usualCriteria, warningReasons, type WarnedFacts } from '../warnings/at-risk'

/** An open hazard of the home. */
export interface OpenHazard {
  readonly kind: HazardKind
  readonly grade: HazardGrade
}

/** Whether a hazard is one that rain turns into a danger to life. */
export const isRainDanger = ({ kind, grade }: OpenHazard): boolean =>
  kind === 'landslide' || kind === 'flood' || (kind === 'housing' && grade === 'grave')

/**
 * 汛期转移对象: why somebody has to be moved when it rains; empty where nobody has to. What the file
 * says of zone and housing is judged as for a flood warning; open hazards of the home add to it.
 */
export function dangerReasons(
  facts: Pick<WarnedFacts, 'hazardZone' | 'housingGrade'>,
  hazards: readonly OpenHazard[],
): string[] {
  const ofHome = hazards
    .filter(isRainDanger)
    .map(({ kind }) => `${hazardKindLabel[kind]}隐患未销号`)
  return [
    ...warningReasons({ categories: [], riskLevel: null, ...facts }, usualCriteria.flood),
    ...new Set(ofHome),
  ]
}
