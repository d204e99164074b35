import type { RecipientField } from '@shared/domain/recipient-fields'
import type { RecipientGroup } from '@shared/domain/vocabulary'

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
    'religion',
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
    'householdRegistered',
    'residenceState',
    'housingTenure',
    'housingStructure',
    'housing',
    'housingGrade',
    'utilities',
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
    'carerName',
    'carerPhone',
    'guardianName',
    'guardianRelation',
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
  ],
}

export const livingSection: FactSection = {
  key: 'living',
  title: '经济与需求',
  fields: [
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
  ],
}

export const paperworkSection: FactSection = {
  key: 'paperwork',
  title: '建档与同意书',
  fields: [
    'collectedBy',
    'collectedOn',
    'reviewedBy',
    'reviewedOn',
    'consentOn',
    'consentBy',
    'remark',
  ],
}

/** What is asked of one group only. A person may be in several. */
export const groupSections: Readonly<Record<RecipientGroup, FactSection | null>> = {
  elder: null,
  woman: {
    key: 'woman',
    title: '留守妇女',
    fields: [
      'childrenInCare',
      'skills',
      'employmentWish',
      'trainingWish',
      'cancerScreenedOn',
      'cancerScreenResult',
    ],
  },
  child: {
    key: 'child',
    title: '留守儿童',
    fields: [
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
    ],
  },
  extremePoverty: {
    key: 'extremePoverty',
    title: '特困供养',
    fields: [
      'supportMode',
      'supportInstitution',
      'nursingLevel',
      'reliefCertificate',
      'reliefFrom',
      'carerName',
      'carerPhone',
      'guardianName',
      'guardianPhone',
    ],
  },
}

/**
 * Sections of the groups somebody is in, and of those whose facts are still on file; `ownKeys` are
 * the sections in which a 自定义字段 says something.
 */
export function sectionsOfGroups(
  groups: readonly RecipientGroup[],
  facts: Readonly<Partial<Record<RecipientField, unknown>>>,
  ownKeys: ReadonlySet<string> = new Set(),
): FactSection[] {
  const sections = Object.entries(groupSections) as [RecipientGroup, FactSection | null][]
  return sections.flatMap(([group, section]) => {
    if (!section) return []
    const isKnown = section.fields.some((field) => ownFields.has(field) && facts[field] != null)
    return groups.includes(group) || isKnown || ownKeys.has(section.key) ? [section] : []
  })
}

/** Fields that stand in the section of a group and nowhere else in the file. */
const ownFields: ReadonlySet<RecipientField> = new Set([
  'childrenInCare',
  'employmentWish',
  'trainingWish',
  'cancerScreenedOn',
  'cancerScreenResult',
  'substituteGuardianName',
  'substituteGuardianPhone',
  'careEntrustedOn',
  'school',
  'grade',
  'boarding',
  'schooling',
  'schoolingNote',
  'supportMode',
  'supportInstitution',
  'nursingLevel',
])
