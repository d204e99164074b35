import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import { categoryRulesToday, loadCategoryRules } from '@db/repositories/category-rules'
import { absenceOn, type RosterPerson } from '@db/repositories/roster'
import type { Day } from '@shared/domain/calendar/types'
import { abilityScoreOn } from '@shared/domain/assessments/latest'
import { classify, type Classification } from '@shared/domain/categories/classify'
import { categoryRulesOn, type CategoryRules } from '@shared/domain/categories/rules'
import type { CriterionFacts } from '@shared/domain/criteria/facts'
import { holdsOn } from '@shared/domain/periods'
import { categoryFactsOf, classificationsOf } from '.'

/** The person's file as rules of tiers and benefits see it today. */
export function criterionFactsOf(ctx: StoreContext, person: RosterPerson): CriterionFacts {
  return factsFrom(person, categoryRulesToday(ctx), classificationsOf(ctx, person), ctx.today)
}

/**
 * The same as of another day: periods (absences, groups, overrides, assessments) and rules are
 * those of that day, other facts as known now.
 */
export function criterionFactsOn(ctx: StoreContext, now: RosterPerson, day: Day): CriterionFacts {
  if (day === ctx.today) return criterionFactsOf(ctx, now)
  const rules = categoryRulesOn(loadCategoryRules(ctx), day)
  // A preview asks the same of everybody under the rules before and after.
  return kept(now, [day, rules], () => factsOn(now, rules, day))
}

const kept = keptWith<RosterPerson, CriterionFacts>()

function factsOn(now: RosterPerson, rules: CategoryRules, day: Day): CriterionFacts {
  const groups = now.groupSpans.filter((span) => holdsOn(span, day)).map(({ group }) => group)
  const person: RosterPerson = {
    ...now,
    groups: groups.length > 0 ? groups : now.groups,
    family: now.family.map((member) => ({ ...member, absence: absenceOn(member.absences, day) })),
  }
  return factsFrom(person, rules, classify(categoryFactsOf(person, day), rules, day), day)
}

function factsFrom(
  person: RosterPerson,
  { ageTurns }: CategoryRules,
  classifications: readonly Classification[],
  day: Day,
): CriterionFacts {
  return {
    birth: person.birthDate,
    ageTurns,
    groups: person.groups,
    categories: new Map(classifications.map((one) => [one.category, one])),
    family: person.family,
    childless: person.hasNoChildren ? true : null,
    reliefKinds: person.reliefKinds,
    disabilityLevel: person.disabilityLevel,
    abilityScore: abilityScoreOn(person.assessments, day),
    incomeSources: person.incomeSources,
    annualIncome: person.annualIncome,
    serviceNeeds: person.serviceNeeds,
    diseases: person.chronicDiseases,
  }
}
