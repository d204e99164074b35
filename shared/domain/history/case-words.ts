import { activityMachine } from '../activities/machine'
import { activityKindLabel, activityRoleLabel } from '../activities/vocabulary'
import { agreementMachine } from '../care-agreements/machine'
import { agreementKindLabel } from '../care-agreements/vocabulary'
import { hazardMachine } from '../hazards/machine'
import { hazardGradeLabel, hazardKindLabel, hazardSourceLabel } from '../hazards/vocabulary'
import { incidentMachine } from '../incidents/machine'
import { defaultProtocol } from '../incidents/protocol'
import { outingMachine } from '../outings/machine'
import { reportChannelLabel, reporterLabel } from '../outings/vocabulary'
import { absenceReasonLabel, absenceScopeLabel } from '../vocabulary'
import { stateLabels } from '../ledgers/machine'
import { generalLedgers, ledgers, type LedgerEntry } from '../ledgers/registry'
import { ownSteps, stepOutcomeLabel } from '../ledgers/steps'
import { needMachine } from '../needs/machine'
import { supportCaseMachine } from '../support-cases/machine'
import { disputeKindLabel, disputeOutcomeLabel } from '../support-cases/vocabulary'
import { taskMachine } from '../tasks/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  needSourceLabel,
  urgencyLabel,
} from '../needs/vocabulary'

/** What the fields of cases and their steps are called. */
const fieldWords: Readonly<Record<string, string>> = {
  state: '状态',
  openedOn: '登记日期',
  closedOn: '办结日期',
  dueOn: '要求办结',
  helperId: '帮扶人',
  responsible: '责任人',
  kind: '类别',
  content: '内容',
  meetingId: '会议',
  matterKey: '议题',
  grade: '等级',
  foundBy: '检查人',
  measure: '整改措施',
  supporter: '赡养人或对方',
  claim: '诉求',
  entrustor: '委托人',
  entrustorRelation: '委托人关系',
  entrustorPhone: '委托人电话',
  carerRelation: '照料人关系',
  carerPhone: '照料人电话',
  pay: '费用',
  healthChecks: '体检安排',
  emergencyCare: '紧急送医授权',
  further: '补充约定',
  signedOn: '签订日期',
  termFrom: '起始日期',
  endReason: '终止原因',
  scope: '外出范围',
  since: '外出起始',
  expectedReturn: '预计返回',
  reporter: '由谁报告',
  channel: '报告方式',
  returnedOn: '返回日期',
  familyMemberId: '家庭成员',
  urgency: '紧急程度',
  source: '来源',
  level: '办理层级',
  contactId: '走访',
  discoveredAt: '发现时间',
  discoveredBy: '发现人',
  place: '地点',
  situation: '情况',
  cost: '花费',
  result: '办理结果',
  step: '步骤',
  outcome: '做了没有',
  day: '日期',
  time: '时间',
  by: '谁做的',
  how: '方式',
  toWhom: '对谁',
  note: '说明',
  name: '名称',
  series: '系列',
  heldOn: '活动日期',
  purpose: '目的',
  theme: '主题',
  audience: '对象',
  participants: '参加人员',
  schedule: '流程',
  cautions: '注意事项',
  duties: '分工',
  villageId: '村（社区）',
  recipientId: '关爱对象',
  reason: '原因',
  present: '到场',
  role: '身份',
  item: '物资',
  quantity: '数量',
  unit: '单位',
  price: '单价',
  spent: '实支',
  paidOn: '支付日期',
  payee: '收款人',
  voucher: '单据',
}

/** Codes of each record's own lists: `done` is one thing of a need and another of a step. */
const codeWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  need: {
    ...needLedgerKindLabel,
    ...needSourceLabel,
    ...needLevelLabel,
    ...urgencyLabel,
    ...stateLabels(needMachine),
  },
  hazard: {
    ...hazardKindLabel,
    ...hazardGradeLabel,
    ...hazardSourceLabel,
    ...stateLabels(hazardMachine),
  },
  outing: {
    ...reporterLabel,
    ...reportChannelLabel,
    ...absenceScopeLabel,
    ...absenceReasonLabel,
    ...stateLabels(outingMachine),
  },
  care_agreement: { ...agreementKindLabel, ...stateLabels(agreementMachine) },
  support_case: {
    ...disputeKindLabel,
    ...disputeOutcomeLabel,
    ...stateLabels(supportCaseMachine),
  },
  task: stateLabels(taskMachine),
  incident: {
    ...Object.fromEntries(defaultProtocol.kinds.map(({ code, label }) => [code, label])),
    ...stateLabels(incidentMachine),
  },
  activity: { ...activityKindLabel, ...stateLabels(activityMachine) },
  activity_person: activityRoleLabel,
  activity_line: {},
  case_step: { ...stepOutcomeLabel, ...ownSteps },
}

/** The name of a case's or step's field; undefined of other records. */
export const caseFieldWord = (entity: string, field: string): string | undefined =>
  entity in codeWords ? fieldWords[field] : undefined

/** The word of a code of a case's or step's own; undefined where it is none. */
export const caseCodeWord = (entity: string, code: unknown): string | undefined =>
  typeof code === 'string' ? (codeWords[entity]?.[code] ?? stepWord(entity, code)) : undefined

/** A step's code may be a move of any ledger: the step's own record names it in its subject. */
const stepWord = (entity: string, code: string): string | undefined =>
  entity === 'case_step' ? stepWords.get(code) : undefined

const stepWords: ReadonlyMap<string, string> = new Map(
  Object.values<LedgerEntry>({ ...ledgers, ...generalLedgers }).flatMap(
    ({ machine, steps = {} }) => [
      ...Object.entries(steps),
      ...Object.entries(machine.moves).map(([name, { label }]) => [name, label] as const),
    ],
  ),
)
