import { addDays, addMonths } from '../calendar/days'
import { earliestDay, latestDay } from '../calendar/partial-date'
import type { Day, PartialDate } from '../calendar/types'
import type { Category } from '../vocabulary'

/** What a category may depend on that is known with its days. */
export interface DatedFacts {
  readonly birth: PartialDate | null
  /** 外出 of family members; `since` may be known in part, or not at all. */
  readonly absences: readonly {
    readonly since: PartialDate | null
    readonly to: PartialDate | null
  }[]
  /** Overrides, groups and definitions in force. */
  readonly periods: readonly { readonly from: Day; readonly to: Day | null }[]
  readonly assessments: readonly { readonly date: Day }[]
  /** Months of absence after which a child counts as away. */
  readonly awayMonths: readonly number[]
  /** 周岁 at which a category begins. */
  readonly ages: readonly number[]
}

/**
 * The days of the range on which a category may begin or end, the first of the range among them:
 * between two of them nothing dated changes.
 */
export function categoryChangeDays(facts: DatedFacts, range: { from: Day; to: Day }): Day[] {
  const days = new Set<Day>([range.from])
  const note = (day: Day | null): void => {
    if (day !== null && day > range.from && day <= range.to) days.add(day)
  }
  const ends = (date: PartialDate | null): (Day | null)[] =>
    date === null ? [] : [earliestDay(date), latestDay(date)]
  for (const birth of ends(facts.birth)) {
    if (birth === null) continue
    note(birth)
    for (const age of facts.ages) {
      const turns = addMonths(birth, age * 12)
      // 周岁 may be complete on the birthday or the day after.
      note(turns)
      note(addDays(turns, 1))
    }
  }
  for (const { since, to } of facts.absences) {
    for (const day of ends(since)) {
      if (day === null) continue
      note(day)
      for (const months of facts.awayMonths) note(addMonths(day, months))
    }
    for (const day of ends(to)) {
      note(day)
      if (day !== null) note(addDays(day, 1))
    }
  }
  for (const { from, to } of facts.periods) {
    note(from)
    if (to !== null) note(addDays(to, 1))
  }
  for (const { date } of facts.assessments) note(date)
  return [...days].sort()
}

/** A category on the days from–to. */
export interface CategorySpan {
  readonly category: Category
  readonly from: Day
  readonly to: Day
}

/** The categories of the range as periods, asked for on each day on which they may change. */
export function categorySpans(
  changeDays: readonly Day[],
  to: Day,
  heldOn: (day: Day) => readonly Category[],
): CategorySpan[] {
  const spans: CategorySpan[] = []
  const running = new Map<Category, Day>()
  for (const day of changeDays) {
    const held = heldOn(day)
    for (const [category, from] of running) {
      if (held.includes(category)) continue
      spans.push({ category, from, to: addDays(day, -1) })
      running.delete(category)
    }
    for (const category of held) if (!running.has(category)) running.set(category, day)
  }
  for (const [category, from] of running) spans.push({ category, from, to })
  return spans
}
