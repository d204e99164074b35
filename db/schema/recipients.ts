import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  absenceScopeLabel,
  categoryLabel,
  codesOf,
  genderLabel,
  housingGradeLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
  selfCareLabel,
  type AbsenceReason,
  type DailyCarer,
  type Education,
  type Health,
  type LivingArrangement,
  type Marital,
  type Relation,
} from '@shared/domain/vocabulary'
import { village, villageGroup } from './organization'
import { periodColumns, recordColumns } from './record'

const words = () => text({ mode: 'json' }).$type<string[]>().notNull().default([])

/**
 * 关爱对象: one file per person. What figures depend on (status, village, groups, absences,
 * overrides, risk) is kept beside it as periods; the columns here are facts as known now.
 * Multi-valued lists hold codes of the vocabulary or an office's own words.
 */
export const recipient = sqliteTable(
  'recipient',
  {
    ...recordColumns(),
    archiveNo: text(),
    name: text().notNull(),
    formerName: text(),
    /** Pinyin initials as the office wants them found; null means computed. */
    initials: text(),
    gender: text({ enum: codesOf(genderLabel) }),
    /** 18 characters, or null. `idNumberNote` says why a failing number is kept (证件原号如此). */
    idNumber: text(),
    idNumberNote: text(),
    /** Solar, as far as known; the lunar day as papers write it is kept beside it. */
    birthDate: text(),
    lunarBirthday: text(),
    ethnicity: text(),
    education: text().$type<Education>(),
    politicalStatus: text(),
    religion: text(),
    marital: text().$type<Marital>(),
    occupation: text(),
    photoId: integer(),
    phones: words(),
    /** True where the person is known to have no phone, which is not the same as not asked. */
    hasNoPhone: integer({ mode: 'boolean' }).notNull().default(false),
    householdAddress: text(),
    homeAddress: text(),
    /** Null is not asked. */
    householdRegistered: integer({ mode: 'boolean' }),
    residenceState: text(),
    housingTenure: text(),
    housingStructure: text(),
    housing: text(),
    housingGrade: text({ enum: codesOf(housingGradeLabel) }),
    utilities: words(),
    hazardZone: text(),
    livingArrangement: text().$type<LivingArrangement>(),
    spouseRecipientId: integer(),
    /** True where the person is known to have no children; with none listed it is else not asked. */
    hasNoChildren: integer({ mode: 'boolean' }).notNull().default(false),
    health: text().$type<Health>(),
    chronicDiseases: words(),
    selfCare: text({ enum: codesOf(selfCareLabel) }),
    mentalState: text(),
    medicalHistory: text(),
    allergies: text(),
    medication: text(),
    assistiveDevices: words(),
    medicalInsurance: text(),
    familyDoctor: text(),
    familyDoctorPhone: text(),
    familyDoctorSignedOn: text(),
    /** As the paper told it; check-ups since then are contacts. */
    checkupOn: text(),
    disabilityCertificate: text(),
    disabilityClass: integer(),
    disabilityLevel: integer(),
    incomeSources: words(),
    annualIncome: real(),
    livingStandard: text(),
    reliefKinds: words(),
    reliefCertificate: text(),
    reliefFrom: text(),
    reliefTo: text(),
    benefitsNote: text(),
    /** 亩. */
    contractedLand: real(),
    raisedGrandchildren: integer(),
    carerName: text(),
    carerPhone: text(),
    dailyCarer: text().$type<DailyCarer>(),
    serviceNeeds: words(),
    skills: text(),
    wish: text(),
    emergencyName: text(),
    emergencyRelation: text(),
    emergencyPhone: text(),
    emergencyName2: text(),
    emergencyRelation2: text(),
    emergencyPhone2: text(),
    guardianName: text(),
    guardianRelation: text(),
    guardianPhone: text(),
    // 留守儿童
    substituteGuardianName: text(),
    substituteGuardianPhone: text(),
    careEntrustedOn: text(),
    school: text(),
    grade: text(),
    boarding: text(),
    schooling: text(),
    schoolingNote: text(),
    // 留守妇女
    childrenInCare: integer(),
    employmentWish: text(),
    trainingWish: text(),
    cancerScreenedOn: text(),
    cancerScreenResult: text(),
    // 特困人员
    supportMode: text(),
    supportInstitution: text(),
    nursingLevel: text(),
    consentOn: text(),
    consentBy: text(),
    collectedBy: text(),
    collectedOn: text(),
    reviewedBy: text(),
    reviewedOn: text(),
    remark: text(),
    importId: integer(),
    /** Of a voided file: the file it was united with. */
    mergedIntoId: integer(),
  },
  (t) => [
    uniqueIndex('recipient_id_number')
      .on(t.idNumber)
      .where(sql`voided_at is null and id_number is not null`),
  ],
)

