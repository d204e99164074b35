import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
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

const kept = keptWith<RosterPerson, readonly CategorySpan[]>()

/** 类别 day by day over a range, under the definitions of each day. */
export function categorySpansOf(
  ctx: StoreContext,
  person: RosterPerson,
  range: DayWindow,
): readonly CategorySpan[] {
  const definitions = loadCategoryRules(ctx)
  return kept(person, [definitions, range.from, range.to], () =>
    readSpans(person, definitions, range),
  )
}

function readSpans(
  person: RosterPerson,
  definitions: readonly CategoryRules[],
  range: DayWindow,
): readonly CategorySpan[] {
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
  return categorySpans(days, range.to, (day) =>
    categoriesHeld(classify(categoryFactsOf(person, day), categoryRulesOn(definitions, day), day)),
  )
}
