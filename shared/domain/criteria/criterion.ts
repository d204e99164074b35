import { ageOn, formatAge } from '../calendar/age'
import type { Day } from '../calendar/types'
import { people } from '../categories/finding'
import { called, childrenOf, isOutsideCounty } from '../categories/whereabouts'
import {
  categoryLabel,
  incomeSourceLabel,
  needKindLabel,
  recipientGroupLabel,
  reliefKindLabel,
  type Category,
  type RecipientGroup,
} from '../vocabulary'
import type { CriterionFacts } from './facts'

/**
 * One condition of a rule, as data an office may edit. Rules that say who belongs to a service tier
 * and rules that say who should have a benefit are made of the same conditions.
 */
export type Criterion =
  /** 周岁 from and up to, both included; null is open. */
  | { readonly kind: 'age'; readonly from: number | null; readonly upTo: number | null }
  | { readonly kind: 'group'; readonly anyOf: readonly RecipientGroup[] }
  | { readonly kind: 'category'; readonly anyOf: readonly Category[] }
  | { readonly kind: 'noCategory'; readonly noneOf: readonly Category[] }
  | { readonly kind: 'relief'; readonly anyOf: readonly string[] }
  | { readonly kind: 'noRelief'; readonly noneOf: readonly string[] }
  /** 残疾等级, 1 the worst: this level or a worse one. */
  | { readonly kind: 'disabilityLevel'; readonly upTo: number }
  /** GB/T 42195-2022 total of at most this. */
  | { readonly kind: 'abilityScore'; readonly upTo: number }
  /** No child lives in the county. */
  | { readonly kind: 'noChildNearby' }
  /** One of these sources of income, or at least this much a year (yuan). */
  | { readonly kind: 'income'; readonly anyOf: readonly string[]; readonly atLeast: number | null }
  | { readonly kind: 'need'; readonly anyOf: readonly string[] }
  /** One of these words in what the file names as diseases: 痴呆 finds 老年痴呆. */
  | { readonly kind: 'disease'; readonly anyOf: readonly string[] }
export type CriterionKind = Criterion['kind']

/** What a person's facts say to a condition. */
export interface Judgement {
  /** Null where facts are missing that could decide it either way. */
  readonly holds: boolean | null
  /** In words a clerk can check. */
  readonly words: string
  /** The missing facts (信息待补); empty where it is certain. */
  readonly missing: readonly string[]
}

const met = (words: string): Judgement => ({ holds: true, words, missing: [] })
const unmet = (words: string): Judgement => ({ holds: false, words, missing: [] })
const open = (missing: readonly string[]): Judgement => ({
  holds: null,
  words: `尚缺${missing.join('、')}`,
  missing,
})

const labelled = (labels: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes.map((code) => labels[code] ?? code).join('、')

/** `年满80周岁`, `属于低保、重点优抚`: what the condition asks. */
export function criterionWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'age': {
      const { from, upTo } = criterion
      if (from === null) return upTo === null ? '不限年龄' : `${upTo}周岁及以下`
      return upTo === null ? `年满${from}周岁` : `${from}至${upTo}周岁`
    }
    case 'group':
      return `群体为${labelled(recipientGroupLabel, criterion.anyOf)}`
    case 'category':
      return `属于${labelled(categoryLabel, criterion.anyOf)}${criterion.anyOf.length > 1 ? '之一' : ''}`
    case 'noCategory':
      return `不属于${labelled(categoryLabel, criterion.noneOf)}`
    case 'relief':
      return `救助类别有${labelled(reliefKindLabel, criterion.anyOf)}${criterion.anyOf.length > 1 ? '之一' : ''}`
    case 'noRelief':
      return `没有${labelled(reliefKindLabel, criterion.noneOf)}`
    case 'disabilityLevel':
      return criterion.upTo === 1 ? '残疾证一级' : `残疾证一至${'一二三四'[criterion.upTo - 1]}级`
    case 'abilityScore':
      return `能力评估${criterion.upTo}分及以下`
    case 'noChildNearby':
      return '县内没有子女照顾'
    case 'income': {
      const { anyOf, atLeast } = criterion
      const parts = [
        anyOf.length > 0 ? `有${labelled(incomeSourceLabel, anyOf)}` : '',
        atLeast === null ? '' : `年收入不少于${atLeast}元`,
      ]
      return parts.filter(Boolean).join('，或') || '有收入'
    }
    case 'need':
      return `需要${labelled(needKindLabel, criterion.anyOf)}`
    case 'disease':
      return `患有${criterion.anyOf.join('、')}${criterion.anyOf.length > 1 ? '之一' : ''}`
  }
}

