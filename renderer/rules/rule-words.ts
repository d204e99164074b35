import { rulePeriodLabel } from '@shared/domain/cadence/vocabulary'
import {
  categoryLabel,
  contactKindLabel,
  recipientGroupLabel,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'

type RuleRow = OutputOf<'rules.list'>['rules'][number]

export const standingWord = { inForce: '在用', coming: '未启用', ended: '已停用' } as const

/** `老人`, `独居老人`: whom a rule binds. */
export function boundWords(rule: Pick<RuleRow, 'group' | 'category' | 'riskLevel'>): string {
  const words = [
    rule.riskLevel && riskLevelLabel[rule.riskLevel],
    rule.category && categoryLabel[rule.category],
    rule.group && recipientGroupLabel[rule.group],
  ].filter(Boolean)
  return words.length > 0 ? words.join('·') : '全部在册对象'
}

export function askWords({
  count,
  period,
  kinds,
}: Pick<RuleRow, 'count' | 'period' | 'kinds'>): string {
  const counting = kinds.map((kind) => contactKindLabel[kind]).join('、')
  return period === 'change'
    ? `重大变化后次日前 1 次（${counting}）`
    : `每${rulePeriodLabel[period]} ${count} 次（${counting}）`
}

/** The national rule of a new vault holds from before any record: it has no first day to show. */
const sinceEver = '1901'

export function spanWords({ from, to }: Pick<RuleRow, 'from' | 'to'>): string {
  if (from < sinceEver) return to ? `到 ${formatDay(to)} 止` : '长期'
  return to ? `${formatDay(from)} 至 ${formatDay(to)}` : `${formatDay(from)} 起`
}
