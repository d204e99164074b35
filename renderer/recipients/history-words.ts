import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { entityLabel } from '@shared/domain/entity-labels'
import { operationLabels } from '@shared/domain/operation-labels'
import { benefitStateLabel } from '@shared/domain/benefits/vocabulary'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { chainLevelLabel, pairingRoleLabel } from '@shared/domain/pairings/vocabulary'
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
} from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { caseCodeWord, caseFieldWord } from '../ledgers/history-words'
import { factWords } from '@shared/domain/facts/words'

export type HistoryEntry = OutputOf<'recipients.history'>[number]

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
  recipientId: '所在档案',
  mergedIntoId: '并入档案',
  category: '类别',
  holds: '认定',
  kind: '方式',
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

const codeWords: Record<string, string> = {
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

export const operationOf = (entry: HistoryEntry): string =>
  operationLabels[entry.operation] ?? entityLabel[entry.entity] ?? entry.operation

/** `家庭成员 尹强`, `走访联系 2026-11-03 入户`. */
const entityOf = ({ entity, subject }: HistoryEntry): string =>
  [entityLabel[entity] ?? '记录', subject].filter(Boolean).join(' ')

export interface HistoryWords {
  words: string
  /** The field whose value before can be given back, and that value in words. */
  restore?: { field: string; before: string }
}

const factsInLine = 4

/** `居住情况：与子女 → 独居`, or what was added with which facts, hidden or shown again. */
export function changeWords(entry: HistoryEntry, dictionaries: Dictionaries): HistoryWords[] {
  const reason = entry.fields.find(({ field }) => field === 'reason')?.to
  const why = typeof reason === 'string' && reason !== '' ? `：${reason}` : ''
  switch (entry.kind) {
    case 'create':
      return creationWords(entry, dictionaries)
    case 'void':
      return [{ words: `隐去${entityOf(entry)}${why}` }]
    case 'unvoid':
      return [{ words: `恢复${entityOf(entry)}${why}` }]
    case 'update':
      return entry.fields.map(({ field, from, to, restorable }) => {
        const place = entry.entity === 'recipient' && !entry.subject ? '' : `${entityOf(entry)} `
        const [before, after] = [from, to].map((value) =>
          valueWords(entry, field, value, dictionaries),
        ) as [string, string]
        const words = `${place}${labelOf(entry, field)}：${before} → ${after}${sourceOf(entry)}`
        return restorable ? { words, restore: { field, before } } : { words }
      })
  }
}

function creationWords(entry: HistoryEntry, dictionaries: Dictionaries): HistoryWords[] {
  const facts = entry.fields.map(
    ({ field, to }) => `${labelOf(entry, field)} ${valueWords(entry, field, to, dictionaries)}`,
  )
  const title = `新增${entityOf(entry)}`
  if (facts.length === 0) return [{ words: title + sourceOf(entry) }]
  const lines: HistoryWords[] = []
  for (let at = 0; at < facts.length; at += factsInLine) {
    const part = facts.slice(at, at + factsInLine).join('，')
    lines.push({ words: at === 0 ? `${title}${sourceOf(entry)}：${part}` : part })
  }
  return lines
}

/** The file an import took it from. */
const sourceOf = ({ operation, cause }: HistoryEntry): string =>
  operation === 'imports.apply' && cause ? `（${cause}）` : ''

const isOwn = (entry: HistoryEntry, field: string): field is RecipientField =>
  entry.entity === 'recipient' && field in recipientFieldLabel

const labelOf = (entry: HistoryEntry, field: string): string =>
  (isOwn(entry, field) ? recipientFieldLabel[field] : caseFieldWord(entry.entity, field)) ??
  partFieldWords[field] ??
  recipientFieldLabel[field as RecipientField] ??
  field

/** Codes of dictionaries in the records beside the person's own, by record and field. */
const partDictionaries: Record<string, DictionaryKey> = {
  'family_member.relation': 'relation',
  'absence_period.reason': 'absenceReason',
}

/** Codes that mean something else in another record: a call to a child is no left-behind child. */
const partCodes: Record<string, Readonly<Record<string, string>>> = {
  'contact.kind': contactKindLabel,
}

function valueWords(
  entry: HistoryEntry,
  field: string,
  value: unknown,
  dictionaries: Dictionaries,
): string {
  const dictionary = partDictionaries[`${entry.entity}.${field}`]
  const words = isOwn(entry, field)
    ? factWords(field, value, dictionaries)
    : dictionary
      ? dictionaries.words(dictionary, value as string | null)
      : (partCodes[`${entry.entity}.${field}`]?.[String(value)] ??
        caseCodeWord(entry.entity, value) ??
        partWords(value))
  return words || '空'
}

function partWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(partWords).join('、')
  return codeWords[String(value)] ?? String(value)
}
