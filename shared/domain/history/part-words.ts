import { scaleLabel } from '../assessments/scale'
import { benefitStateLabel } from '../benefits/vocabulary'
import { callResultLabel } from '../calls/vocabulary'
import { majorChangeLabel } from '../cadence/vocabulary'
import { evacuationOutcomeLabel } from '../evacuations/vocabulary'
import { feedbackWayLabel, ratingLabel } from '../feedback/vocabulary'
import { findingMachine } from '../inspections/machine'
import { severityLabel } from '../inspections/vocabulary'
import { stateLabels } from '../ledgers/machine'
import { chainLevelLabel, pairingRoleLabel } from '../pairings/vocabulary'
import { recipientFieldLabel, type RecipientField } from '../recipient-fields'
import { planPeriodLabel, serviceKindLabel, serviceModeLabel } from '../services/vocabulary'
import { serviceTierLabel } from '../service-tiers/vocabulary'
import { stationKindLabel } from '../stations/vocabulary'
import { missedReasonLabel } from '../visit-sheets/vocabulary'
import { voucherMachine } from '../vouchers/machine'
import {
  absenceScopeLabel,
  assessmentReasonLabel,
  assessmentSourceLabel,
  categoryLabel,
  contactKindLabel,
  exemptionReasonLabel,
  genderLabel,
  pairingModeLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
} from '../vocabulary'
import { caseCodeWord, caseFieldWord } from './case-words'

type Words = Readonly<Record<string, string>>

/** What fields of the records beside the person's own are called, in most of them. */
const fieldWords: Words = {
  from: '起',
  to: '止',
  reason: '原因',
  status: '状态',
  group: '群体',
  level: '等级',
  relation: '关系',
  isSupporter: '赡养义务',
  ableToSupport: '赡养能力',
  willingToSupport: '赡养意愿',
  livesTogether: '同住',
  place: '地点',
  scope: '外出范围',
  since: '外出起始',
  expectedReturn: '预计返回',
  homeVisits: '回家频次',
  note: '备注',
  endReason: '结束原因',
  beginReason: '接替原因',
  role: '主次',
  frequency: '承诺频次',
  hours: '承诺时数',
  on: '日期',
  name: '姓名',
  post: '职务',
  phone: '电话',
  rating: '评价',
  words: '说的话',
  way: '怎么问的',
  askedBy: '谁问的',
  voidedAt: '更正隐去',
  villageId: '村社区',
  villageGroupId: '村民小组',
  familyMemberId: '家庭成员',
  helperId: '帮扶人',
  stationId: '站点',
  recipientId: '所在档案',
  mergedIntoId: '并入档案',
  category: '类别',
  holds: '认定',
  kind: '方式',
  openedOn: '登记日期',
  closedOn: '办结日期',
  dueOn: '要求办结',
  responsible: '责任人',
  result: '结果',
  by: '谁做的',
  time: '时间',
  number: '编号',
  date: '日期',
  visitor: '走访人',
  summary: '情况',
  problem: '发现问题',
  outcome: '去向',
  mode: '结对方式',
  commitment: '帮扶承诺',
  scale: '量表',
  version: '版本',
  score: '得分',
  computedLevel: '推算等级',
  finalLevel: '最终等级',
  finalReason: '定级理由',
  assessors: '评估人',
  nextDue: '下次评估',
  source: '来源',
  fileName: '文件',
  value: '内容',
  day: '日期',
  tier: '服务类别',
  benefit: '待遇',
  state: '享受情况',
  amount: '金额',
  certificateNo: '证号',
  account: '一卡通账号',
  holder: '户名',
  holderRelation: '与户主关系',
  bank: '开户行',
}

/** Words of codes that mean the same in every record. */
const codeWords: Words = {
  ...scaleLabel,
  ...assessmentReasonLabel,
  ...assessmentSourceLabel,
  ...chainLevelLabel,
  ...contactKindLabel,
  ...feedbackWayLabel,
  ...pairingModeLabel,
  ...pairingRoleLabel,
  ...ratingLabel,
  ...absenceScopeLabel,
  ...categoryLabel,
  ...exemptionReasonLabel,
  ...genderLabel,
  ...recipientGroupLabel,
  ...recipientStatusLabel,
  ...riskLevelLabel,
  ...serviceTierLabel,
  ...benefitStateLabel,
}

