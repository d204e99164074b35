import { benefitPresets } from '../benefits/presets'

/*
 * 待遇 in ledgers: a column of its own (高龄津贴（元/月）), or a heading with several below it
 * (低保 › 金额、类别、享受时间).
 */

/** How offices call benefits of the catalogue, by their codes. Keys are as `headerKey` leaves them. */
const words = {
  subsistenceAllowance:
    '最低生活保障金 最低生活保障 农村低保 低保救助金 低保补助金 低保补助 低保待遇 低保补差 低保金 低保',
  extremePovertyAtHome:
    '特困供养金 特困人员供养金 分散供养金 特困补助 特困待遇 特困金 五保供养金 五保金 特困',
  oldAgeAllowance:
    '高龄老人津贴 高龄老人补贴 高龄生活补贴 高龄生活保健补贴 高龄保健补贴 高龄津贴 高龄补贴 高龄补助 老龄津贴 老龄补贴 长寿津贴 长寿补贴 尊老金',
  careServiceSubsidy: '养老服务补贴 居家养老服务补贴 居家养老补贴 经济困难老人补贴 养老补贴',
  nursingSubsidy:
    '失能老年人护理补贴 失能老人护理补贴 失能护理补贴 失能补贴 老年人护理补贴 护理补贴',
  disabledLivingSubsidy: '困难残疾人生活补贴 残疾人生活补贴 残疾生活补贴 困难残疾人补贴',
  disabledNursingSubsidy: '重度残疾人护理补贴 残疾人护理补贴 重残护理补贴 残疾护理补贴',
} as const
export type BenefitColumn = keyof typeof words

export const benefitColumns = Object.keys(words) as BenefitColumn[]

/** What a ledger says of a benefit: that it is paid and how much, since when, and in which class. */
export const benefitAspects = {
  amount: {
    label: '金额',
    words:
      '金额 标准 元 元月 元年 元每月 月 每月 每月金额 月金额 月标准 月补贴 月保障金 保障金 补助金额 补贴金额 救助金额 保障金额 发放金额 发放标准 补助标准 补贴标准 享受金额 享受标准 领取金额 补差 补差金额 月领取额 享受 是否享受 已享受 享受情况 领取 是否领取 领取情况 发放 是否发放 发放情况',
  },
  since: {
    label: '享受时间',
    words:
      '起始时间 起始日期 起始年月 开始时间 开始日期 享受时间 享受日期 享受年月 享受起始时间 享受起始日期 享受开始时间 开始享受时间 起享时间 起领时间 开始领取时间 领取时间 发放时间 发放起始时间 审批时间 审批日期 批准时间 批准日期 纳入时间 时间',
  },
  level: {
    label: '等级',
    words: '类别 等级 级别 档次 档别 档 类型 类 分类 保障类别 分档 几档 几类',
  },
} as const
export type BenefitAspect = keyof typeof benefitAspects
export type BenefitField = `${BenefitColumn}.${BenefitAspect}`

const aspects = Object.keys(benefitAspects) as BenefitAspect[]

function ofFields(text: (column: BenefitColumn, aspect: BenefitAspect) => string) {
  return Object.fromEntries(
    benefitColumns.flatMap((column) =>
      aspects.map((aspect) => [`${column}.${aspect}`, text(column, aspect)]),
    ),
  ) as Record<BenefitField, string>
}

const titles = new Map(benefitPresets.map(({ code, title }) => [code, title]))
export const benefitTitle = (column: BenefitColumn): string => titles.get(column) ?? column

export const benefitFieldLabel = ofFields(
  (column, aspect) => `${benefitTitle(column)}：${benefitAspects[aspect].label}`,
)
export const benefitAttributes = ofFields((_, aspect) => benefitAspects[aspect].words)
export const benefitWords = Object.entries(words) as [BenefitColumn, string][]

const all = benefitWords
  .flatMap(([column, list]) => list.split(' ').map((word) => [word, column] as const))
  .sort(([one], [other]) => other.length - one.length)
const rests = new Set(Object.values(benefitAspects).flatMap(({ words }) => words.split(' ')))
/** Words that are somebody's standing first and a benefit only with more beside them. */
const standings = new Set(['低保', '特困'])

/** The benefit a header names, with what it says of it; 低保户姓名 names none. */
export function benefitNamed(key: string): { subject: BenefitColumn; rest: string } | undefined {
  for (const [word, subject] of all) {
    const at = key.indexOf(word)
    if (at < 0) continue
    const rest = (key.slice(0, at) + key.slice(at + word.length)).replace(/^(情况|信息)$/, '')
    if (rest === '' || rests.has(rest)) return { subject, rest }
  }
  return undefined
}

/** The benefit a part of a cell names: 高龄津贴100元. A bare 低保 says who somebody is. */
export function benefitIn(text: string): BenefitColumn | undefined {
  const found = all.find(([word]) => text.includes(word))
  return found && (!standings.has(found[0]) || /\d/.test(text)) ? found[1] : undefined
}

export const isBenefit = (subject: string): subject is BenefitColumn => subject in words
