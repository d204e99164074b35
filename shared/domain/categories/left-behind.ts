import type { Day } from '@shared/domain/calendar/types'
import { isElder } from './age'
import type { CategoryFacts, FamilyFact } from './facts'
import { type Answer, type Finding, missingOf, no, people, undecided, yes } from './finding'
import type { CategoryRules } from './rules'
import {
  awayList,
  both,
  called,
  childrenOf,
  awaySpan,
  isAwayFor,
  isOutsideCounty,
  otherSupportersOf,
} from './whereabouts'

/** 留守, by the definition the rules choose. */
export function findLeftBehind(facts: CategoryFacts, rules: CategoryRules, day: Day): Finding {
  const rule = leftBehindDefinition(rules)
  const elder = isElder(facts, rules, day)
  if (elder === false) return no(rule, `未满${rules.elderFrom}周岁`)
  if (facts.livingArrangement === 'institution') return no(rule, '已入住养老机构，不在家中居住')
  const children = childrenOf(facts)
  if (children.length === 0) {
    return facts.childless === true ? no(rule, '没有子女') : undecided(rule, ['子女情况'])
  }
  const found =
    rules.leftBehind === 'anyChildAwayHalfYear'
      ? anyChildAway(children, rules, day)
      : allChildrenOutside(children, otherSupportersOf(facts), rules, day)
  return found.holds && elder !== true ? undecided(rule, [elder]) : found
}

export function leftBehindDefinition({
  leftBehind,
  elderFrom,
  awayMonths,
  unwilling,
}: Pick<CategoryRules, 'leftBehind' | 'elderFrom' | 'awayMonths' | 'unwilling'>): string {
  const span = awaySpan(awayMonths)
  const lacking = unwilling === 'notAtHand' ? '赡养人无赡养能力、不愿赡养' : '赡养人无赡养能力'
  return leftBehind === 'anyChildAwayHalfYear'
    ? `年满${elderFrom}周岁，有子女在外务工或经商满${span}`
    : `年满${elderFrom}周岁，子女全部离开本县满${span}，身边无赡养人或${lacking}`
}

function anyChildAway(children: readonly FamilyFact[], rules: CategoryRules, day: Day): Finding {
  const rule = leftBehindDefinition(rules)
  const span = awaySpan(rules.awayMonths)
  const answers = children.map((child) =>
    both(leftForWork(child), isAwayFor(rules.awayMonths, child, day)),
  )
  const away = children.filter((_, index) => answers[index] === true)
  if (away.length > 0) {
    const doing = `在外${occupation(away)}满${span}${awayList(away)}`
    if (away.length === children.length) return yes(rule, `${all(children)}${doing}`)
    return yes(rule, `${people(children.length)}子女中有${people(away.length)}${doing}`)
  }
  const missing = missingOf(answers)
  if (missing.length > 0) return undecided(rule, missing)
  return no(rule, `没有子女在外务工或经商满${span}${awayList(children)}`)
}

/** Ledgers seldom say why a child is away; only another stated reason counts against work. */
function leftForWork({ absence }: FamilyFact): boolean {
  const reason = absence?.reason ?? null
  return reason === null || reason === 'work' || reason === 'business'
}

function allChildrenOutside(
  children: readonly FamilyFact[],
  others: readonly FamilyFact[],
  rules: CategoryRules,
  day: Day,
): Finding {
  const rule = leftBehindDefinition(rules)
  const span = awaySpan(rules.awayMonths)
  const outside = (member: FamilyFact): Answer =>
    both(isOutsideCounty(member), isAwayFor(rules.awayMonths, member, day))
  const answers = children.map(outside)
  const near = children.filter((_, index) => answers[index] === false)
  if (near.length > 0) return no(rule, near.map((child) => notOutside(child, span)).join('；'))

  const atHand = others.map((member) => ({
    member,
    answer: isSupportAtHand(member, outside(member), rules),
  }))
  const supporter = atHand.find(({ answer }) => answer === true)
  if (supporter) {
    const { member } = supporter
    const refuses = member.willingToSupport === false ? '（登记为不愿赡养，仍负有赡养义务）' : ''
    return no(rule, `身边有赡养人${called(member)}${refuses}`)
  }
  const missing = missingOf([...answers, ...atHand.map(({ answer }) => answer)])
  if (missing.length > 0) return undecided(rule, missing)

  const lacking = others.filter((member) => outside(member) === false)
  const support =
    lacking.length === 0 ? '身边无赡养人' : `身边赡养人${lacking.map(lackOf).join('、')}`
  return yes(
    rule,
    `${all(children)}在县外${occupation(children)}满${span}${awayList(children)}，${support}`,
  )
}

function notOutside(child: FamilyFact, span: string): string {
  if (child.absence === null) return `${called(child)}在老人身边`
  const where = isOutsideCounty(child) === false ? '在县内' : `离开本县未满${span}`
  return `${called(child)}${where}${awayList([child])}`
}

/**
 * Is the supporter near and able, and willing where the office asks for that? `outside` says
 * whether they are long out of the county.
 */
function isSupportAtHand(
  member: FamilyFact,
  outside: Answer,
  { unwilling }: CategoryRules,
): Answer {
  const { ableToSupport: able, willingToSupport } = member
  const willing = unwilling === 'atHand' ? true : willingToSupport
  if (able === false || willing === false || outside === true) return false
  if (outside !== false) return outside
  if (able === null) return `${called(member)}有无赡养能力`
  return willing ?? `${called(member)}是否愿意赡养`
}

const lackOf = (member: FamilyFact): string =>
  `${called(member)}${member.ableToSupport === false ? '无赡养能力' : '不愿赡养'}`

const all = (children: readonly FamilyFact[]): string =>
  children.length === 1 ? called(children[0]!) : `${people(children.length)}子女均`

/** 务工, 经商 or 务工经商 where every reason is stated; else nothing is claimed. */
function occupation(members: readonly FamilyFact[]): string {
  const reasons = new Set(members.map(({ absence }) => absence?.reason ?? null))
  const work = reasons.delete('work') ? '务工' : ''
  const business = reasons.delete('business') ? '经商' : ''
  return reasons.size === 0 ? work + business : ''
}
