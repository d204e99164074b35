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
