import type { RecipientField } from '@shared/domain/recipient-fields'

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
