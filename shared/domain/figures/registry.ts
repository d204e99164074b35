import { specialHardship } from '../cadence/visit-rate'
import { contactKindLabel, categoryLabel, codesOf, type ContactKind } from '../vocabulary'
import type { Fold } from './tally'

/** What a figure counts: people, or records of one kind. */
export const figureSubjects = [
  'recipient',
  'helper',
  'village',
  'assessment',
  'need',
  'incident',
  'hazard',
  'supportCase',
  'task',
  'activity',
  'meeting',
  'fundEntry',
] as const
export type FigureSubject = (typeof figureSubjects)[number]

/**
 * `day`: how it stood at the end of a day · `period`: what happened from one day to another, both
 * included · `today`: rests on facts that are kept without their days, so no earlier day is known.
 */
export type FigureTime = 'day' | 'period' | 'today'

export const figureAreaLabel = {
  people: '关爱对象',
  helping: '结对帮扶',
  contacts: '走访联系',
  needs: '需求',
  incidents: '强制报告',
  hazards: '隐患与权益',
  activities: '活动与会议',
  funds: '经费',
} as const
export type FigureArea = keyof typeof figureAreaLabel

/** One figure: its name, unit and 口径. How its tallies are found is in electron/services/figures. */
export interface FigureDefinition {
  readonly name: string
  readonly area: FigureArea
  readonly unit: string
  /** How it is counted, in the office's words. */
  readonly basis: string
  readonly time: FigureTime
  readonly fold: Fold
  readonly subject: FigureSubject
  /** Whether it can be told apart by people: what is about nobody in particular cannot. */
  readonly ofPeople: boolean
  /** Amounts are 分 of money and shown as 元. */
  readonly money?: true
}

const people = (
  name: string,
  basis: string,
  over: Partial<FigureDefinition> = {},
): FigureDefinition => ({
  name,
  area: 'people',
  unit: '人',
  basis,
  time: 'day',
  fold: 'count',
  subject: 'recipient',
  ofPeople: true,
  ...over,
})

const cases = (
  noun: string,
  area: FigureArea,
  subject: FigureSubject,
  { closed, dropped, ofPeople = true }: { closed: string; dropped: string; ofPeople?: boolean },
) => {
  const base = { area, unit: '件', subject, fold: 'count', ofPeople } as const
  return {
    opened: {
      ...base,
      name: `${noun}登记数`,
      time: 'period',
      basis: `登记日期在期内的${noun}，${dropped}的不计`,
    },
    closed: {
      ...base,
      name: `${noun}办结数`,
      time: 'period',
      basis: `期内到“${closed}”的${noun}`,
    },
    open: {
      ...base,
      name: `在办${noun}`,
      time: 'day',
      basis: `当日及以前登记、当日还没有办结的${noun}`,
    },
    overdue: {
      ...base,
      name: `逾期${noun}`,
      time: 'day',
      basis: `当日在办且要求办结日期已过的${noun}`,
    },
    daysToClose: {
      ...base,
      name: `${noun}平均办理天数`,
      unit: '天',
      time: 'period',
      fold: 'mean',
      basis: `期内到“${closed}”的${noun}，从登记到办结的天数取平均`,
    },
    openDays: {
      ...base,
      name: `在办${noun}平均天数`,
      unit: '天',
      time: 'day',
      fold: 'mean',
      basis: `当日在办的${noun}，从登记到当日的天数取平均`,
    },
  } as const satisfies Record<string, FigureDefinition>
}

/** `{ 'need.opened': …, 'need.closed': … }` */
type Prefixed<Prefix extends string, Parts> = {
  [Part in keyof Parts & string as `${Prefix}.${Part}`]: Parts[Part]
}
const prefixed = <const Prefix extends string, Parts extends object>(
  prefix: Prefix,
  parts: Parts,
): Prefixed<Prefix, Parts> =>
  Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [`${prefix}.${part}`, value]),
  ) as Prefixed<Prefix, Parts>

const contactBasis =
  '以实际完成日期为准，补录的照样计入；日期只写到月的，整月在期内（本月按已开始）才计入，只写到年的，整年在期内才计入'

const contactsOf = (kind: ContactKind): FigureDefinition =>
  people(
    `${contactKindLabel[kind]}次数`,
    `期内“${contactKindLabel[kind]}”的次数，一人一次算一次；${contactBasis}`,
    {
      area: 'contacts',
      unit: '次',
      time: 'period',
      fold: 'sum',
    },
  )

/** The kinds of contact at which somebody looks in on the person. */
export const visitKinds: readonly ContactKind[] = ['phone', 'home', 'video', 'proxy']

const hardship = specialHardship.map((one) => categoryLabel[one]).join('、')

