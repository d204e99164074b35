import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import {
  absenceReasonLabel,
  absenceScopeLabel,
  categoryLabel,
  exemptionReasonLabel,
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  relationLabel,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { factWords } from '@shared/domain/facts/words'

export type HistoryEntry = OutputOf<'recipients.history'>[number]

const entityWords: Record<string, string> = {
  recipient: '档案',
  status_period: '状态',
  residence_period: '所在村组',
  group_period: '群体',
  category_override: '人工认定',
  risk_period: '风险等级',
  exemption: '豁免',
  family_member: '家庭成员',
  absence_period: '外出情况',
  attachment: '照片附件',
  pairing: '结对',
}

const operationWords: Record<string, string> = {
  'recipients.create': '建档',
  'recipients.update': '修改档案',
  'recipients.bulkEdit': '批量修改',
  'changes.undo': '撤销',
  'recipients.changeStatus': '变更状态',
  'recipients.move': '迁居',
  'recipients.setGroups': '变更群体',
  'recipients.setRisk': '变更风险等级',
  'recipients.overrideCategory': '人工认定',
  'recipients.saveFamilyMember': '家庭成员',
  'recipients.voidFamilyMember': '隐去家庭成员',
  'recipients.setPhoto': '照片',
  'villages.merge': '合村并居',
  'villageGroups.merge': '小组合并',
  'villageGroups.rename': '小组更名',
  'pairings.create': '结对',
  'pairings.end': '结束结对',
  'imports.apply': '台账导入',
  'vault.sample': '样例数据',
}

/** Fields of the records beside the person's own. */
const partFieldWords: Record<string, string> = {
  from: '起',
  to: '止',
  reason: '原因',
  status: '状态',
  group: '群体',
  level: '等级',
  relation: '关系',
  isSupporter: '赡养义务',
  ableToSupport: '赡养能力',
  livesTogether: '同住',
  place: '地点',
  scope: '外出范围',
  since: '外出起始',
  expectedReturn: '预计返回',
  homeVisits: '回家频次',
  note: '备注',
  endReason: '结束原因',
  voidedAt: '更正隐去',
}

const codeWords: Record<string, string> = {
  ...absenceReasonLabel,
  ...absenceScopeLabel,
  ...categoryLabel,
  ...exemptionReasonLabel,
  ...genderLabel,
  ...recipientGroupLabel,
  ...recipientStatusLabel,
  ...relationLabel,
  ...riskLevelLabel,
}

export const operationOf = (entry: HistoryEntry): string =>
  operationWords[entry.operation] ?? entityWords[entry.entity] ?? entry.operation

const entityOf = (entry: HistoryEntry): string => entityWords[entry.entity] ?? entry.entity

/** `居住情况：与子女 → 独居`, or what was added or hidden. */
export function changeWords(entry: HistoryEntry): string[] {
  if (entry.kind === 'create') return [`新增${entityOf(entry)}`]
  if (entry.kind === 'void') {
    const why = entry.fields.find(({ field }) => field === 'reason')?.to
    return [`隐去${entityOf(entry)}${typeof why === 'string' ? `：${why}` : ''}`]
  }
  return entry.fields.map(({ field, from, to }) => {
    const isOwn = entry.entity === 'recipient' && field in recipientFieldLabel
    const label = isOwn ? recipientFieldLabel[field as RecipientField] : partFieldWords[field]
    const words = (value: unknown): string =>
      (isOwn ? factWords(field as RecipientField, value) : partWords(value)) || '空'
    const place = isOwn ? '' : `${entityOf(entry)} `
    return `${place}${label ?? recipientFieldLabel[field as RecipientField] ?? field}：${words(from)} → ${words(to)}`
  })
}

function partWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(partWords).join('、')
  return codeWords[String(value)] ?? String(value)
}
