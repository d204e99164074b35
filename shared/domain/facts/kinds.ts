import { disabilityClassLabel } from '@shared/domain/identity/disability-certificate'
import type { RecipientField } from '@shared/domain/recipient-fields'
import { genderLabel, housingGradeLabel, selfCareLabel } from '@shared/domain/vocabulary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import type { Labels } from '@shared/domain/dictionaries/dictionary'

/** How a fact is typed and read. Words take an office's own beside those of their dictionary. */
export type FactKind =
  | { kind: 'text' | 'long' | 'date' | 'day' | 'idNumber' | 'phones' | 'number' | 'spouse' }
  | { kind: 'check' }
  /** One of a list that a law or standard closes. */
  | { kind: 'fixed'; labels: Labels }
  | { kind: 'numberChoice'; labels: Labels }
  /** One entry of a dictionary. */
  | { kind: 'choice'; dictionary: DictionaryKey }
  /** Several entries of a dictionary, or own words. */
  | { kind: 'words'; dictionary: DictionaryKey }

const fixed = (labels: Labels): FactKind => ({ kind: 'fixed', labels })
const choice = (dictionary: DictionaryKey): FactKind => ({ kind: 'choice', dictionary })
const words = (dictionary: DictionaryKey): FactKind => ({ kind: 'words', dictionary })

const special: Partial<Record<RecipientField, FactKind>> = {
  gender: fixed(genderLabel),
  idNumber: { kind: 'idNumber' },
  birthDate: { kind: 'date' },
  education: choice('education'),
  marital: choice('marital'),
  phones: { kind: 'phones' },
  hasNoPhone: { kind: 'check' },
  hasNoChildren: { kind: 'check' },
  housingGrade: fixed(housingGradeLabel),
  livingArrangement: choice('livingArrangement'),
  spouseRecipientId: { kind: 'spouse' },
  health: choice('health'),
  chronicDiseases: words('chronicDisease'),
  selfCare: fixed(selfCareLabel),
  medication: { kind: 'long' },
  disabilityClass: { kind: 'numberChoice', labels: disabilityClassLabel },
  disabilityLevel: { kind: 'numberChoice', labels: { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } },
  incomeSources: words('incomeSource'),
  annualIncome: { kind: 'number' },
  reliefKinds: words('reliefKind'),
  benefitsNote: { kind: 'long' },
  dailyCarer: choice('dailyCarer'),
  serviceNeeds: words('needKind'),
  consentOn: { kind: 'day' },
  collectedOn: { kind: 'date' },
  remark: { kind: 'long' },
}

export const kindOf = (field: RecipientField): FactKind => special[field] ?? { kind: 'text' }

/** The dictionary that a fact's codes belong to; null for facts of another kind. */
export function dictionaryOf(field: RecipientField): DictionaryKey | null {
  const of = kindOf(field)
  return of.kind === 'choice' || of.kind === 'words' ? of.dictionary : null
}
