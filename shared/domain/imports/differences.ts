import type { PersonDraft } from './draft'
import type { FurtherFacts, FurtherLists } from './further-facts'
import { dateDifferenceOf, differenceOf } from './updates'

/** Facts of a person's file that a ledger may fill in or contradict, under the file's own names. */
export interface FileFacts extends FurtherFacts {
  name: string
  formerName: string | null
  gender: PersonDraft['gender']
  idNumber: string | null
  birthDate: string | null
  lunarBirthday: string | null
  ethnicity: string | null
  education: PersonDraft['education']
  politicalStatus: string | null
  marital: PersonDraft['marital']
  occupation: string | null
  householdAddress: string | null
  homeAddress: string | null
  housing: string | null
  housingGrade: PersonDraft['housingGrade']
  livingArrangement: PersonDraft['livingArrangement']
  health: PersonDraft['health']
  selfCare: PersonDraft['selfCare']
  allergies: string | null
  medicalInsurance: string | null
  familyDoctor: string | null
  familyDoctorPhone: string | null
  disabilityCertificate: string | null
  disabilityClass: number | null
  disabilityLevel: number | null
  dailyCarer: PersonDraft['dailyCarer']
  emergencyName: string | null
  emergencyRelation: string | null
  emergencyPhone: string | null
  guardianName: string | null
  guardianPhone: string | null
  collectedOn: string | null
}
export type FactName = keyof FileFacts

/** Lists to which a ledger only ever adds. */
export interface FileLists extends FurtherLists {
  phones: string[]
  chronicDiseases: string[]
  incomeSources: string[]
  reliefKinds: string[]
  serviceNeeds: string[]
}
export type ListName = keyof FileLists

export interface Difference {
  fact: FactName
  onFile: string | number | boolean | null
  inLedger: string | number | boolean
  /** `fill`: the file knows nothing yet, or less. `conflict`: the clerk chooses. */
  kind: 'fill' | 'conflict'
}

/** What a draft says under the names of a person's file. */
export function factsOf(draft: PersonDraft): FileFacts {
  const { utilities: _, assistiveDevices: __, ...furtherFacts } = draft.further
  return {
    name: draft.name,
    formerName: draft.formerName,
    gender: draft.gender,
    idNumber: draft.idNumber,
    birthDate: draft.birthDate,
    lunarBirthday: draft.lunarBirthday,
    ethnicity: draft.ethnicity,
    education: draft.education,
    politicalStatus: draft.politicalStatus,
    marital: draft.marital,
    occupation: draft.occupation,
    householdAddress: draft.householdAddress,
    homeAddress: draft.homeAddress,
    housing: draft.housing,
    housingGrade: draft.housingGrade,
    livingArrangement:
      draft.livingArrangement ?? (draft.categories.includes('livingAlone') ? 'alone' : null),
    health: draft.health,
    selfCare:
      draft.selfCare ??
      (draft.categories.includes('incapacitated')
        ? 'unable'
        : draft.categories.includes('partlyIncapacitated')
          ? 'partly'
          : null),
    allergies: draft.allergies,
    medicalInsurance: draft.medicalInsurance,
    familyDoctor: draft.familyDoctor,
    familyDoctorPhone: draft.familyDoctorPhone,
    disabilityCertificate: draft.disabilityCertificate,
    disabilityClass: draft.disabilityClass,
    disabilityLevel: draft.disabilityLevel,
    dailyCarer: draft.dailyCarer,
    emergencyName: draft.emergency?.name ?? null,
    emergencyRelation: draft.emergency?.relation ?? null,
    emergencyPhone: draft.emergency?.phone ?? null,
    guardianName: draft.guardian?.name ?? null,
    guardianPhone: draft.guardian?.phone ?? null,
    collectedOn: draft.collectedOn,
    ...furtherFacts,
  }
}

export function listsOf(draft: PersonDraft): FileLists {
  return {
    phones: draft.phones,
    chronicDiseases: draft.chronicDiseases,
    incomeSources: draft.incomeSources,
    reliefKinds: draft.reliefKinds,
    serviceNeeds: draft.serviceNeeds,
    utilities: draft.further.utilities,
    assistiveDevices: draft.further.assistiveDevices,
  }
}

/** Where ledger and file say different things. A ledger that knows less contradicts nothing. */
export function differencesBetween(onFile: FileFacts, inLedger: FileFacts): Difference[] {
  return (Object.keys(inLedger) as FactName[]).flatMap((fact): Difference[] => {
    const told = inLedger[fact]
    const known = onFile[fact]
    const kind =
      fact === 'birthDate'
        ? dateDifferenceOf(onFile.birthDate, inLedger.birthDate)
        : differenceOf(known, told)
    // When a file was first collected is no matter of a later ledger.
    if (kind === null || told === null || (kind === 'conflict' && fact === 'collectedOn')) return []
    return [{ fact, onFile: known === '' ? null : known, inLedger: told, kind }]
  })
}

/** Words of a ledger that a list of the file lacks. */
export function additionsTo(onFile: readonly string[], inLedger: readonly string[]): string[] {
  return inLedger.filter((word) => !onFile.includes(word))
}
