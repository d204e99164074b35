import type { Day } from '../calendar/types'
import { all, criterionWords, judge, judgeAll, type Criterion } from '../criteria/criterion'
import type { CriterionFacts } from '../criteria/facts'
import { holdsOn, type Period } from '../periods'
import type { Benefit } from './catalogue'
import { benefitPaymentLabel, type BenefitStanding, type BenefitState } from './vocabulary'

/** Whether a person should have a benefit on a day, and how much of it. */
export interface Entitlement {
  /** Null where facts are missing, or where no fact on file decides it. */
  readonly entitled: boolean | null
  readonly reason: string
  /** Yuan per payment; null where the rate is not filled in or it is a service. */
  readonly amount: number | null
  readonly missing: readonly string[]
}

export function entitlementOf(benefit: Benefit, facts: CriterionFacts, day: Day): Entitlement {
  if (benefit.conditions === null) {
    return { entitled: null, reason: '由经办机构认定，不按档案推算', amount: null, missing: [] }
  }
  const judged = judgeAll(benefit.conditions, facts, day)
  const bands = benefit.bands.map(({ conditions, amount }) => ({
    judged: judgeAll(conditions, facts, day),
    amount,
  }))
  const band = bands.find(({ judged: { holds } }) => holds)
  const banded =
    band?.judged ?? (bands.length > 0 ? anyOf(bands.map(({ judged }) => judged)) : judged)
  const { holds, words, missing } = all([judged, banded])
  return {
    entitled: holds,
    reason: words,
    amount: holds ? (band?.amount ?? null) : null,
    missing,
  }
}

/** Whether one condition surely fails: quicker than the whole entitlement with its words. */
export const isRuledOut = ({ conditions }: Benefit, facts: CriterionFacts, day: Day): boolean =>
  conditions !== null && conditions.some((one) => judge(one, facts, day).holds === false)

type Judged = ReturnType<typeof judge>

/** None of several holds: undecided where one of them is. */
function anyOf(judged: readonly Judged[]): Judged {
  const open = judged.find(({ holds }) => holds === null)
  return open ?? judged.at(-1)!
}

/** What is on record of one person and one benefit. */
export interface BenefitRecord extends Period {
  readonly state: BenefitState
}

/** The record that tells on a day: the one in force; undefined where nothing is. */
export const recordOn = <Record extends BenefitRecord>(
  records: readonly Record[],
  day: Day,
): Record | undefined => records.findLast((one) => holdsOn(one, day))

/**
 * What the rule and the record say together. `leftOn` is the first day on which nothing is owed to
 * the person any more: dead, moved away or struck off.
 */
export function benefitStanding(
  { entitled }: Pick<Entitlement, 'entitled'>,
  record: BenefitRecord | undefined,
  isGone: boolean,
): BenefitStanding {
  const held = record?.state === 'held'
  if (isGone) return held ? 'toStop' : 'none'
  if (held) return entitled === false ? 'wronglyHeld' : 'held'
  if (entitled === null) return 'undecided'
  return entitled ? 'owed' : 'none'
}

/** `年满80周岁，属于低保`: who should have the benefit. */
export const conditionWords = (conditions: readonly Criterion[] | null): string => {
  if (conditions === null) return '由经办机构认定，不按档案推算'
  return conditions.length === 0 ? '全部对象' : conditions.map(criterionWords).join('，')
}

/** `每月50元`; empty of a service and of a rate not filled in. */
export function amountWords({ payment }: Pick<Benefit, 'payment'>, amount: number | null): string {
  return amount === null || payment === 'service'
    ? ''
    : `${benefitPaymentLabel[payment]}${amount}元`
}
