import { disabilityClassLabel } from '@shared/domain/identity/disability-certificate'
import type { RecipientField } from '@shared/domain/recipient-fields'
import { genderLabel, housingGradeLabel, selfCareLabel } from '@shared/domain/vocabulary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import type { Labels } from '@shared/domain/dictionaries/dictionary'

/** How a fact is typed and read. Words take an office's own beside those of their dictionary. */
export type FactKind =
  | { kind: 'text' | 'long' | 'day' | 'idNumber' | 'phones' | 'number' | 'spouse' }
  | { kind: 'date'; mayLieAhead?: true }
  | { kind: 'check' }
  /** 是, 否 or not asked. */
  | { kind: 'yesNo' }
  /** One of a list that a law or standard closes. */
  | { kind: 'fixed'; labels: Labels }
  | { kind: 'numberChoice'; labels: Labels }
  /** One entry of a dictionary. */
  | { kind: 'choice'; dictionary: DictionaryKey }
  /** One entry of a dictionary, or an own word. */
  | { kind: 'suggested'; dictionary: DictionaryKey }
  /** Several entries of a dictionary, or own words. */
  | { kind: 'words'; dictionary: DictionaryKey }

const fixed = (labels: Labels): FactKind => ({ kind: 'fixed', labels })
const choice = (dictionary: DictionaryKey): FactKind => ({ kind: 'choice', dictionary })
const suggested = (dictionary: DictionaryKey): FactKind => ({ kind: 'suggested', dictionary })
const words = (dictionary: DictionaryKey): FactKind => ({ kind: 'words', dictionary })

const special: Partial<Record<RecipientField, FactKind>> = {
  gender: fixed(genderLabel),
  idNumber: { kind: 'idNumber' },
  birthDate: { kind: 'date' },
  education: choice('education'),
  marital: choice('marital'),
  politicalStatus: suggested('politicalStatus'),
  religion: suggested('religion'),
  phones: { kind: 'phones' },
  hasNoPhone: { kind: 'check' },
  hasNoChildren: { kind: 'check' },
  householdRegistered: { kind: 'yesNo' },
  residenceState: choice('residenceState'),
  housingTenure: choice('housingTenure'),
  housingStructure: choice('housingStructure'),
  utilities: words('utility'),
  hazardZone: suggested('hazardZone'),
  housingGrade: fixed(housingGradeLabel),
  livingArrangement: choice('livingArrangement'),
  spouseRecipientId: { kind: 'spouse' },
  health: choice('health'),
  chronicDiseases: words('chronicDisease'),
  selfCare: fixed(selfCareLabel),
  mentalState: suggested('mentalState'),
  medicalHistory: { kind: 'long' },
  medication: { kind: 'long' },
  assistiveDevices: words('assistiveDevice'),
  medicalInsurance: suggested('medicalInsurance'),
  familyDoctorSignedOn: { kind: 'date' },
  checkupOn: { kind: 'date' },
  disabilityClass: { kind: 'numberChoice', labels: disabilityClassLabel },
  disabilityLevel: { kind: 'numberChoice', labels: { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } },
  incomeSources: words('incomeSource'),
  annualIncome: { kind: 'number' },
  livingStandard: choice('livingStandard'),
  reliefFrom: { kind: 'date' },
  reliefTo: { kind: 'date', mayLieAhead: true },
  contractedLand: { kind: 'number' },
  raisedGrandchildren: { kind: 'number' },
  careEntrustedOn: { kind: 'date' },
  boarding: choice('boarding'),
  schooling: choice('schooling'),
  schoolingNote: { kind: 'long' },
  childrenInCare: { kind: 'number' },
  employmentWish: choice('employmentWish'),
  cancerScreenedOn: { kind: 'date' },
  supportMode: choice('supportMode'),
  nursingLevel: choice('nursingLevel'),
  reliefKinds: words('reliefKind'),
  benefitsNote: { kind: 'long' },
  dailyCarer: choice('dailyCarer'),
  serviceNeeds: words('needKind'),
  consentOn: { kind: 'day' },
  collectedOn: { kind: 'date' },
  reviewedOn: { kind: 'date' },
  remark: { kind: 'long' },
}

export const kindOf = (field: RecipientField): FactKind => special[field] ?? { kind: 'text' }

/** The dictionary that a fact's codes belong to; null for facts of another kind. */
export function dictionaryOf(field: RecipientField): DictionaryKey | null {
  const of = kindOf(field)
  return 'dictionary' in of ? of.dictionary : null
}