const ofRecipient = () =>
  integer()
    .notNull()
    .references(() => recipient.id)

export const statusPeriod = sqliteTable(
  'status_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    status: text({ enum: codesOf(recipientStatusLabel) }).notNull(),
    reason: text(),
  },
  (t) => [index('status_period_recipient').on(t.recipientId)],
)

/** In which village and group a person's file is kept. */
export const residencePeriod = sqliteTable(
  'residence_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    villageGroupId: integer().references(() => villageGroup.id),
    reason: text(),
  },
  (t) => [
    index('residence_period_recipient').on(t.recipientId),
    index('residence_period_village').on(t.villageId),
  ],
)

export const groupPeriod = sqliteTable(
  'group_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    group: text({ enum: codesOf(recipientGroupLabel) }).notNull(),
    reason: text(),
  },
  (t) => [index('group_period_recipient').on(t.recipientId)],
)

/**
 * 同户: people on file who live together. A household tells nothing of itself; who belongs to it and
 * since when stands in its periods.
 */
export const household = sqliteTable('household', recordColumns())

/** Where nothing is written, a couple on file is taken to live together. */
export const householdPeriod = sqliteTable(
  'household_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    householdId: integer()
      .notNull()
      .references(() => household.id),
    reason: text(),
  },
  (t) => [
    index('household_period_recipient').on(t.recipientId),
    index('household_period_household').on(t.householdId),
  ],
)

/** 类别 claimed by a ledger or decided by the office against the computed one. */
export const categoryOverride = sqliteTable(
  'category_override',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    category: text({ enum: codesOf(categoryLabel) }).notNull(),
    holds: integer({ mode: 'boolean' }).notNull(),
    reason: text().notNull(),
  },
  (t) => [index('category_override_recipient').on(t.recipientId)],
)

export const riskPeriod = sqliteTable(
  'risk_period',
  {
    ...recordColumns(),
    ...periodColumns(),
    recipientId: ofRecipient(),
    level: text({ enum: codesOf(riskLevelLabel) }).notNull(),
    reason: text(),
  },
  (t) => [index('risk_period_recipient').on(t.recipientId)],
)

/** 家庭成员与赡养人. */
export const familyMember = sqliteTable(
  'family_member',
  {
    ...recordColumns(),
    recipientId: ofRecipient(),
    position: integer().notNull(),
    name: text().notNull(),
    relation: text().$type<Relation>(),
    gender: text({ enum: codesOf(genderLabel) }),
    birthDate: text(),
    idNumber: text(),
    phones: words(),
    isSupporter: integer({ mode: 'boolean' }).notNull().default(false),
    /** 有无赡养能力; null is not asked. */
    ableToSupport: integer({ mode: 'boolean' }),
    /** 是否愿意赡养; null is not asked. */
    willingToSupport: integer({ mode: 'boolean' }),
    livesTogether: integer({ mode: 'boolean' }),
    note: text(),
  },
  (t) => [index('family_member_recipient').on(t.recipientId)],
)

/** 外出: where a family member is, why, and since when (as far as known). */
export const absencePeriod = sqliteTable(
  'absence_period',
  {
    ...recordColumns(),
    familyMemberId: integer()
      .notNull()
      .references(() => familyMember.id),
    recipientId: ofRecipient(),
    place: text(),
    scope: text({ enum: codesOf(absenceScopeLabel) }).notNull(),
    reason: text().$type<AbsenceReason>(),
    /** PartialDate or null where the paper does not say. */
    since: text(),
    to: text(),
    expectedReturn: text(),
    homeVisits: text(),
  },
  (t) => [
    index('absence_period_member').on(t.familyMemberId),
    index('absence_period_recipient').on(t.recipientId),
  ],
)

/**
 * 「不是同一人」: two files that look alike and were found to be two people's. The lower id comes
 * first. No foreign keys: a merge must not bend the pair to one file.
 */
export const distinctPair = sqliteTable(
  'distinct_pair',
  {
    ...recordColumns(),
    oneId: integer().notNull(),
    otherId: integer().notNull(),
    reason: text().notNull(),
  },
  (t) => [index('distinct_pair_one').on(t.oneId, t.otherId)],
)
