import { isComplete, mayMean } from '../calendar/partial-date'
import type { PersonDraft } from './draft'

/** Facts of a person's file that a ledger may fill in or contradict, under the file's own names. */
export interface FileFacts {
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
export interface FileLists {
  phones: string[]
  chronicDiseases: string[]
  incomeSources: string[]
  reliefKinds: string[]
  serviceNeeds: string[]
}
export type ListName = keyof FileLists

export interface Difference {
  fact: FactName
  onFile: string | number | null
  inLedger: string | number
  /** `fill`: the file knows nothing yet, or less. `conflict`: the clerk chooses. */
  kind: 'fill' | 'conflict'
}

/** What a draft says under the names of a person's file. */
export function factsOf(draft: PersonDraft): FileFacts {
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
  }
}

export function listsOf(draft: PersonDraft): FileLists {
  return {
    phones: draft.phones,
    chronicDiseases: draft.chronicDiseases,
    incomeSources: draft.incomeSources,
    reliefKinds: draft.reliefKinds,
    serviceNeeds: draft.serviceNeeds,
  }
}

/** Where ledger and file say different things. A ledger that knows less contradicts nothing. */
export function differencesBetween(onFile: FileFacts, inLedger: FileFacts): Difference[] {
  return (Object.keys(inLedger) as FactName[]).flatMap((fact): Difference[] => {
    const told = inLedger[fact]
    const known = onFile[fact]
    if (told === null || told === '' || told === known) return []
    if (known === null || known === '')
      return [{ fact, onFile: null, inLedger: told, kind: 'fill' }]
    if (fact === 'birthDate') return birthDifference(String(known), String(told))
    if (fact === 'collectedOn') return []
    return [{ fact, onFile: known, inLedger: told, kind: 'conflict' }]
  })
}

function birthDifference(known: string, told: string): Difference[] {
  if (!isComplete(told) && (known.startsWith(told) || (isComplete(known) && mayMean(told, known))))
    return []
  const fills = isComplete(told) && !isComplete(known) && mayMean(known, told)
  return [{ fact: 'birthDate', onFile: known, inLedger: told, kind: fills ? 'fill' : 'conflict' }]
}

/** What a ledger adds to each list of the file, as the whole new list; lists that stay are left out. */
export function additionsTo(onFile: FileLists, inLedger: FileLists): Partial<FileLists> {
  const changed: Partial<FileLists> = {}
  for (const list of Object.keys(inLedger) as ListName[]) {
    const added = inLedger[list].filter((word) => !onFile[list].includes(word))
    if (added.length > 0) changed[list] = [...onFile[list], ...added]
  }
  return changed
}
