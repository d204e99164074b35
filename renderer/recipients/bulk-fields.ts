import { customIdOf, customKey, type CustomKey } from '@shared/domain/custom-fields/custom-field'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import type { InputOf } from '../api'
import type { CustomFieldRow } from '../custom-fields/useCustomFields'

export type BulkChange = InputOf<'recipients.bulkPreview'>['change']

/** Facts of the file that may be set for many people; the contract accepts no others. */
export const bulkFactFields = [
  'familyDoctor',
  'familyDoctorPhone',
  'medicalInsurance',
  'dailyCarer',
  'housingGrade',
  'hazardZone',
  'collectedBy',
  'collectedOn',
] as const satisfies readonly RecipientField[]
export type BulkFactField = (typeof bulkFactFields)[number]

/** What the dialog offers to change. */
export type BulkSubject = BulkFactField | CustomKey | 'riskLevel' | 'joinGroup' | 'leaveGroup'

export const bulkSubjects = (
  customFields: readonly CustomFieldRow[],
): { value: BulkSubject; label: string }[] => [
  ...bulkFactFields.map((field) => ({ value: field, label: recipientFieldLabel[field] })),
  ...customFields
    .filter(({ retired }) => !retired)
    .map((field) => ({ value: customKey(field), label: field.name })),
  { value: 'riskLevel', label: '风险等级（今天起）' },
  { value: 'joinGroup', label: '加入群体（今天起）' },
  { value: 'leaveGroup', label: '退出群体（今天起）' },
]

export const isFactField = (subject: BulkSubject): subject is BulkFactField =>
  (bulkFactFields as readonly string[]).includes(subject)

/** A change of a fact says what it is by itself; what holds from a day on wants a reason. */
export const needsReason = (subject: BulkSubject): boolean =>
  !isFactField(subject) && customIdOf(subject) === null

/** The change in the words of the contract. */
export function bulkChangeOf(
  subject: BulkSubject,
  value: string | null,
  reason: string,
): BulkChange {
  if (isFactField(subject)) return { facts: { [subject]: value || null } } as BulkChange
  const fieldId = customIdOf(subject)
  if (fieldId !== null) return { custom: { fieldId, value: value || null } }
  if (subject === 'riskLevel') return { riskLevel: value || null, reason } as BulkChange
  return { group: value, joins: subject === 'joinGroup', reason } as BulkChange
}
