import { z } from 'zod'
import {
  absenceScopeLabel,
  codesOf,
  genderLabel,
  housingGradeLabel,
  selfCareLabel,
} from '../domain/vocabulary'
import { day, dictionaryCode, id, optionalText, partialDate } from './fields'
import { sensitive, sensitiveKindOf } from './op'

/** The facts of a person's own record and of the family, as they are typed and as they are read. */

const oneOf = <Label extends Readonly<Record<string, string>>>(labels: Label) =>
  z.enum(codesOf<keyof Label & string>(labels)).nullable()

/** Codes of an open list, or an office's own words. */
const words = z.array(z.string().trim().min(1).max(40)).max(40, '最多 40 项')
const phones = z.array(z.string().trim().min(1).max(40)).max(8, '最多 8 个号码')
const name = z.string().trim().min(1, '请填写姓名').max(60, '姓名最多 60 字')

/** What a clerk types. Cleaning and what must agree with what is the core's part. */
export const factsInput = z.strictObject({
  archiveNo: optionalText(40),
  name,
  formerName: optionalText(60),
  initials: optionalText(20),
  gender: oneOf(genderLabel),
  idNumber: optionalText(40),
  idNumberNote: optionalText(200),
  birthDate: partialDate.nullable(),
  lunarBirthday: optionalText(40),
  ethnicity: optionalText(20),
  education: dictionaryCode('education').nullable(),
  politicalStatus: optionalText(20),
  religion: optionalText(40),
  marital: dictionaryCode('marital').nullable(),
  occupation: optionalText(60),
  phones,
  hasNoPhone: z.boolean(),
  householdAddress: optionalText(200),
  homeAddress: optionalText(200),
  householdRegistered: z.boolean().nullable(),
  residenceState: dictionaryCode('residenceState').nullable(),
  housingTenure: dictionaryCode('housingTenure').nullable(),
  housingStructure: dictionaryCode('housingStructure').nullable(),
  utilities: words,
  housing: optionalText(200),
  housingGrade: oneOf(housingGradeLabel),
  hazardZone: optionalText(60),
  livingArrangement: dictionaryCode('livingArrangement').nullable(),
  spouseRecipientId: id.nullable(),
  hasNoChildren: z.boolean(),
  health: dictionaryCode('health').nullable(),
  chronicDiseases: words,
  selfCare: oneOf(selfCareLabel),
  mentalState: optionalText(100),
  medicalHistory: optionalText(400),
  assistiveDevices: words,
  allergies: optionalText(200),
  medication: optionalText(400),
  medicalInsurance: optionalText(60),
  familyDoctor: optionalText(60),
  familyDoctorPhone: optionalText(40),
  familyDoctorSignedOn: partialDate.nullable(),
  checkupOn: partialDate.nullable(),
  disabilityCertificate: optionalText(40),
  disabilityClass: z.number().int().min(1).max(7).nullable(),
  disabilityLevel: z.number().int().min(1).max(4).nullable(),
  incomeSources: words,
  annualIncome: z.number().min(0, '不能小于 0').max(10_000_000).nullable(),
  livingStandard: dictionaryCode('livingStandard').nullable(),
  reliefKinds: words,
  reliefCertificate: optionalText(60),
  reliefFrom: partialDate.nullable(),
  reliefTo: partialDate.nullable(),
  contractedLand: z.number().min(0, '不能小于 0').max(100_000).nullable(),
  raisedGrandchildren: z.number().int('请填整数').min(0, '不能小于 0').max(30).nullable(),
  benefitsNote: optionalText(400),
  dailyCarer: dictionaryCode('dailyCarer').nullable(),
  carerName: optionalText(60),
  carerPhone: optionalText(40),
  serviceNeeds: words,
  skills: optionalText(200),
  wish: optionalText(200),
  emergencyName: optionalText(60),
  emergencyRelation: optionalText(20),
  emergencyPhone: optionalText(40),
  emergencyName2: optionalText(60),
  emergencyRelation2: optionalText(20),
  emergencyPhone2: optionalText(40),
  guardianName: optionalText(60),
  guardianRelation: optionalText(20),
  guardianPhone: optionalText(40),
  substituteGuardianName: optionalText(60),
  substituteGuardianPhone: optionalText(40),
  careEntrustedOn: partialDate.nullable(),
  school: optionalText(60),
  grade: optionalText(30),
  boarding: dictionaryCode('boarding').nullable(),
  schooling: dictionaryCode('schooling').nullable(),
  schoolingNote: optionalText(400),
  childrenInCare: z.number().int('请填整数').min(0, '不能小于 0').max(20).nullable(),
  employmentWish: dictionaryCode('employmentWish').nullable(),
  trainingWish: optionalText(200),
  cancerScreenedOn: partialDate.nullable(),
  cancerScreenResult: optionalText(200),
  supportMode: dictionaryCode('supportMode').nullable(),
  supportInstitution: optionalText(60),
  nursingLevel: dictionaryCode('nursingLevel').nullable(),
  consentOn: day.nullable(),
  consentBy: optionalText(60),
  collectedBy: optionalText(60),
  collectedOn: partialDate.nullable(),
  reviewedBy: optionalText(60),
  reviewedOn: partialDate.nullable(),
  remark: optionalText(1000),
})
export type FactsInput = z.output<typeof factsInput>

/** Everything but the name may be left out of a new file. */
export const newFacts = factsInput.partial().extend({ name })

