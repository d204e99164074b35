/**
 * The words of the field: every closed list the program stores, with its Chinese label.
 * The codes are what the database and the contract hold; the labels are what a clerk reads.
 * Those an office may extend and rename are presets of dictionaries (domain/dictionaries): their
 * types are open, and their labels are read through the office's dictionaries, not from here.
 */

type Labels<Code extends string> = Readonly<Record<Code, string>>

/** A code of a list that an office may extend: one of the program's own, or one it added. */
export type OpenCode<Code extends string> = Code | (string & {})

/** The codes of a label table, in the order in which a form offers them. */
export function codesOf<Code extends string>(labels: Labels<Code>): [Code, ...Code[]] {
  return Object.keys(labels) as [Code, ...Code[]]
}

/** 关爱对象群体: which of the four groups a file belongs to; one person may be in several. */
export const recipientGroupLabel = {
  elder: '老人',
  woman: '留守妇女',
  child: '留守儿童',
  extremePoverty: '特困人员',
} as const
export type RecipientGroup = keyof typeof recipientGroupLabel

/** 在册状态: a file is closed with a status and can be reopened; it is never deleted. */
export const recipientStatusLabel = {
  active: '在册',
  movedOut: '迁出',
  institution: '入住机构',
  childrenReturned: '子女返乡',
  deceased: '死亡',
  cancelled: '注销',
} as const
export type RecipientStatus = keyof typeof recipientStatusLabel

export const genderLabel = { male: '男', female: '女' } as const
export type Gender = keyof typeof genderLabel

/** 老人类别 (multi-select). Those that can be computed from facts are; see domain/categories. */
export const categoryLabel = {
  leftBehind: '留守',
  emptyNest: '空巢',
  livingAlone: '独居',
  advancedAge: '高龄',
  incapacitated: '失能',
  partlyIncapacitated: '半失能',
  extremePoverty: '特困',
  subsistenceAllowance: '低保',
  marginalIncome: '低保边缘',
  rigidExpenditure: '刚性支出困难家庭',
  specialCare: '重点优抚',
  bereavedOnlyChildFamily: '计生特殊家庭',
  severeDisability: '重残',
  povertyMonitored: '脱贫监测',
  fiveVeterans: '五老',
  threeNoes: '三无',
  centenarian: '百岁',
} as const
export type Category = keyof typeof categoryLabel

/**
 * 走访联系方式. `child` is a call to the children, `checkup` the yearly check-up, `alive` 生存认证: the
 * person was seen alive, which allowances are paid on.
 */
export const contactKindLabel = {
  phone: '电话',
  home: '入户',
  video: '视频',
  proxy: '代访',
  child: '联系子女',
  checkup: '体检',
  alive: '生存认证',
} as const
export type ContactKind = keyof typeof contactKindLabel

/** 探访记录五项 (domain facts §1): what a visit looks at. */
export const checkBlockLabel = {
  health: '健康',
  economy: '经济',
  support: '赡养',
  safety: '安全',
  services: '需求',
} as const
export type CheckBlock = keyof typeof checkBlockLabel

/** `unseen` － could have been looked at and was not; `notApplicable` / does not concern the person. */
export const checkMarkLabel = {
  fine: '√',
  concern: '×',
  unseen: '未查',
  notApplicable: '不适用',
} as const
export type CheckMark = keyof typeof checkMarkLabel

/** 频次规则的周期: calendar windows; weeks start on Monday, a half-month is 1–15 and 16–end. */
export const periodLabel = {
  week: '周',
  halfMonth: '半月',
  month: '月',
  quarter: '季',
  halfYear: '半年',
  year: '年',
} as const
export type Period = keyof typeof periodLabel

export const riskLevelLabel = { high: '高风险', key: '重点', general: '一般' } as const
export type RiskLevel = keyof typeof riskLevelLabel

/** 豁免原因: while it lasts nobody owes this person a contact. */
export const exemptionReasonLabel = {
  hospital: '住院',
  away: '外出',
  withChildren: '随子女居住',
  institution: '短期入住机构',
  other: '其他',
} as const
export type ExemptionReason = keyof typeof exemptionReasonLabel

/** 帮扶人身份类别. */
export const helperKindLabel = {
  townCadre: '镇干部',
  villageCadre: '村干部',
  partyMember: '党员',
  villageDoctor: '村医',
  neighbour: '邻里',
  relative: '亲属',
  volunteer: '志愿者',
  student: '学生',
  company: '企业',
  other: '其他',
} as const
export type HelperKind = OpenCode<keyof typeof helperKindLabel>

/** 操作员角色. */
export const roleLabel = {
  admin: '管理员',
  clerk: '经办人',
  village: '村级经办',
  groupLead: '群体牵头人',
  reader: '查阅',
} as const
export type Role = keyof typeof roleLabel

export const villageKindLabel = { village: '村', community: '社区' } as const
export type VillageKind = keyof typeof villageKindLabel

/** 婚姻状况 (GB/T 42195-2022 form A). */
export const maritalLabel = {
  single: '未婚',
  married: '已婚',
  widowed: '丧偶',
  divorced: '离婚',
  unknown: '未说明',
} as const
export type Marital = OpenCode<keyof typeof maritalLabel>

