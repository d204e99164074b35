import type { StoreContext } from '@db/context'
import { loadCategoryRules } from '@db/repositories/category-rules'
import type { RosterPerson } from '@db/repositories/roster'
import type { DayWindow } from '@shared/domain/cadence/windows'
import { categoriesHeld, classify } from '@shared/domain/categories/classify'
import {
  categoryRulesOn,
  type CategoryRules,
  defaultCategoryRules,
} from '@shared/domain/categories/rules'
import {
  categoryChangeDays,
  categorySpans,
  type CategorySpan,
} from '@shared/domain/categories/spans'
import { categoryFactsOf } from '.'

/** 百岁 is the one age no definition chooses. */
const CENTENARIAN = 100

/** Kept with the person of a roster, which is built anew with every saved fact. */
const known = new WeakMap<
  RosterPerson,
  { definitions: readonly CategoryRules[]; range: DayWindow; spans: readonly CategorySpan[] }
>()

/** 类别 day by day over a range, under the definitions of each day. */
export function categorySpansOf(
  ctx: StoreContext,
  person: RosterPerson,
  range: DayWindow,
): readonly CategorySpan[] {
  const definitions = loadCategoryRules(ctx)
  const before = known.get(person)
  const isSameRange = before?.range.from === range.from && before.range.to === range.to
  if (before?.definitions === definitions && isSameRange) return before.spans
  const all = [...definitions, defaultCategoryRules]
  const ages = all.flatMap((one) => [one.elderFrom, one.advancedAgeFrom])
  const days = categoryChangeDays(
    {
      birth: person.birthDate,
      absences: person.family.flatMap(({ absences }) => absences),
      periods: [...person.overrides, ...person.groupSpans, ...definitions],
      assessments: person.assessments,
      awayMonths: [...new Set(all.map((one) => one.awayMonths))],
      ages: [...new Set([...ages, CENTENARIAN])],
    },
    range,
  )
  const spans = categorySpans(days, range.to, (day) =>
    categoriesHeld(classify(categoryFactsOf(person, day), categoryRulesOn(definitions, day), day)),
  )
  known.set(person, { definitions, range, spans })
  return spans
}
