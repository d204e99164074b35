import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type { RecipientField } from '@shared/domain/recipient-fields'
import type {
  AbsenceScope,
  ContactKind,
  Gender,
  HousingGrade,
  PairingMode,
  RecipientGroup,
  RecipientStatus,
  RiskLevel,
  SelfCare,
} from '@shared/domain/vocabulary'
import type { PairingRole } from '@shared/domain/pairings/vocabulary'

/**
 * Everything a form can print about one person, as facts: dates and closed codes unformatted, what
 * belongs to a dictionary in the office's words. Whoever gathers it has already left out or
 * shortened what the operator may not print.
 */
export interface RecipientRecord {
  recipientId: number
  archiveNo: string | null
  name: string
  formerName: string | null
  gender: Gender | null
  idNumber: string | null
  birthDate: PartialDate | null
  /** 周岁 on the day of printing, e.g. 91岁. */
  age: string | null
  lunarBirthday: string | null
  ethnicity: string | null
  education: string | null
  politicalStatus: string | null
  marital: string | null
  occupation: string | null
  photo: { bytes: Uint8Array; mime: 'image/png' | 'image/jpeg' } | null
  groups: RecipientGroup[]
  status: RecipientStatus | null
  village: string | null
  villageGroup: string | null
  householdAddress: string | null
  homeAddress: string | null
  phones: string[]
  hasNoPhone: boolean
  livingArrangement: string | null
  housing: string | null
  housingGrade: HousingGrade | null
  hazardZone: string | null
  family: FamilyRecord[]
  emergency: { name: string; relation: string | null; phone: string | null }[]
  guardianName: string | null
  guardianPhone: string | null
  health: string | null
  selfCare: SelfCare | null
  chronicDiseases: string[]
  /** 残疾类别与等级 in words, e.g. 肢体二级. */
  disability: string | null
  allergies: string | null
  medication: string | null
  medicalInsurance: string | null
  familyDoctor: string | null
  familyDoctorPhone: string | null
  lastCheckup: PartialDate | null
  incomeSources: string[]
  /** 元 a year. */
  annualIncome: number | null
  reliefKinds: string[]
  benefitsNote: string | null
  dailyCarer: string | null
  serviceNeeds: string[]
  categories: { label: string; reason: string }[]
  /** 服务类别 in words, and what it rests on. */
  serviceTier: { label: string; reason: string } | null
  /** 待遇 now held, in words: 高龄津贴每月50元. */
  benefits: string[]
  riskLevel: RiskLevel | null
  riskReason: string | null
  pairings: PairingRecord[]
  /** Who answers above the helpers: 镇督导员 and 村第一责任人. */
  supervisor: ChainRecord | null
  firstResponsible: ChainRecord | null
  /** Newest first. */
  contacts: ContactRecord[]
  consentOn: Day | null
  collectedBy: string | null
  collectedOn: PartialDate | null
  remark: string | null
  /** What papers print of the file as it stands, in words; empty where nothing may be told. */
  facts: Readonly<Partial<Record<RecipientField, string>>>
  /** 自定义字段 in words, by name: the name is the tag. */
  custom: Readonly<Record<string, string>>
}

export interface FamilyRecord {
  name: string
  relation: string | null
  gender: Gender | null
  age: string | null
  phones: string[]
  isSupporter: boolean
  absence: {
    place: string | null
    scope: AbsenceScope
    reason: string | null
    since: PartialDate | null
  } | null
}

export interface PairingRecord {
  helper: string
  kind: string | null
  unit: string | null
  phone: string | null
  mode: PairingMode | null
  role: PairingRole | null
  commitment: string | null
  frequency: string | null
  /** Hours a month. */
  hours: number | null
  from: PartialDate | null
}

export interface ChainRecord {
  name: string
  post: string | null
  phone: string | null
}

export interface ContactRecord {
  date: PartialDate
  kind: ContactKind
  visitor: string | null
  summary: string | null
}

/** What every paper of an office has in common. */
export interface OfficeRecord {
  centre: string
  county: string
  township: string
  phone: string | null
  /** The day of printing. */
  printedOn: Day
}
