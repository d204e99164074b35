import type { Day } from '@shared/domain/calendar/types'
import { type Category, categoryLabel, codesOf, reliefKindLabel } from '@shared/domain/vocabulary'
import { findAge } from './age'
import { findIncapacity } from './capacity'
import type { CategoryFacts, CategoryOverrideFact } from './facts'
import { type Finding, no, undecided, yes } from './finding'
import { findEmptyNest, findLivingAlone } from './household'
import { findLeftBehind } from './left-behind'
import type { CategoryRules } from './rules'

/** A category of one person on one day, with the reason shown. */
export interface Classification extends Finding {
  readonly category: Category
  /** 人工认定 in force: `holds` and `reason` are the office's; what the facts say is kept here. */
  readonly overridden: {
    readonly reason: string
    readonly from: Day
    /** What was computed; null for a category that no fact decides. */
    readonly computed: Finding | null
  } | null
}

type Find = (facts: CategoryFacts, rules: CategoryRules, day: Day) => Finding

/** 救助类别 on file decides the category of the same name. */
const byRelief =
  (kind: keyof typeof reliefKindLabel): Find =>
  ({ reliefKinds }) => {
    const label = reliefKindLabel[kind]
    const rule = `救助类别登记有${label}`
    return reliefKinds.includes(kind)
      ? yes(rule, `救助类别登记为${label}`)
      : no(rule, `救助类别中没有${label}`)
  }

const findSevereDisability: Find = ({ disabilityLevel, reliefKinds }) => {
  const rule = '残疾证一级或二级'
  if (disabilityLevel !== null) {
    const reason = `残疾证等级为${disabilityLevel}级`
    return disabilityLevel <= 2 ? yes(rule, reason) : no(rule, reason)
  }
  return reliefKinds.includes('disability')
    ? undecided(rule, ['残疾等级'])
    : no(rule, '没有残疾证登记')
}

/** Categories that facts decide. The rest (五老, 三无 …) hold only by the office's word. */
const findings: Partial<Record<Category, Find>> = {
  leftBehind: findLeftBehind,
  emptyNest: findEmptyNest,
  livingAlone: findLivingAlone,
  advancedAge: (facts, rules, day) => findAge(rules.advancedAgeFrom, facts, rules, day),
  incapacitated: (facts, rules) => findIncapacity('full', facts, rules),
  partlyIncapacitated: (facts, rules) => findIncapacity('partial', facts, rules),
  extremePoverty: byRelief('extremePoverty'),
  subsistenceAllowance: byRelief('subsistenceAllowance'),
  marginalIncome: byRelief('marginalIncome'),
  rigidExpenditure: byRelief('rigidExpenditure'),
  specialCare: byRelief('specialCare'),
  povertyMonitored: byRelief('povertyMonitored'),
  severeDisability: findSevereDisability,
  centenarian: (facts, rules, day) => findAge(100, facts, rules, day),
}

/**
 * Every category the facts decide, and every other one the office has ruled on, in the order of
 * the vocabulary. An override in force that day always wins and stays visible beside what the
 * facts say.
 */
export function classify(facts: CategoryFacts, rules: CategoryRules, day: Day): Classification[] {
  const classifications: Classification[] = []
  for (const category of codesOf(categoryLabel)) {
    const computed = findings[category]?.(facts, rules, day) ?? null
    const override = overrideOn(facts.overrides, category, day)
    if (override !== null) {
      classifications.push({
        category,
        holds: override.holds,
        reason: `人工认定：${override.reason}`,
        rule: computed?.rule ?? '由经办人认定',
        unknown: [],
        overridden: { reason: override.reason, from: override.from, computed },
      })
    } else if (computed !== null) {
      classifications.push({ category, ...computed, overridden: null })
    }
  }
  return classifications
}

/** Of several in force the one that began last, then the one entered last. */
function overrideOn(
  overrides: readonly CategoryOverrideFact[],
  category: Category,
  day: Day,
): CategoryOverrideFact | null {
  return overrides
    .filter((one) => one.category === category && one.from <= day && (one.to ?? day) >= day)
    .reduce<CategoryOverrideFact | null>(
      (latest, one) => (latest === null || one.from >= latest.from ? one : latest),
      null,
    )
}

/** The categories that hold, for lists and filters. */
export function categoriesHeld(classifications: readonly Classification[]): Category[] {
  return classifications.filter(({ holds }) => holds).map(({ category }) => category)
}
