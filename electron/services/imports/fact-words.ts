import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { factWords } from '@shared/domain/facts/words'
import { topicOf } from '@shared/domain/imports/updates'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { genderLabel, pairingModeLabel, recipientGroupLabel } from '@shared/domain/vocabulary'
import { chainLevelLabel } from '@shared/domain/pairings/vocabulary'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'

/** Topics that are no field of a person's own record. */
const topicLabels: Readonly<Record<string, string>> = {
  village: '村（社区）',
  villageGroup: '村民小组',
  groups: '群体',
  claims: '台账登记的类别',
  family: '家庭成员',
  'benefit.held': '待遇',
  'benefit.amount': '待遇金额（元）',
  'benefit.since': '享受时间',
  'benefit.level': '待遇等级',
  account: '一卡通账号',
  'account.holder': '一卡通户名',
  'account.holderRelation': '与户主关系',
  'account.bank': '开户行',
  tier: '服务类别',
  'chain.supervisor': chainLevelLabel.supervisor,
  'chain.firstResponsible': chainLevelLabel.firstResponsible,
  'child.relation': '子女关系',
  'child.phones': '子女电话',
  'child.place': '外出地点',
  'child.since': '外出时间',
  'child.reason': '外出原因',
  'child.homeVisits': '回家频次',
  'helper.gender': '帮扶人性别',
  'helper.kind': '帮扶人身份',
  'helper.unit': '帮扶人单位',
  'helper.post': '帮扶人职务',
  'helper.phones': '帮扶人电话',
  'helper.capacity': '最多帮扶人数',
  'pairing.from': '结对时间',
  'pairing.to': '结束时间',
  'pairing.mode': '结对方式',
  'pairing.commitment': '帮扶内容',
  'pairing.frequency': '承诺频次',
  'pairing.hours': '承诺时数（小时/月）',
  'contact.summary': '主要情况',
  'contact.problem': '发现问题',
  'contact.outcome': '处理结果',
}

/** How a column is called on the screen. */
export function topicLabel(topic: string): string {
  return topicLabels[topic] ?? recipientFieldLabel[topic as RecipientField] ?? topic
}

/** The column, and whose it is where a row tells of several: 外出地点（祁志强）. */
export function factLabel(fact: string): string {
  const topic = topicOf(fact)
  const whose = fact.slice(topic.length + 1)
  return whose === '' ? topicLabel(topic) : `${topicLabel(topic)}（${whose}）`
}

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'helper.gender': genderLabel,
  'pairing.mode': pairingModeLabel,
  groups: recipientGroupLabel,
  tier: serviceTierLabel,
}
const dictionaryOfTopic: Readonly<Record<string, DictionaryKey>> = {
  'child.relation': 'relation',
  'child.reason': 'absenceReason',
  'helper.kind': 'helperKind',
}
const dates: ReadonlySet<string> = new Set([
  'benefit.since',
  'child.since',
  'pairing.from',
  'pairing.to',
])

/** A value as people read it: codes by their labels, dates in words. */
export function shownFact(fact: string, value: unknown, dictionaries: Dictionaries): string {
  const topic = topicOf(fact)
  if (topic in recipientFieldLabel) return factWords(topic as RecipientField, value, dictionaries)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => shownFact(fact, one, dictionaries)).join('、')
  const text = String(value)
  const dictionary = dictionaryOfTopic[topic]
  if (dictionary) return dictionaries.label(dictionary, text)
  return codes[topic]?.[text] ?? (dates.has(topic) ? formatPartialDate(text) : text)
}
