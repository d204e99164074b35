import type { PartialDate } from '../calendar/types'
import type {
  AbsenceReason,
  Category,
  ContactKind,
  DailyCarer,
  Education,
  Gender,
  Health,
  HelperKind,
  HousingGrade,
  IncomeSource,
  LivingArrangement,
  Marital,
  NeedKind,
  PairingMode,
  RecipientGroup,
  Relation,
  ReliefKind,
  SelfCare,
} from '../vocabulary'
import type { ResidentIdProblem } from '../identity/resident-id'
import type { Field, LedgerKind } from './fields'
import type { CustomValue } from '../custom-fields/custom-field'
import type { ChainLevel } from '../pairings/vocabulary'
import type { ChargedTier } from '../service-tiers/vocabulary'
import type { BenefitColumn } from './benefit-columns'
import type { FurtherFacts, FurtherLists } from './further-facts'

/** Why a row cannot be taken as it stands, or what a clerk should know about it. */
export interface Problem {
  field: Field | null
  /** The column of the sheet to mend it in; null where it concerns the row. */
  column: number | null
  code: ProblemCode
  message: string
  /** A blocking problem keeps the row out until it is mended or decided. */
  blocking: boolean
  /** What the cell says. */
  raw: string
  /** A value that would mend it; to offer, never to apply unasked. */
  offer?: string
}

export type ProblemCode =
  | `ID_${ResidentIdProblem}`
  | 'NAME_MISSING'
  | 'NAME_CHARACTER'
  | 'NAME_REMARK'
  | 'VILLAGE_MISSING'
  /** Known only when held against what is on file. */
  | 'VILLAGE_NEW'
  | 'FILE_CLOSED'
  | 'ELSEWHERE'
  | 'ID_TAKEN'
  | 'PLACE_CONFLICT'
  | 'BIRTH_CONFLICT'
  | 'GENDER_CONFLICT'
  | 'AGE_CONFLICT'
  | 'GROUP_CONFLICT'
  | 'DATE'
  | 'PHONE'
  | 'WORD'
  | 'CHILDREN_COUNT'
  | 'DITTO'
  | 'HELPER_MISSING'
  | 'KIND_MISSING'

/** An absent child as far as the ledger tells. */
export interface ChildDraft {
  name: string
  relation: Relation | null
  gender: Gender | null
  idNumber: string | null
  phones: string[]
  place: string | null
  since: PartialDate | null
  reason: AbsenceReason | null
  homeVisits: string | null
  note: string | null
}

export interface ContactPerson {
  name: string | null
  relation: string | null
  phone: string | null
}

/** A benefit that is paid, as far as the ledger tells. */
export interface BenefitDraft {
  benefit: BenefitColumn
  /** Yuan per payment. */
  amount: number | null
  since: PartialDate | null
  /** 类别 or 档次, in the office's words: A类, 二档. */
  level: string | null
}

/** 一卡通 into which benefits are paid. */
export interface AccountDraft {
  account: string
  /** Null: the person's own. */
  holder: string | null
  holderRelation: string | null
  bank: string | null
}

/** Who answers for the person at a level of 责任链. */
export interface ChainDraft {
  level: ChainLevel
  name: string
  post: string | null
  phone: string | null
}

export interface PersonDraft {
  name: string
  formerName: string | null
  gender: Gender | null
  /** 18 characters that pass every check; a doubtful number is in the problems. */
  idNumber: string | null
  /** A number that fails only its check character: kept if the clerk says the card reads so. */
  idNumberAsWritten: string | null
  /** Leading digits of a number that Excel rounded, to recognise the person by. */
  idNumberKept: string | null
  birthDate: PartialDate | null
  lunarBirthday: string | null
  statedAge: { years: number; nominal: boolean; asOf: PartialDate | null } | null
  village: string | null
  villageGroup: string | null
  homeAddress: string | null
  householdAddress: string | null
  phones: string[]
  hasNoPhone: boolean
  groups: RecipientGroup[]
  categories: Category[]
  ethnicity: string | null
  education: Education | null
  politicalStatus: string | null
  marital: Marital | null
  occupation: string | null
  medicalInsurance: string | null
  allergies: string | null
  health: Health | null
  chronicDiseases: string[]
  selfCare: SelfCare | null
  livingArrangement: LivingArrangement | null
  dailyCarer: DailyCarer | null
  /** Codes, and an office's own words where none fits. */
  incomeSources: (IncomeSource | string)[]
  reliefKinds: (ReliefKind | string)[]
  serviceNeeds: (NeedKind | string)[]
  disabilityCertificate: string | null
  disabilityClass: number | null
  disabilityLevel: number | null
  housing: string | null
  housingGrade: HousingGrade | null
  familyDoctor: string | null
  familyDoctorPhone: string | null
  spouse: ContactPerson | null
  guardian: ContactPerson | null
  emergency: ContactPerson | null
  /** 自定义字段 by their ids. */
  custom: Readonly<Record<number, CustomValue>>
  /** Columns that are facts of the file by themselves. */
  further: FurtherFacts & FurtherLists
  /** 待遇 that are held. */
  benefits: BenefitDraft[]
  account: AccountDraft | null
  tier: ChargedTier | null
  chain: ChainDraft[]
  children: ChildDraft[]
  collectedOn: PartialDate | null
  remark: string | null
}

export interface HelperDraft {
  name: string
  gender: Gender | null
  kind: HelperKind | null
  unit: string | null
  position: string | null
  phones: string[]
  /** What each telephone is, in the same order, as far as it was said: 办公室. */
  phoneLabels: string[]
  /** How many people at most. */
  capacity: number | null
  /** Villages the helper goes to, as the ledger calls them. */
  serves: string[]
  idNumber: string | null
  /** As written; the village and group named in it are where the helper lives. */
  address: string | null
}

/** Whoever a pairing or a contact is about, as the ledger points at them. */
export interface PersonPointer {
  name: string
  idNumber: string | null
  idNumberAsWritten: string | null
  idNumberKept: string | null
  birthDate: PartialDate | null
  gender: Gender | null
  phones: string[]
  village: string | null
  villageGroup: string | null
}

export interface PairingDraft {
  helpers: HelperDraft[]
  recipient: PersonPointer
  since: PartialDate | null
  until: PartialDate | null
  mode: PairingMode | null
  commitment: string | null
  /** 每周一次, as promised. */
  frequency: string | null
  /** Hours a month. */
  hours: number | null
  chain: ChainDraft[]
  remark: string | null
}

export interface ContactDraft {
  recipient: PersonPointer
  kind: ContactKind | null
  /** May lack the year (`--MM-DD`) or the day; completed by the clerk, never guessed. */
  date: PartialDate | null
  /** Further days of the same line, where one cell names several: 3、10、17、24. */
  moreDates: PartialDate[]
  visitor: string | null
  visitorPhone: string | null
  summary: string | null
  problem: string | null
  outcome: string | null
  remark: string | null
}

export interface DraftOf {
  people: PersonDraft
  pairings: PairingDraft
  contacts: ContactDraft
}

/** One row of a ledger, understood. */
export interface ParsedRow<Kind extends LedgerKind = LedgerKind> {
  /** First row of the sheet it stands in, from 0, and all rows it spans. */
  row: number
  rows: number[]
  serial: string | null
  draft: DraftOf[Kind]
  problems: Problem[]
}
