import type { AgeTurns } from '../calendar/age'
import type { PartialDate } from '../calendar/types'
import type { FamilyFact } from '../categories/facts'
import type { Finding } from '../categories/finding'
import type { Category, IncomeSource, NeedKind, RecipientGroup, ReliefKind } from '../vocabulary'

type Open<Code extends string> = readonly (Code | (string & {}))[]

/** What a rule may ask of one person on one day; null and empty are not known unless said else. */
export interface CriterionFacts {
  readonly birth: PartialDate | null
  readonly ageTurns: AgeTurns
  readonly groups: readonly RecipientGroup[]
  /** What was found of each category; one that is left out does not hold. */
  readonly categories: ReadonlyMap<Category, Pick<Finding, 'holds' | 'reason' | 'unknown'>>
  readonly family: readonly FamilyFact[]
  /** True where the person is known to have no children. */
  readonly childless: boolean | null
  /** 救助类别 on file; an empty list says that there is none, as for the categories. */
  readonly reliefKinds: Open<ReliefKind>
  readonly disabilityLevel: number | null
  /** GB/T 42195-2022 total in force, 0–90. */
  readonly abilityScore: number | null
  readonly incomeSources: Open<IncomeSource>
  /** Yuan a year. */
  readonly annualIncome: number | null
  readonly serviceNeeds: Open<NeedKind>
  /** 慢性病 in the file's words; somebody known to be well has the word 无. */
  readonly diseases: readonly string[]
}
