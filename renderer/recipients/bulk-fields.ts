import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import type { InputOf } from '../api'

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
export type BulkSubject = BulkFactField | 'riskLevel' | 'joinGroup' | 'leaveGroup'

export const bulkSubjects: { value: BulkSubject; label: string }[] = [
  ...bulkFactFields.map((field) => ({ value: field, label: recipientFieldLabel[field] })),
  { value: 'riskLevel', label: '风险等级（今天起）' },
  { value: 'joinGroup', label: '加入群体（今天起）' },
  { value: 'leaveGroup', label: '退出群体（今天起）' },
]

export const isFactField = (subject: BulkSubject): subject is BulkFactField =>
  (bulkFactFields as readonly string[]).includes(subject)

/** The change in the words of the contract. */
export function bulkChangeOf(
  subject: BulkSubject,
  value: string | null,
  reason: string,
): BulkChange {
  if (isFactField(subject)) return { facts: { [subject]: value || null } } as BulkChange
  if (subject === 'riskLevel') return { riskLevel: value || null, reason } as BulkChange
  return { group: value, joins: subject === 'joinGroup', reason } as BulkChange
}
