import { disabilityClassLabel } from '@shared/domain/identity/disability-certificate'
import type { RecipientField } from '@shared/domain/recipient-fields'
import {
  dailyCarerLabel,
  educationLabel,
  genderLabel,
  healthLabel,
  housingGradeLabel,
  incomeSourceLabel,
  livingArrangementLabel,
  maritalLabel,
  needKindLabel,
  reliefKindLabel,
  selfCareLabel,
} from '@shared/domain/vocabulary'

type Labels = Readonly<Record<string, string>>

/** How a fact is typed and read. Open lists take own words beside their labels. */
export type FactKind =
  | { kind: 'text' | 'long' | 'date' | 'day' | 'idNumber' | 'phones' | 'number' | 'spouse' }
  | { kind: 'check' }
  | { kind: 'choice'; labels: Labels }
  | { kind: 'numberChoice'; labels: Labels }
  | { kind: 'words'; labels: Labels }

const choice = (labels: Labels): FactKind => ({ kind: 'choice', labels })
const words = (labels: Labels): FactKind => ({ kind: 'words', labels })
const same = (...list: string[]): Labels => Object.fromEntries(list.map((word) => [word, word]))

/** Diagnoses of GB/T 42195-2022 form A as people say them. */
const diseases = same(
  '高血压',
  '冠心病',
  '糖尿病',
  '慢阻肺',
  '脑出血',
  '脑梗',
  '帕金森病',
  '慢性肾病',
  '肝硬化',
  '消化性溃疡',
  '肿瘤',
  '骨折',
  '癫痫',
  '甲减',
  '白内障',
  '青光眼',
  '骨质疏松',
  '痴呆',
)

const special: Partial<Record<RecipientField, FactKind>> = {
  gender: choice(genderLabel),
  idNumber: { kind: 'idNumber' },
  birthDate: { kind: 'date' },
  education: choice(educationLabel),
  marital: choice(maritalLabel),
  phones: { kind: 'phones' },
  hasNoPhone: { kind: 'check' },
  hasNoChildren: { kind: 'check' },
  housingGrade: choice(housingGradeLabel),
  livingArrangement: choice(livingArrangementLabel),
  spouseRecipientId: { kind: 'spouse' },
  health: choice(healthLabel),
  chronicDiseases: words(diseases),
  selfCare: choice(selfCareLabel),
  medication: { kind: 'long' },
  disabilityClass: { kind: 'numberChoice', labels: disabilityClassLabel },
  disabilityLevel: { kind: 'numberChoice', labels: { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } },
  incomeSources: words(incomeSourceLabel),
  annualIncome: { kind: 'number' },
  reliefKinds: words(reliefKindLabel),
  benefitsNote: { kind: 'long' },
  dailyCarer: choice(dailyCarerLabel),
  serviceNeeds: words(needKindLabel),
  consentOn: { kind: 'day' },
  collectedOn: { kind: 'date' },
  remark: { kind: 'long' },
}

export const kindOf = (field: RecipientField): FactKind => special[field] ?? { kind: 'text' }

/** A group of facts that is read and edited together. */
export interface FactSection {
  key: string
  title: string
  fields: readonly RecipientField[]
}

export const identitySection: FactSection = {
  key: 'identity',
  title: '身份',
  fields: [
    'name',
    'formerName',
    'idNumber',
    'idNumberNote',
    'birthDate',
    'lunarBirthday',
    'gender',
    'ethnicity',
    'education',
    'politicalStatus',
    'marital',
    'occupation',
    'initials',
    'archiveNo',
  ],
}

export const residenceSection: FactSection = {
  key: 'residence',
  title: '居住与联系',
  fields: [
    'phones',
    'hasNoPhone',
    'homeAddress',
    'householdAddress',
    'housing',
    'housingGrade',
    'hazardZone',
  ],
}

export const householdSection: FactSection = {
  key: 'household',
  title: '居住与照料',
  fields: [
    'livingArrangement',
    'spouseRecipientId',
    'hasNoChildren',
    'dailyCarer',
    'guardianName',
    'guardianPhone',
  ],
}

export const emergencySection: FactSection = {
  key: 'emergency',
  title: '紧急联系人',
  fields: [
    'emergencyName',
    'emergencyRelation',
    'emergencyPhone',
    'emergencyName2',
    'emergencyRelation2',
    'emergencyPhone2',
  ],
}

export const healthSection: FactSection = {
  key: 'health',
  title: '健康与自理',
  fields: [
    'health',
    'selfCare',
    'chronicDiseases',
    'mentalState',
    'allergies',
    'medication',
    'medicalInsurance',
    'familyDoctor',
    'familyDoctorPhone',
    'disabilityCertificate',
    'disabilityClass',
    'disabilityLevel',
  ],
}

export const livingSection: FactSection = {
  key: 'living',
  title: '经济与需求',
  fields: ['incomeSources', 'annualIncome', 'reliefKinds', 'benefitsNote', 'serviceNeeds'],
}

export const paperworkSection: FactSection = {
  key: 'paperwork',
  title: '建档与同意书',
  fields: ['collectedBy', 'collectedOn', 'consentOn', 'consentBy', 'remark'],
}