/** Every figure of the program, each defined once: screens, papers and statistics name it by its key. */
export const figures = {
  'people.onFile': people('在册人数', '当日状态为在册的关爱对象，一人计一次'),
  'people.added': people('新增人数', '期内转为在册的关爱对象：新建档和重新在册的', {
    time: 'period',
  }),
  'people.left': people(
    '减少人数',
    '期内由在册转为迁出、入住机构、子女返乡、死亡或注销的关爱对象',
    {
      time: 'period',
    },
  ),
  'people.died': people('去世人数', '期内由在册转为死亡的关爱对象', { time: 'period' }),
  'people.assessed': people('已评估人数', '当日在册、至当日有老年人能力评估结果的关爱对象'),
  'people.exempt': people('豁免人数', '当日在册、当日有豁免（住院、外出等）的关爱对象'),
  'people.incomplete': people('信息待补人数', '今天在册、档案还缺必填项的关爱对象', {
    time: 'today',
  }),
  'people.benefitMissed': people(
    '应享未享人数',
    '当日在册、按待遇目录和档案事实应当享受而没有享受登记的关爱对象；只看逐人登记的待遇，缺几项也只计一次',
  ),
  'people.paired': people('已结对人数', '当日在册、当日有帮扶人的关爱对象', { area: 'helping' }),
  'people.unpaired': people('未结对人数', '当日在册、当日没有帮扶人的关爱对象', {
    area: 'helping',
  }),
  'helpers.paired': people('帮扶人数', '当日正在结对帮扶在册对象的帮扶人，一人计一次', {
    area: 'helping',
    subject: 'helper',
  }),
  'villages.inForce': people('村（社区）数', '当日有效的村和社区', {
    unit: '个',
    subject: 'village',
    ofPeople: false,
  }),

  'contacts.visits': people(
    '探访次数',
    `期内${visitKinds.map((kind) => contactKindLabel[kind]).join('、')}的次数之和；${contactBasis}`,
    { area: 'contacts', unit: '次', time: 'period', fold: 'sum' },
  ),
  ...prefixed(
    'contacts',
    Object.fromEntries(codesOf(contactKindLabel).map((kind) => [kind, contactsOf(kind)])) as Record<
      ContactKind,
      FigureDefinition
    >,
  ),
  'people.visited': people(
    '受访人数',
    `期内至少有一次探访（${visitKinds.map((kind) => contactKindLabel[kind]).join('、')}）的关爱对象；${contactBasis}`,
    { area: 'contacts', time: 'period' },
  ),
  'visits.monthRate': people(
    '月探访率',
    `当月至当日至少有一次有效探访的人数，占当月应探访人数的比例；应探访的人和有效的方式按当月生效的频次规则（统计范围为特殊困难老年人的，指${hardship}）`,
    { area: 'contacts', unit: '%', fold: 'share' },
  ),
  'visits.rate': people(
    '期内月均探访率',
    '期内各月的月探访率合并计算：各月受访人次之和，占各月应探访人次之和的比例',
    { area: 'contacts', unit: '%', time: 'period', fold: 'share' },
  ),
  'people.overdue': people(
    '联系逾期人数',
    '当日在册、按频次规则上一个周期没有做够而且此后没有补上的关爱对象',
    { area: 'contacts' },
  ),
  'people.due': people('联系到期人数', '当日在册、本周期还没有做够而没有逾期的关爱对象', {
    area: 'contacts',
  }),
  'people.unseen': people(
    '久未见面人数',
    '当日在册，在设置的天数内没有当面见过（入户、代访、体检、生存认证）的关爱对象',
    { area: 'contacts' },
  ),
  'assessments.done': people('评估次数', '评估日期在期内的评估', {
    unit: '次',
    time: 'period',
    subject: 'assessment',
  }),

  ...prefixed(
    'needs',
    cases('需求', 'needs', 'need', { closed: '已确认', dropped: '不予办理和撤回' }),
  ),
  ...prefixed(
    'incidents',
    cases('强制报告', 'incidents', 'incident', { closed: '已结案', dropped: '经查不属实' }),
  ),
  ...prefixed(
    'hazards',
    cases('隐患', 'hazards', 'hazard', { closed: '复查合格', dropped: '不再存在' }),
  ),
  ...prefixed(
    'supportCases',
    cases('赡养事项', 'hazards', 'supportCase', { closed: '已履行', dropped: '不再追究' }),
  ),
  ...prefixed(
    'tasks',
    cases('任务', 'activities', 'task', { closed: '已办', dropped: '不再办理', ofPeople: false }),
  ),
  'activities.held': people('活动场次', '举办日期在期内、已举办的活动', {
    area: 'activities',
    unit: '场',
    time: 'period',
    subject: 'activity',
    ofPeople: false,
  }),
  'activities.attendance': people(
    '活动参加人次',
    '举办日期在期内的活动，签到为到场的关爱对象，到一场算一次',
    { area: 'activities', unit: '人次', time: 'period', fold: 'sum' },
  ),
  'meetings.held': people('会议次数', '召开日期在期内、已召开的会议', {
    area: 'activities',
    unit: '次',
    time: 'period',
    subject: 'meeting',
    ofPeople: false,
  }),
  'funds.received': people('经费收入', '收支日期在期内的收入', {
    area: 'funds',
    unit: '元',
    time: 'period',
    fold: 'sum',
    subject: 'fundEntry',
    ofPeople: false,
    money: true,
  }),
  'funds.spent': people('经费支出', '收支日期在期内的支出', {
    area: 'funds',
    unit: '元',
    time: 'period',
    fold: 'sum',
    subject: 'fundEntry',
    ofPeople: false,
    money: true,
  }),
} as const satisfies Record<string, FigureDefinition>

export type FigureKey = keyof typeof figures
export const figureKeys = Object.keys(figures) as [FigureKey, ...FigureKey[]]

export const figureOf = (key: FigureKey): FigureDefinition => figures[key]

export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(figures, key)
