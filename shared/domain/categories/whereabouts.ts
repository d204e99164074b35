import { addMonths } from '@shared/domain/calendar/days'
import { earliestDay, formatPartialDate, latestDay } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { presetDictionaries } from '@shared/domain/dictionaries/dictionary'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import type { AbsenceFact, CategoryFacts, FamilyFact } from './facts'
import type { Answer } from './finding'

/** 子女 of the person; a supporter whose relation nobody wrote down is taken for one. */
export function childrenOf(facts: Pick<CategoryFacts, 'family'>): FamilyFact[] {
  return facts.family.filter(
    ({ relation, isSupporter }) =>
      relation === 'son' || relation === 'daughter' || (relation === null && isSupporter),
  )
}

/** Supporters other than the children; a spouse's duty is not 赡养. */
export function otherSupportersOf(facts: CategoryFacts): FamilyFact[] {
  const children = childrenOf(facts)
  return facts.family.filter(
    (member) => member.isSupporter && member.relation !== 'spouse' && !children.includes(member),
  )
}

/** `儿子解强`, or `子女解强` where the relation is not known. */
export function called(member: FamilyFact): string {
  return `${member.relation === null ? '子女' : presetDictionaries.label('relation', member.relation)}${member.name}`
}

/** Is the member away from the elder's home? */
export function isAway(member: FamilyFact): Answer {
  if (member.livesTogether === true) return false
  if (member.absence !== null) return true
  return member.livesTogether === null ? `${called(member)}现在何处` : false
}

export function isOutsideCounty(member: FamilyFact): Answer {
  const away = isAway(member)
  if (away !== true || member.absence === null) return away
  const { scope } = member.absence
  if (scope === 'unknown') return `${called(member)}外出地点是否在县外`
  return scope !== 'insideCounty'
}

/** 半年, 一年 or so many months. */
export function awaySpan(months: number): string {
  if (months === 6) return '半年'
  return months % 12 === 0 ? `${months / 12}年` : `${months}个月`
}

/** Has the member been away so many months to the day since leaving? */
export function isAwayFor(months: number, member: FamilyFact, day: Day): Answer {
  const away = isAway(member)
  if (away !== true || member.absence === null) return away
  const { since } = member.absence
  const earliest = since === null ? null : earliestDay(since)
  const latest = since === null ? null : latestDay(since)
  if (latest !== null && addMonths(latest, months) <= day) return true
  if (earliest !== null && addMonths(earliest, months) > day) return false
  return `${called(member)}外出起始时间`
}

/** Both must be so; a certain no outweighs what is missing. */
export function both(one: Answer, other: Answer): Answer {
  if (one === false || other === false) return false
  return one === true ? other : one
}

/** `东莞 2014年，回家：每年春节`, as far as known. */
function placeAndTime(absence: AbsenceFact): string {
  const { place, scope, since, expectedReturn, homeVisits } = absence
  const where = place ?? (scope === 'unknown' ? '地点不详' : absenceScopeLabel[scope])
  return [
    since === null ? where : `${where} ${formatPartialDate(since)}`,
    expectedReturn && `预计返回：${expectedReturn}`,
    homeVisits && `回家：${homeVisits}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** `（东莞 2014年、苏州 2019年）` of all that are away; empty where nobody is. */
export function awayList(members: readonly FamilyFact[]): string {
  const places = members.flatMap(({ absence }) => (absence === null ? [] : [placeAndTime(absence)]))
  return places.length === 0 ? '' : `（${places.join('、')}）`
}
