import type { AgeTurns } from '@shared/domain/calendar/age'
import type { Day } from '@shared/domain/calendar/types'

/**
 * 分类口径, dated data an office may edit. Published definitions differ from place to place, so each
 * result names the one it was found by. In force from `from` to `to` (inclusive, null while it lasts).
 */
export interface CategoryRules {
  readonly from: Day
  readonly to: Day | null
  readonly title: string
  /** 周岁 from which somebody is an elder, 留守、空巢、独居 being said of elders only. */
  readonly elderFrom: number
  /** Months a child must have been away to count; plans say 半年. */
  readonly awayMonths: number
  /** 周岁 from which 高龄 holds: 80 by the national usage, 70 in some plans. */
  readonly advancedAgeFrom: number
  readonly ageTurns: AgeTurns
  /**
   * - `anyChildAwayHalfYear`: at least one child away for work or business for `awayMonths`.
   * - `allChildrenOutsideCounty`: every child out of the county for `awayMonths`, and no supporter
   *   at hand, or only supporters who are not able to support.
   */
  readonly leftBehind: 'anyChildAwayHalfYear' | 'allChildrenOutsideCounty'
  /** Whether a supporter at hand who refuses counts as one: the law still holds them to it. */
  readonly unwilling: 'atHand' | 'notAtHand'
  /**
   * - `household`: lives alone, wherever the children are.
   * - `childrenOutsideCounty`: lives alone, and has no children or all outside the county.
   */
  readonly livingAlone: 'household' | 'childrenOutsideCounty'
  /**
   * - `coupleChildrenOutsideCounty`: lives with the spouse only, and has no children or all outside
   *   the county.
   * - `coupleHousehold`: lives with the spouse only, wherever the children are.
   * - `noChildInHousehold`: lives alone or with the spouse only, with or without children.
   */
  readonly emptyNest: 'coupleChildrenOutsideCounty' | 'coupleHousehold' | 'noChildInHousehold'
  /**
   * - `assessment`: by the graded assessment only; nobody unassessed is 失能.
   * - `selfCare`: by the office's own judgement of self-care only.
   * - `assessmentFirst`: by the assessment where there is one, else by self-care.
   */
  readonly incapacity: 'assessment' | 'selfCare' | 'assessmentFirst'
  /**
   * GB/T 42195-2022 score up to which 失能 holds; 65 takes in moderate loss. A level that was raised
   * or set by hand counts as the nearest score that has it.
   */
  readonly incapacitatedUpTo: number
  /** Score up to which 半失能 holds above that; null where a score only ever tells 失能. */
  readonly partlyIncapacitatedUpTo: number | null
}

/** Used where an office has chosen nothing. */
export const defaultCategoryRules: CategoryRules = {
  from: '1900-01-01',
  to: null,
  title: '默认口径',
  elderFrom: 60,
  awayMonths: 6,
  advancedAgeFrom: 80,
  ageTurns: 'onBirthday',
  leftBehind: 'anyChildAwayHalfYear',
  unwilling: 'atHand',
  livingAlone: 'household',
  emptyNest: 'coupleChildrenOutsideCounty',
  incapacity: 'assessmentFirst',
  incapacitatedUpTo: 65,
  partlyIncapacitatedUpTo: null,
}

/** The rules in force on the day; of several the one that began last. */
export function categoryRulesOn(rules: readonly CategoryRules[], day: Day): CategoryRules {
  return rules
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .reduce((latest, one) => (one.from >= latest.from ? one : latest), defaultCategoryRules)
}
