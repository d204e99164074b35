import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type {
  AbsenceReason,
  AbsenceScope,
  Category,
  Health,
  LivingArrangement,
  Relation,
  ReliefKind,
  SelfCare,
} from '@shared/domain/vocabulary'

/** Where a family member is away to on the day in question, why, and since when. */
export interface AbsenceFact {
  readonly place: string | null
  readonly scope: AbsenceScope
  readonly reason: AbsenceReason | null
  readonly since: PartialDate | null
  /** 预计返回 and 回家频次 in the office's words: shown with the reason, decided by nobody. */
  readonly expectedReturn: string | null
  readonly homeVisits: string | null
}

export interface FamilyFact {
  readonly name: string
  readonly relation: Relation | null
  readonly isSupporter: boolean
  /** 有无赡养能力; null is not asked. */
  readonly ableToSupport: boolean | null
  /** 是否愿意赡养; null is not asked. */
  readonly willingToSupport: boolean | null
  /** Null is not asked. False without an absence means nearby, in a home of their own. */
  readonly livesTogether: boolean | null
  readonly absence: AbsenceFact | null
}

/** 人工认定: the office's word against the computed result, from a day to a day. */
export interface CategoryOverrideFact {
  readonly category: Category
  readonly holds: boolean
  readonly reason: string
  readonly from: Day
  readonly to: Day | null
}

/** What is known of one person on one day; null is not known, which is never taken for a no. */
export interface CategoryFacts {
  readonly birth: PartialDate | null
  /** The office keeps the file among the elders: good enough where no birth date is known. */
  readonly inElderGroup: boolean
  readonly livingArrangement: LivingArrangement | null
  /** Is the spouse known to live in the same home? */
  readonly spouseAtHome: boolean | null
  readonly family: readonly FamilyFact[]
  /** True where the person is known to have no children; null with none listed is not asked. */
  readonly childless: boolean | null
  readonly health: Health | null
  readonly selfCare: SelfCare | null
  /** GB/T 42195-2022 total in force, 0–90. */
  readonly assessmentScore: number | null
  /** Its final level, which a rule or an assessor may have set beside what the total says. */
  readonly assessmentLevel: string | null
  /** Codes of the vocabulary, or an office's own words. */
  readonly reliefKinds: readonly (ReliefKind | (string & {}))[]
  /** 残疾等级 1–4, 1 the worst. */
  readonly disabilityLevel: number | null
  readonly overrides: readonly CategoryOverrideFact[]
}
