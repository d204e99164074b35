import { getTableColumns, type InferSelectModel } from 'drizzle-orm'
import type { MajorChange } from '@shared/domain/cadence/change-duties'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, type Period } from '@shared/domain/periods'
import type {
  Category,
  ExemptionReason,
  RecipientGroup,
  RecipientStatus,
  RiskLevel,
} from '@shared/domain/vocabulary'
import { pick } from '../pick'
import { absencePeriod, familyMember, type assessment } from '../schema'
import type { Recipient } from './recipients'

/** Facts of the person's own row that lists, search, categories and compliance ask for. */
export const factKeys = [
  'id',
  'revision',
  'archiveNo',
  'name',
  'formerName',
  'initials',
  'gender',
  'idNumber',
  'idNumberNote',
  'birthDate',
  'lunarBirthday',
  'phones',
  'hasNoPhone',
  'homeAddress',
  'spouseRecipientId',
  'hasNoChildren',
  'marital',
  'livingArrangement',
  'health',
  'selfCare',
  'chronicDiseases',
  'disabilityClass',
  'disabilityLevel',
  'reliefKinds',
  'incomeSources',
  'annualIncome',
  'serviceNeeds',
  'dailyCarer',
  'hazardZone',
  'housingGrade',
] as const satisfies (keyof Recipient)[]
export type Facts = Pick<Recipient, (typeof factKeys)[number]>

export const familyColumns = pick(getTableColumns(familyMember), [
  'id',
  'revision',
  'recipientId',
  'position',
  'name',
  'relation',
  'gender',
  'birthDate',
  'phones',
  'isSupporter',
  'ableToSupport',
  'willingToSupport',
  'livesTogether',
  'note',
])
export const absenceColumns = pick(getTableColumns(absencePeriod), [
  'id',
  'revision',
  'familyMemberId',
  'place',
  'scope',
  'reason',
  'since',
  'to',
  'expectedReturn',
  'homeVisits',
])
export type RosterAbsence = Readonly<
  Pick<InferSelectModel<typeof absencePeriod>, keyof typeof absenceColumns>
>

/** 家庭成员. `absence` is where the member is away to now, null for somebody not known to be away. */
export interface RosterFamilyMember extends Readonly<
  Pick<InferSelectModel<typeof familyMember>, keyof typeof familyColumns>
> {
  readonly absence: RosterAbsence | null
  /** All of them, for windows that reach back. */
  readonly absences: readonly RosterAbsence[]
}

export type StatusSpan = Period & { id: number; status: RecipientStatus; reason: string | null }
export type ResidenceSpan = Period & {
  id: number
  villageId: number
  villageGroupId: number | null
}
export type GroupSpan = Period & { id: number; group: RecipientGroup }
export type OverrideSpan = Period & {
  id: number
  category: Category
  holds: boolean
  reason: string
}
export type HouseholdSpan = Period & { id: number; householdId: number }
export type RiskSpan = Period & { id: number; level: RiskLevel; reason: string | null }
export type ExemptionSpan = Period & {
  id: number
  reason: ExemptionReason
  reviewOn: Day | null
  note: string | null
}
export type RecordedChange = MajorChange & { id: number; note: string | null }

/** An assessment by a scale, as it was found on its day. */
export type RosterAssessment = Readonly<
  Pick<
    InferSelectModel<typeof assessment>,
    'id' | 'scale' | 'version' | 'date' | 'score' | 'finalLevel' | 'nextDue'
  >
>

/** A pairing in force today. `from` may be partial. */
export interface RosterPairing {
  readonly id: number
  readonly helperId: number
  readonly helperName: string
  readonly from: string
}

/** One 关爱对象 with everything that decides in which list, category and window they belong. */
export interface RosterPerson extends Readonly<Facts> {
  readonly statuses: readonly StatusSpan[]
  readonly residences: readonly ResidenceSpan[]
  readonly groupSpans: readonly GroupSpan[]
  /** 同户 as it was written down; who lives together today is asked of `households`. */
  readonly households: readonly HouseholdSpan[]
  readonly overrides: readonly OverrideSpan[]
  readonly risks: readonly RiskSpan[]
  readonly exemptions: readonly ExemptionSpan[]
  /** 重大变化 recorded by hand, oldest first. */
  readonly recordedChanges: readonly RecordedChange[]
  /** The days on which a 强制报告 about them was opened, those found untrue left out. */
  readonly incidentDays: readonly Day[]
  /** All of them, oldest first; `latestBy` and `abilityScoreOn` say which is in force on a day. */
  readonly assessments: readonly RosterAssessment[]
  readonly family: readonly RosterFamilyMember[]
  /** Today's standing, from the periods above. */
  readonly status: RecipientStatus
  readonly statusFrom: Day | null
  readonly villageId: number | null
  readonly villageName: string
  readonly villageGroupId: number | null
  readonly villageGroupName: string
  /** Groups of today; for a closed file those it last belonged to. */
  readonly groups: readonly RecipientGroup[]
  readonly riskLevel: RiskLevel | null
  readonly helpers: readonly RosterPairing[]
}

/** The groups of a day; of a file closed then those it belonged to at any time. */
export function groupsOn(spans: readonly GroupSpan[], day: Day): RecipientGroup[] {
  const now = spans.filter((span) => holdsOn(span, day))
  return [...new Set((now.length > 0 ? now : spans).map(({ group }) => group))]
}

/** The absence that lasts on a day. Where the paper gave no beginning, it is taken to have begun. */
export function absenceOn<Absence extends Pick<RosterAbsence, 'since' | 'to'>>(
  absences: readonly Absence[],
  day: Day,
): Absence | null {
  // A partial `since` (`2014`, `2014-03`) sorts before the days it contains: begun on its first day.
  return (
    absences.findLast(
      ({ since, to }) => (since === null || since <= day) && (to === null || to >= day),
    ) ?? null
  )
}