/** Whether the condition holds of a person on a day; a missing fact is never taken for a no. */
export function judge(criterion: Criterion, facts: CriterionFacts, day: Day): Judgement {
  switch (criterion.kind) {
    case 'age':
      return judgeAge(criterion, facts, day)
    case 'group': {
      const held = facts.groups.filter((group) => criterion.anyOf.includes(group))
      return held.length > 0
        ? met(`群体为${labelled(recipientGroupLabel, held)}`)
        : unmet(`不是${labelled(recipientGroupLabel, criterion.anyOf)}`)
    }
    case 'category':
      return judgeCategories(criterion.anyOf, facts)
    case 'noCategory':
      return not(judgeCategories(criterion.noneOf, facts))
    case 'relief':
      return judgeRelief(criterion.anyOf, facts)
    case 'noRelief':
      return not(judgeRelief(criterion.noneOf, facts))
    case 'disabilityLevel':
      return judgeDisability(criterion.upTo, facts)
    case 'abilityScore': {
      const { abilityScore: score } = facts
      if (score === null) return open(['能力评估'])
      const words = `能力评估得分${score}分`
      return score <= criterion.upTo ? met(words) : unmet(words)
    }
    case 'noChildNearby':
      return judgeChildren(facts)
    case 'income':
      return judgeIncome(criterion, facts)
    case 'need': {
      const { serviceNeeds } = facts
      if (serviceNeeds.length === 0) return open(['服务需求'])
      const wanted = serviceNeeds.filter((need) => criterion.anyOf.includes(need))
      return wanted.length > 0
        ? met(`需要${labelled(needKindLabel, wanted)}`)
        : unmet(`没有提出${labelled(needKindLabel, criterion.anyOf)}的需求`)
    }
    case 'disease': {
      const { diseases } = facts
      if (diseases.length === 0) return open(['慢性病'])
      const held = diseases.filter((disease) =>
        criterion.anyOf.some((one) => disease.includes(one)),
      )
      return held.length > 0
        ? met(`患有${held.join('、')}`)
        : unmet(`没有登记${criterion.anyOf.join('、')}`)
    }
  }
}

const not = ({ holds, words, missing }: Judgement): Judgement => ({
  holds: holds === null ? null : !holds,
  words,
  missing,
})

function judgeAge(
  { from, upTo }: { from: number | null; upTo: number | null },
  { birth, ageTurns }: CriterionFacts,
  day: Day,
): Judgement {
  if (from === null && upTo === null) return met('不限年龄')
  const span = birth === null ? null : ageOn(birth, day, ageTurns)
  if (span === null) return open(['出生日期'])
  const words = `现年${formatAge(span)}`
  const low = from ?? -Infinity
  const high = upTo ?? Infinity
  if (span.min >= low && span.max <= high) return met(words)
  if (span.max < low) return unmet(`${words}，未满${from}周岁`)
  if (span.min > high) return unmet(`${words}，已过${upTo}周岁`)
  return open(['完整的出生日期'])
}

function judgeCategories(anyOf: readonly Category[], { categories }: CriterionFacts): Judgement {
  const held = anyOf.filter((category) => categories.get(category)?.holds)
  if (held.length > 0) return met(`属于${labelled(categoryLabel, held)}`)
  const missing = anyOf.flatMap((category) => categories.get(category)?.unknown ?? [])
  if (missing.length > 0) return open([...new Set(missing)])
  return unmet(`不属于${labelled(categoryLabel, anyOf)}`)
}

function judgeRelief(anyOf: readonly string[], { reliefKinds }: CriterionFacts): Judgement {
  const held = reliefKinds.filter((kind) => anyOf.includes(kind))
  return held.length > 0
    ? met(`救助类别登记有${labelled(reliefKindLabel, held)}`)
    : unmet(`救助类别中没有${labelled(reliefKindLabel, anyOf)}`)
}

function judgeDisability(
  upTo: number,
  { disabilityLevel: level, reliefKinds }: CriterionFacts,
): Judgement {
  if (level !== null) {
    const words = `残疾证等级为${level}级`
    return level <= upTo ? met(words) : unmet(words)
  }
  return reliefKinds.includes('disability') ? open(['残疾等级']) : unmet('没有残疾证登记')
}

function judgeChildren(facts: CriterionFacts): Judgement {
  const children = childrenOf(facts)
  if (children.length === 0) {
    return facts.childless === true ? met('没有子女') : open(['子女情况'])
  }
  const outside = children.map(isOutsideCounty)
  const near = children.filter((_, at) => outside[at] === false)
  if (near.length > 0) return unmet(`${near.map(called).join('、')}在县内`)
  const missing = outside.filter((answer) => typeof answer === 'string')
  if (missing.length > 0) return open(missing)
  return met(
    children.length === 1
      ? `${called(children[0]!)}在县外`
      : `${people(children.length)}子女均在县外`,
  )
}

function judgeIncome(
  { anyOf, atLeast }: { anyOf: readonly string[]; atLeast: number | null },
  { incomeSources, annualIncome }: CriterionFacts,
): Judgement {
  const sources = incomeSources.filter((source) => anyOf.length === 0 || anyOf.includes(source))
  if (sources.length > 0) return met(`经济来源有${labelled(incomeSourceLabel, sources)}`)
  const least = atLeast ?? (anyOf.length === 0 ? 1 : Infinity)
  if (annualIncome !== null && annualIncome >= least) return met(`年收入${annualIncome}元`)
  const missing = [
    ...(incomeSources.length === 0 ? ['经济来源'] : []),
    ...(annualIncome === null && least < Infinity ? ['年收入'] : []),
  ]
  return missing.length > 0
    ? open(missing)
    : unmet(`没有${labelled(incomeSourceLabel, anyOf) || '收入'}`)
}

/** All conditions together: one certain no decides, then what is missing, else yes. */
export function judgeAll(
  criteria: readonly Criterion[],
  facts: CriterionFacts,
  day: Day,
): Judgement {
  return all(criteria.map((criterion) => judge(criterion, facts, day)))
}

export function all(judgements: readonly Judgement[]): Judgement {
  const against = judgements.filter(({ holds }) => holds === false)
  if (against.length > 0) return unmet(joined(against))
  const missing = judgements.flatMap(({ missing }) => missing)
  if (judgements.some(({ holds }) => holds === null)) return open([...new Set(missing)])
  return met(joined(judgements))
}

const joined = (judgements: readonly Judgement[]): string =>
  [...new Set(judgements.map(({ words }) => words))].filter(Boolean).join('，')