const text = z.string().nullable()
// A tag belongs to one schema object: `text` itself must stay untagged.
const health = sensitive(z.string().nullable(), 'health')
const phone = sensitive(z.string().nullable(), 'phone')
const idNumber = sensitive(z.string().nullable(), 'idNumber')

/** The same facts as a file shows them, tagged for masking. */
export const factsShape = z.object({
  ...factsInput.shape,
  archiveNo: text,
  name: z.string(),
  formerName: text,
  initials: text,
  idNumber,
  idNumberNote: text,
  birthDate: text,
  lunarBirthday: text,
  ethnicity: text,
  politicalStatus: text,
  // 宗教信仰 is sensitive by law (PIPL 28); health is the kind that shows nothing of it.
  religion: health,
  occupation: text,
  phones: sensitive(z.array(z.string()), 'phone'),
  householdAddress: text,
  homeAddress: text,
  housing: text,
  utilities: z.array(z.string()),
  hazardZone: text,
  health,
  // A code of its list, or the words that stand for what may not be seen.
  selfCare: health,
  chronicDiseases: sensitive(z.array(z.string()), 'health'),
  mentalState: health,
  medicalHistory: health,
  assistiveDevices: sensitive(z.array(z.string()), 'health'),
  allergies: health,
  medication: health,
  medicalInsurance: text,
  familyDoctor: text,
  familyDoctorPhone: phone,
  familyDoctorSignedOn: text,
  checkupOn: text,
  disabilityCertificate: idNumber,
  disabilityClass: sensitive(z.number().nullable(), 'health'),
  disabilityLevel: sensitive(z.number().nullable(), 'health'),
  incomeSources: z.array(z.string()),
  annualIncome: z.number().nullable(),
  reliefKinds: z.array(z.string()),
  reliefCertificate: sensitive(z.string().nullable(), 'idNumber'),
  reliefFrom: text,
  reliefTo: text,
  benefitsNote: text,
  carerName: text,
  carerPhone: phone,
  serviceNeeds: z.array(z.string()),
  skills: text,
  wish: text,
  emergencyName: text,
  emergencyRelation: text,
  emergencyPhone: phone,
  emergencyName2: text,
  emergencyRelation2: text,
  emergencyPhone2: phone,
  guardianName: text,
  guardianRelation: text,
  guardianPhone: phone,
  substituteGuardianName: text,
  substituteGuardianPhone: phone,
  careEntrustedOn: text,
  school: text,
  grade: text,
  schoolingNote: text,
  trainingWish: text,
  cancerScreenedOn: health,
  cancerScreenResult: health,
  supportInstitution: text,
  nursingLevel: health,
  consentOn: text,
  consentBy: text,
  collectedBy: text,
  collectedOn: text,
  reviewedBy: text,
  reviewedOn: text,
  // 备注 is where illness and quarrels are written that have no field of their own.
  remark: health,
})

/** Facts of which an operator without `sensitive.read` sees that they may not be seen. */
export const sensitiveFacts: ReadonlySet<string> = new Set(
  Object.entries(factsShape.shape).flatMap(([key, schema]) =>
    sensitiveKindOf(schema) === 'health' ? [key] : [],
  ),
)

/** Where a family member is away to. */
export const absenceInput = z.strictObject({
  /** The absence on file that is being corrected; without it a new one begins. */
  id: id.optional(),
  place: optionalText(100),
  scope: z.enum(codesOf(absenceScopeLabel)),
  reason: dictionaryCode('absenceReason').nullable().default(null),
  since: partialDate.nullable().default(null),
  expectedReturn: optionalText(40),
  homeVisits: optionalText(60),
})
export type AbsenceInput = z.output<typeof absenceInput>

export const familyMemberInput = z.strictObject({
  name,
  relation: dictionaryCode('relation').nullable().default(null),
  gender: oneOf(genderLabel).default(null),
  birthDate: partialDate.nullable().default(null),
  idNumber: optionalText(40),
  phones: phones.default([]),
  isSupporter: z.boolean().default(false),
  ableToSupport: z.boolean().nullable().default(null),
  willingToSupport: z.boolean().nullable().default(null),
  livesTogether: z.boolean().nullable().default(null),
  note: optionalText(400),
  /** Left out: as it was. Null: at home (again), since `returnedOn`. */
  absence: absenceInput.nullable().optional(),
  /** The first day at home again; today where left out. */
  returnedOn: day.optional(),
})
export type FamilyMemberInput = z.output<typeof familyMemberInput>

export const absenceShape = z.object({
  id: z.number(),
  place: text,
  scope: z.enum(codesOf(absenceScopeLabel)),
  reason: dictionaryCode('absenceReason').nullable(),
  since: text,
  to: text,
  expectedReturn: text,
  homeVisits: text,
})

export const familyMemberShape = z.object({
  id: z.number(),
  revision: z.number(),
  name: z.string(),
  relation: dictionaryCode('relation').nullable(),
  gender: oneOf(genderLabel),
  birthDate: text,
  idNumber,
  phones: sensitive(z.array(z.string()), 'phone'),
  isSupporter: z.boolean(),
  ableToSupport: z.boolean().nullable(),
  willingToSupport: z.boolean().nullable(),
  livesTogether: z.boolean().nullable(),
  note: text,
  /** Where the member is away to today. */
  absence: absenceShape.nullable(),
  /** Those that are over. */
  pastAbsences: z.array(absenceShape),
})
