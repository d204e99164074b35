import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import { categoryRulesToday } from '@db/repositories/category-rules'
import { absenceOn, groupsOn, type RosterPerson } from '@db/repositories/roster'
import { abilityLevelOn, abilityScoreOn } from '@shared/domain/assessments/latest'
import type { Day } from '@shared/domain/calendar/types'
import { classify, type Classification } from '@shared/domain/categories/classify'
import type { CategoryFacts } from '@shared/domain/categories/facts'
import type { ReliefKind } from '@shared/domain/vocabulary'

const kept = keptWith<RosterPerson, Classification[]>()

/** 类别 of today with their reasons, under the definitions the office has in force. */
export function classificationsOf(ctx: StoreContext, person: RosterPerson): Classification[] {
  const rules = categoryRulesToday(ctx)
  return kept(person, [rules], () => classify(categoryFactsOf(person, ctx.today), rules, ctx.today))
}

/**
 * The person's file as the rules of 分类 see it on a day: what is kept with its days as of that day,
 * everything else as it is known now.
 */
export function categoryFactsOf(person: RosterPerson, day: Day): CategoryFacts {
  return {
    birth: person.birthDate,
    inElderGroup: groupsOn(person.groupSpans, day).includes('elder'),
    livingArrangement: person.livingArrangement,
    spouseAtHome: isSpouseAtHome(person, day),
    family: person.family.map((member) => {
      const absence = absenceOn(member.absences, day)
      return absence === member.absence ? member : { ...member, absence }
    }),
    childless: person.hasNoChildren ? true : null,
    health: person.health,
    selfCare: person.selfCare,
    assessmentScore: abilityScoreOn(person.assessments, day),
    assessmentLevel: abilityLevelOn(person.assessments, day),
    reliefKinds: person.reliefKinds as ReliefKind[],
    disabilityLevel: person.disabilityLevel,
    overrides: person.overrides,
  }
}

function isSpouseAtHome({ family, marital }: RosterPerson, day: Day): boolean | null {
  const spouse = family.find(({ relation }) => relation === 'spouse')
  if (spouse) return absenceOn(spouse.absences, day) ? false : spouse.livesTogether
  return marital === null || marital === 'married' || marital === 'unknown' ? null : false
}