/** Where a record has words of its own: fields called otherwise, lists of codes of its own. */
const ownWords: Readonly<Record<string, { fields?: Words; codes?: Words }>> = {
  call_attempt: { fields: { againOn: '改天再打' }, codes: callResultLabel },
  carer_appraisal: {
    fields: { period: '考核期', by: '考核人', scores: '各项得分', total: '总分' },
  },
  // A call to a child is no left-behind child.
  contact: {
    fields: {
      startTime: '开始时间',
      endTime: '结束时间',
      vitals: '生命体征',
      childrenTold: '通知子女',
      reportedTo: '上报',
      revisitOn: '回访日期',
    },
    codes: contactKindLabel,
  },
  evacuation_plan: {
    fields: {
      responsible: '转移责任人',
      assistant: '协助人',
      vehicle: '车辆',
      shelter: '安置点',
      route: '转移路线',
      confirmedOn: '核对日期',
    },
  },
  evacuee: { fields: { outcome: '转移结果' }, codes: evacuationOutcomeLabel },
  exemption: { fields: { reviewOn: '复核日期' } },
  finding: {
    fields: {
      item: '检查项目',
      content: '问题',
      severity: '程度',
      measure: '整改措施',
      result: '整改情况',
      state: '状态',
    },
    codes: { ...severityLabel, ...stateLabels(findingMachine) },
  },
  major_change: { fields: { kind: '变化' }, codes: majorChangeLabel },
  missed_visit: { codes: missedReasonLabel },
  register_entry: { fields: { state: '状态', values: '内容' } },
  register_link: { fields: { field: '登记簿栏目', kind: '类型' } },
  risk_review: { fields: { date: '评估日期' } },
  service_plan: {
    fields: {
      serviceItemId: '服务项目',
      serviceProviderId: '服务单位',
      mode: '服务方式',
      count: '次数',
      every: '周期',
    },
    codes: { ...planPeriodLabel, ...serviceModeLabel },
  },
  service_record: {
    fields: {
      serviceItemId: '服务项目',
      serviceProviderId: '服务单位',
      mode: '服务方式',
      quantity: '数量',
      personPays: '个人付',
      voucherPays: '服务券付',
      subsidy: '补贴',
    },
    codes: serviceModeLabel,
  },
  visit_sheet_line: { fields: { tasks: '应办事项' } },
  voucher: {
    fields: {
      state: '状态',
      number: '券号',
      handedOn: '发放日期',
      closedOn: '核销日期',
      serviceProviderId: '服务单位',
    },
    codes: stateLabels(voucherMachine),
  },
  station: {
    fields: {
      kind: '类别',
      name: '名称',
      from: '启用',
      to: '停用',
      address: '地址',
      openHours: '开放时间',
      bedsTotal: '床位',
      bedsUsed: '已住床位',
      runBy: '运营单位',
      manager: '负责人',
      services: '提供的服务',
    },
    codes: { ...stationKindLabel, ...serviceKindLabel },
  },
}

/** Amounts that are kept in 分. */
const inFen: ReadonlySet<string> = new Set(
  ['amount', 'personPays', 'voucherPays', 'subsidy'].map((field) => `service_record.${field}`),
)

/** The name of a field of any record of a file; undefined where nobody gave it one. */
export const historyFieldWord = (entity: string, field: string): string | undefined =>
  ownWords[entity]?.fields?.[field] ??
  caseFieldWord(entity, field) ??
  fieldWords[field] ??
  recipientFieldLabel[field as RecipientField]

/** The word of a code in any record of a file; undefined where it is none. */
export const historyCodeWord = (entity: string, code: string): string | undefined =>
  ownWords[entity]?.codes?.[code] ?? caseCodeWord(entity, code) ?? codeWords[code]

/** A value of a record beside the person's own, as it is read. */
export function historyValueWords(entity: string, field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number' && inFen.has(`${entity}.${field}`))
    return `${(value / 100).toFixed(2)} 元`
  if (Array.isArray(value))
    return value.map((one) => historyValueWords(entity, field, one)).join('、')
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => historyValueWords(entity, field, one))
      .filter(Boolean)
      .join('，')
  return historyCodeWord(entity, String(value)) ?? String(value)
}
