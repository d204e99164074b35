import type { Relation } from '@shared/domain/vocabulary'
import { completenessRules, type CompletenessFact } from './rules'

/** A member of the family as far as completeness asks. */
export interface SurveyedMember {
  readonly relation: Relation | null
  readonly phones: readonly string[]
  readonly livesTogether: boolean | null
  /** Where the member is away to; null for somebody not known to be away. */
  readonly absence: unknown
}

type Text = string | null

/** The facts of a file that somebody can be asked for; null and empty are not known. */
export interface SurveyedFile {
  readonly idNumber: Text
  readonly birthDate: Text
  readonly gender: Text
  readonly marital: Text
  readonly phones: readonly string[]
  readonly hasNoPhone: boolean
  readonly homeAddress: Text
  readonly residenceState: Text
  readonly housingGrade: Text
  readonly hazardZone: Text
  readonly emergencyName: Text
  readonly emergencyPhone: Text
  readonly emergencyName2: Text
  readonly emergencyPhone2: Text
  readonly hasNoChildren: boolean
  readonly livingArrangement: Text
  readonly dailyCarer: Text
  readonly guardianName: Text
  readonly guardianPhone: Text
  readonly health: Text
  readonly selfCare: Text
  readonly chronicDiseases: readonly string[]
  readonly medication: Text
  readonly allergies: Text
  readonly medicalInsurance: Text
  readonly familyDoctor: Text
  readonly incomeSources: readonly string[]
  readonly school: Text
  readonly schooling: Text
  readonly boarding: Text
  readonly employmentWish: Text
  readonly cancerScreenedOn: Text
  readonly supportMode: Text
  readonly nursingLevel: Text
  readonly carerName: Text
  readonly consentOn: Text
  /** Whether no missing fact could still give a better 服务类别. */
  readonly serviceTierIsSure: boolean
  readonly family: readonly SurveyedMember[]
}

const isTyped = (text: Text): boolean => text !== null && text !== ''
const isChild = ({ relation }: SurveyedMember): boolean =>
  relation === 'son' || relation === 'daughter'

const isUnmarried = (marital: Text): boolean =>
  marital === 'single' || marital === 'widowed' || marital === 'divorced'

/** Only what is not simply “its own field is filled in”. A known “none” is an answer. */
const told: Partial<Record<CompletenessFact, (file: SurveyedFile) => boolean>> = {
  // 未说明 is what a form writes where nobody asked.
  marital: ({ marital }) => marital !== null && marital !== 'unknown',
  phones: ({ phones, hasNoPhone }) => hasNoPhone || phones.length > 0,
  emergency: (file) =>
    (isTyped(file.emergencyName) && isTyped(file.emergencyPhone)) ||
    (isTyped(file.emergencyName2) && isTyped(file.emergencyPhone2)),
  children: ({ hasNoChildren, family }) => hasNoChildren || family.some(isChild),
  childrenWhereabouts: ({ hasNoChildren, family }) => {
    const children = family.filter(isChild)
    return children.length === 0
      ? hasNoChildren
      : children.every(({ absence, livesTogether }) => absence !== null || livesTogether !== null)
  },
  childPhone: ({ hasNoChildren, family }) =>
    hasNoChildren || family.some((member) => isChild(member) && member.phones.length > 0),
  parents: ({ family }) => family.some(({ relation }) => relation === 'parent'),
  // A widow or an unmarried woman has no husband to ask about.
  husband: ({ marital, family }) =>
    isUnmarried(marital) ||
    family.some(
      ({ relation, absence, livesTogether }) =>
        relation === 'spouse' && (absence !== null || livesTogether !== null),
    ),
  serviceTier: ({ serviceTierIsSure }) => serviceTierIsSure,
  guardian: ({ guardianName, guardianPhone }) => isTyped(guardianName) && isTyped(guardianPhone),
}

/** Which of the facts asked for a file knows. */
export function knownFacts(file: SurveyedFile): ReadonlySet<CompletenessFact> {
  const known = new Set<CompletenessFact>()
  for (const { fact } of completenessRules) {
    const isTold = told[fact]
    if (isTold ? isTold(file) : isFilled(file[fact as keyof SurveyedFile])) known.add(fact)
  }
  return known
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
