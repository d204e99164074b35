import type { Day } from '@shared/domain/calendar/types'
import type { PaperCited } from '@shared/domain/papers/composed'
import type { RulePeriod } from '@shared/domain/cadence/vocabulary'
import type { Category, ContactKind } from '@shared/domain/vocabulary'

/** Everything the 关爱服务工作方案 says, as plain data; what is unknown is null or an empty list. */
export interface WorkPlanFacts {
  year: number
  /** 镇/乡 name as it stands in the title and the text, e.g. 青石镇. */
  township: string | null
  centre: string
  issuer: string | null
  documentNumber: string | null
  redHead: string | null
  addressee: string | null
  /** 成文日期. */
  date: Day | null
  sealed: boolean
  colophon: { copyTo: string | null; printedBy: string; printedOn: Day | null } | null
  /** Papers from above that this plan follows. */
  basis: PaperCited[]
  /** Whom the office looks after, in the words of the rule in force. */
  definition: string | null
  /** The day on which people were counted. */
  asOf: Day
  total: number
  /** 在册 people by category; one person may stand in several. */
  categories: { category: Category; count: number }[]
  ageBands: { label: string; count: number }[]
  villages: VillageCounts[]
  pairing: { helpers: number; paired: number; unpaired: number }
  /** Contact rules in force on `asOf`. */
  frequencies: Frequency[]
  phases: Phase[]
  leadingGroup: LeadingGroupMember[]
  /** 领导小组办公室: where it sits and who heads it. */
  office: { department: string | null; director: string | null }
  duties: Duty[]
  roster: RosterRow[]
}

export interface VillageCounts {
  villageId: number
  name: string
  total: number
  categories: Partial<Record<Category, number>>
}

export interface Frequency {
  /** Whom the rule covers where it is not everybody, e.g. 高风险老人. */
  who: string | null
  kinds: ContactKind[]
  count: number
  period: RulePeriod
}

export interface Phase {
  name: string
  from: Day | null
  to: Day | null
  tasks: string | null
}

export interface LeadingGroupMember {
  /** 组长 / 副组长 / 成员. */
  role: string
  name: string
  post: string | null
}

export interface Duty {
  task: string
  /** 牵头、配合、实施单位. */
  lead: string | null
  assisting: string | null
  implementing: string | null
}

/** A row of 附件2, every value already as it is printed (masked where the office prints masked). */
export interface RosterRow {
  name: string
  gender: string
  age: string
  village: string
  address: string
  phone: string
  categories: string
  supporter: string
  helper: string
}
