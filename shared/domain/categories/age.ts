import { ageOn, formatAge } from '@shared/domain/calendar/age'
import type { Day } from '@shared/domain/calendar/types'
import type { CategoryFacts } from './facts'
import { type Answer, type Finding, no, undecided, yes } from './finding'
import type { CategoryRules } from './rules'

const birthMissing = '出生日期'

function hasReached(age: number, facts: CategoryFacts, rules: CategoryRules, day: Day): Answer {
  const span = facts.birth === null ? null : ageOn(facts.birth, day, rules.ageTurns)
  if (span === null) return birthMissing
  if (span.min >= age) return true
  return span.max < age ? false : `完整的${birthMissing}`
}

/** Old enough, or kept among the elders where the age is not known. */
export function isElder(facts: CategoryFacts, rules: CategoryRules, day: Day): Answer {
  const reached = hasReached(rules.elderFrom, facts, rules, day)
  return typeof reached === 'string' && facts.inElderGroup ? true : reached
}

/** 高龄 and 百岁: a bare age. */
export function findAge(
  age: number,
  facts: CategoryFacts,
  rules: CategoryRules,
  day: Day,
): Finding {
  const turns = rules.ageTurns === 'onBirthday' ? '生日当天起算' : '生日次日起算'
  const rule = `年满${age}周岁（${turns}）`
  const reached = hasReached(age, facts, rules, day)
  if (typeof reached === 'string') return undecided(rule, [reached])
  const span = facts.birth === null ? null : ageOn(facts.birth, day, rules.ageTurns)
  const stated = span === null ? '' : formatAge(span)
  return reached
    ? yes(rule, `现年${stated}，已满${age}周岁`)
    : no(rule, `现年${stated}，未满${age}周岁`)
}