/** 文化程度 (GB/T 42195-2022 form A). */
export const educationLabel = {
  illiterate: '文盲',
  primary: '小学',
  juniorHigh: '初中',
  seniorHigh: '高中/技校/中专',
  college: '大专及以上',
  unknown: '不详',
} as const
export type Education = OpenCode<keyof typeof educationLabel>

/** 居住情况 (GB/T 42195-2022 form A, with 与孙子女 as rural ledgers write it). */
export const livingArrangementLabel = {
  alone: '独居',
  withSpouse: '与配偶',
  withChildren: '与子女',
  withGrandchildren: '与孙子女',
  withParents: '与父母',
  withSiblings: '与兄弟姐妹',
  withOtherRelatives: '与其他亲属',
  withNonRelatives: '与非亲属',
  institution: '养老机构',
} as const
export type LivingArrangement = OpenCode<keyof typeof livingArrangementLabel>

/** 健康状况 (short list of rural forms). */
export const healthLabel = {
  good: '良好',
  fair: '一般',
  poor: '较差',
  ill: '患病',
  disabled: '失能',
} as const
export type Health = OpenCode<keyof typeof healthLabel>

/** 自理能力: the office's own judgement; a graded assessment is a record of its own. */
export const selfCareLabel = { able: '能自理', partly: '半自理', unable: '不能自理' } as const
export type SelfCare = keyof typeof selfCareLabel

/** 日常照料人. */
export const dailyCarerLabel = {
  spouse: '配偶',
  relatives: '近亲属',
  hired: '花钱雇人',
  communityService: '社区居家养老',
  self: '自己',
  none: '无人照顾',
  neighbours: '邻里',
} as const
export type DailyCarer = OpenCode<keyof typeof dailyCarerLabel>

/** 经济来源 (multi-select; union of the rural and the general list). */
export const incomeSourceLabel = {
  labour: '打工',
  farming: '种养殖业',
  pension: '养老金',
  residentPension: '城乡居民养老保险',
  childrenSupport: '子女供养',
  relativesSupport: '亲友资助',
  governmentRelief: '政府救助',
  savings: '个人储蓄',
  other: '其他',
} as const
export type IncomeSource = OpenCode<keyof typeof incomeSourceLabel>

/** 救助类别 (multi-select). */
export const reliefKindLabel = {
  subsistenceAllowance: '低保',
  marginalIncome: '低保边缘',
  rigidExpenditure: '刚性支出困难',
  extremePoverty: '特困',
  disability: '残疾',
  povertyMonitored: '脱贫监测',
  medical: '医疗救助',
  temporary: '临时救助',
  specialCare: '优抚',
  other: '其他',
} as const
export type ReliefKind = OpenCode<keyof typeof reliefKindLabel>

/** 服务需求 (multi-select). */
export const needKindLabel = {
  dailyLiving: '生活照料',
  farmWork: '生产帮助',
  comfort: '精神安慰',
  medical: '医疗保健',
  legal: '法律援助',
  safety: '安全服务',
  culture: '文化娱乐',
  emergency: '紧急救助',
} as const
export type NeedKind = OpenCode<keyof typeof needKindLabel>

/** 与老人关系, the part of GB/T 4761 that ledgers use. */
export const relationLabel = {
  spouse: '配偶',
  son: '儿子',
  daughter: '女儿',
  sonInLaw: '女婿',
  daughterInLaw: '儿媳',
  grandchild: '孙子女',
  parent: '父母',
  sibling: '兄弟姐妹',
  otherRelative: '其他亲属',
  nonRelative: '非亲属',
} as const
export type Relation = OpenCode<keyof typeof relationLabel>

/** 外出地点 of an absent family member, relative to the elder's county. */
export const absenceScopeLabel = {
  insideCounty: '县内',
  outsideCounty: '县外省内',
  outsideProvince: '省外',
  unknown: '不详',
} as const
export type AbsenceScope = keyof typeof absenceScopeLabel

/** 外出原因. */
export const absenceReasonLabel = {
  work: '务工',
  business: '经商',
  study: '求学',
  other: '其他',
} as const
export type AbsenceReason = OpenCode<keyof typeof absenceReasonLabel>

/** 结对方式. */
export const pairingModeLabel = { oneToOne: '一对一', manyToOne: '多对一' } as const
export type PairingMode = keyof typeof pairingModeLabel

/** 住房安全等级 (危房鉴定). */
export const housingGradeLabel = { A: 'A级', B: 'B级', C: 'C级危房', D: 'D级危房' } as const
export type HousingGrade = keyof typeof housingGradeLabel

/** 评估原因 (GB/T 42195-2022 form A). */
export const assessmentReasonLabel = {
  first: '首次评估',
  regular: '常规评估',
  immediate: '即时评估',
  review: '复评',
  other: '其他',
} as const
export type AssessmentReason = keyof typeof assessmentReasonLabel

/** 评估性质: only a body with trained assessors gives an official result. */
export const assessmentSourceLabel = {
  screening: '初筛',
  self: '自评',
  official: '评估机构出具',
} as const
export type AssessmentSource = keyof typeof assessmentSourceLabel
