import { customIdOf, type CustomField, type CustomKey } from './custom-fields/custom-field'
import { codesOf } from './vocabulary'
import { recipientFieldLabel, type RecipientField } from './recipient-fields'

/** What every line of the list of 关爱对象 knows without opening the file. */
export const rowColumnLabel = {
  name: '姓名',
  gender: '性别',
  age: '周岁',
  village: '村组',
  categories: '类别',
  standing: '走访',
  helpers: '帮扶人',
  missing: '待补',
  phone: '电话',
  idTail: '证件尾号',
  status: '状态',
  groups: '群体',
  riskLevel: '风险等级',
  tier: '服务类别',
} as const
export type RowColumn = keyof typeof rowColumnLabel

/** Facts of the file that may stand in the list beside them, in the order of the file. */
export const listFields = [
  'archiveNo',
  'formerName',
  'idNumber',
  'birthDate',
  'lunarBirthday',
  'ethnicity',
  'education',
  'politicalStatus',
  'religion',
  'marital',
  'occupation',
  'homeAddress',
  'householdAddress',
  'householdRegistered',
  'residenceState',
  'housingTenure',
  'housingStructure',
  'utilities',
  'housing',
  'housingGrade',
  'hazardZone',
  'livingArrangement',
  'dailyCarer',
  'carerName',
  'carerPhone',
  'health',
  'selfCare',
  'chronicDiseases',
  'mentalState',
  'medicalHistory',
  'allergies',
  'medication',
  'assistiveDevices',
  'medicalInsurance',
  'familyDoctor',
  'familyDoctorPhone',
  'familyDoctorSignedOn',
  'checkupOn',
  'disabilityCertificate',
  'disabilityClass',
  'disabilityLevel',
  'incomeSources',
  'annualIncome',
  'livingStandard',
  'reliefKinds',
  'reliefCertificate',
  'reliefFrom',
  'reliefTo',
  'benefitsNote',
  'contractedLand',
  'raisedGrandchildren',
  'serviceNeeds',
  'skills',
  'wish',
  'emergencyName',
  'emergencyRelation',
  'emergencyPhone',
  'emergencyName2',
  'emergencyRelation2',
  'emergencyPhone2',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
  'substituteGuardianName',
  'substituteGuardianPhone',
  'careEntrustedOn',
  'school',
  'grade',
  'boarding',
  'schooling',
  'schoolingNote',
  'childrenInCare',
  'employmentWish',
  'trainingWish',
  'cancerScreenedOn',
  'cancerScreenResult',
  'supportMode',
  'supportInstitution',
  'nursingLevel',
  'consentOn',
  'consentBy',
  'collectedBy',
  'collectedOn',
  'reviewedBy',
  'reviewedOn',
  'remark',
] as const satisfies readonly RecipientField[]
export type ListField = (typeof listFields)[number]

export type ListColumn = RowColumn | ListField | CustomKey

/** Those of the program; an office's own fields come after them. */
export const listColumns: [RowColumn | ListField, ...(RowColumn | ListField)[]] = [
  ...codesOf(rowColumnLabel),
  ...listFields,
]

export const defaultColumns: readonly ListColumn[] = [
  'name',
  'gender',
  'age',
  'village',
  'categories',
  'standing',
  'helpers',
  'missing',
  'phone',
  'idTail',
]

export const isCustomColumn = (column: ListColumn): column is CustomKey =>
  customIdOf(column) !== null

export const isListField = (column: ListColumn): column is ListField =>
  !(column in rowColumnLabel) && !isCustomColumn(column)

export function columnLabel(
  column: ListColumn,
  customFields: readonly Pick<CustomField, 'id' | 'name'>[] = [],
): string {
  if (isCustomColumn(column))
    return customFields.find(({ id }) => id === customIdOf(column))?.name ?? '已不存在的字段'
  return isListField(column) ? recipientFieldLabel[column] : rowColumnLabel[column]
}
