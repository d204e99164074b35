import type { StoreContext } from '@db/context'
import { benefitPeriodsOf, storedBenefits, type BenefitSpan } from '@db/repositories/benefits'
import type { RosterPerson } from '@db/repositories/roster'
import { catalogueOn, type Benefit } from '@shared/domain/benefits/catalogue'
import {
  amountWords,
  benefitStanding,
  entitlementOf,
  recordOn,
  type Entitlement,
} from '@shared/domain/benefits/entitlement'
import { benefitPresets } from '@shared/domain/benefits/presets'
import type { BenefitStanding } from '@shared/domain/benefits/vocabulary'
import type { Day } from '@shared/domain/calendar/types'
import type { CriterionFacts } from '@shared/domain/criteria/facts'
import { standingOn } from '@shared/domain/periods'
import type { RecipientStatus } from '@shared/domain/vocabulary'
import { criterionFactsOf } from '../classification/criterion-facts'

/** 待遇目录 in force on a day. */
export const catalogue = (ctx: StoreContext, day: Day = ctx.today): Benefit[] =>
  catalogueOn(benefitPresets, storedBenefits(ctx), day)

/** Statuses with which the township owes nobody a payment any more. */
const goneStatuses: ReadonlySet<RecipientStatus> = new Set(['deceased', 'movedOut', 'cancelled'])

/** The status that ends all payments and its day; null while the person is here. */
export function goneSince(
  person: RosterPerson,
  today: Day,
): { status: RecipientStatus; from: Day } | null {
  const status = standingOn(person.statuses, today)
  return status && goneStatuses.has(status.status) && status.from <= today ? status : null
}

/** One person and one benefit: what should be, what is, and what that means. */
export interface BenefitFinding {
  readonly benefit: Benefit
  readonly entitlement: Entitlement
  readonly record: BenefitSpan | undefined
  readonly standing: BenefitStanding
}

export function findingOf(
  ctx: StoreContext,
  person: RosterPerson,
  benefit: Benefit,
  facts: CriterionFacts = criterionFactsOf(ctx, person),
): BenefitFinding {
  const entitlement = entitlementOf(benefit, facts, ctx.today)
  const record = recordOn(
    benefitPeriodsOf(ctx, person.id).filter((one) => one.benefit === benefit.code),
    ctx.today,
  )
  const gone = goneSince(person, ctx.today) !== null
  return { benefit, entitlement, record, standing: benefitStanding(entitlement, record, gone) }
}

/** 高龄津贴每月50元: what a person holds today, as a paper prints it. */
export function heldBenefitWords(ctx: StoreContext, person: RosterPerson): string[] {
  const byCode = new Map(catalogue(ctx).map((benefit) => [benefit.code, benefit]))
  return benefitPeriodsOf(ctx, person.id)
    .filter((one) => one.state === 'held' && recordOn([one], ctx.today))
    .map((one) => {
      const benefit = byCode.get(one.benefit)
      return benefit ? benefit.title + amountWords(benefit, one.amount) : one.benefit
    })
}
