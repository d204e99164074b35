import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import {
  benefitPeriodsOf,
  storedBenefits,
  benefitTables,
  type BenefitSpan,
} from '@db/repositories/benefits'
import type { RosterPerson } from '@db/repositories/roster'
import { catalogueOn, type Benefit } from '@shared/domain/benefits/catalogue'
import {
  amountWords,
  benefitStanding,
  entitlementOf,
  isRuledOut,
  recordOn,
  type Entitlement,
} from '@shared/domain/benefits/entitlement'
import { benefitPresets } from '@shared/domain/benefits/presets'
import type { BenefitStanding } from '@shared/domain/benefits/vocabulary'
import type { Day } from '@shared/domain/calendar/types'
import type { CriterionFacts } from '@shared/domain/criteria/facts'
import { standingOn } from '@shared/domain/periods'
import type { RecipientStatus } from '@shared/domain/vocabulary'
import { classificationsOf } from '../classification'
import { criterionFactsOf } from '../classification/criterion-facts'

/** 待遇目录 in force today. */
export const catalogue = (ctx: StoreContext): readonly Benefit[] =>
  ctx.memo.derive('benefitCatalogue', benefitTables, () => catalogueAsOf(ctx, ctx.today), ctx.today)

export const catalogueAsOf = (ctx: StoreContext, day: Day): Benefit[] =>
  catalogueOn(benefitPresets, storedBenefits(ctx), day)

/** Statuses with which the township owes nobody a payment any more. */
const goneStatuses: ReadonlySet<RecipientStatus> = new Set(['deceased', 'movedOut', 'cancelled'])

/** The status that ends all payments, and its day; null while the person is here. */
export function goneSince(
  { statuses }: RosterPerson,
  today: Day,
): { status: RecipientStatus; from: Day } | null {
  const standing = standingOn(statuses, today)
  if (!standing || !goneStatuses.has(standing.status) || standing.from > today) return null
  return { status: standing.status, from: standing.from }
}

/** One person and one benefit: what should be, what is, and what that means. */
export interface BenefitFinding {
  readonly benefit: Benefit
  readonly entitlement: Entitlement
  readonly record: BenefitSpan | undefined
  readonly standing: BenefitStanding
}

const kept = keptWith<RosterPerson, readonly BenefitFinding[]>()

/** Every benefit of today's catalogue for one person. */
export function findingsOf(ctx: StoreContext, person: RosterPerson): readonly BenefitFinding[] {
  const inForce = catalogue(ctx)
  const records = benefitPeriodsOf(ctx, person.id)
  return kept(person, [inForce, records, classificationsOf(ctx, person)], () => {
    const facts = criterionFactsOf(ctx, person)
    return [
      ...inForce.map((benefit) => findingOf(ctx, person, benefit, facts)),
      ...retiredFor(ctx, records).map((benefit) => endedFinding(ctx, person, benefit)),
    ]
  })
}

/**
 * 应享未享: whether the person lacks a benefit that is due to them. Where no register is kept per
 * person nobody can be told to lack it. Stops at the first, because it is asked of everybody.
 */
export function lacksBenefit(ctx: StoreContext, person: RosterPerson): boolean {
  const facts = criterionFactsOf(ctx, person)
  return catalogue(ctx).some(
    (benefit) =>
      benefit.register &&
      !isRuledOut(benefit, facts, ctx.today) &&
      findingOf(ctx, person, benefit, facts).standing === 'owed',
  )
}

/** Benefits out of the catalogue of which the person has records: shown, and to be stopped. */
function retiredFor(ctx: StoreContext, records: readonly BenefitSpan[]): Benefit[] {
  const current = new Set(catalogue(ctx).map(({ code }) => code))
  const codes = [...new Set(records.map(({ benefit }) => benefit))]
  return codes
    .filter((code) => !current.has(code))
    .flatMap((code) => {
      const last = [...benefitPresets, ...storedBenefits(ctx)].findLast((one) => one.code === code)
      return last ? [last] : []
    })
}

function endedFinding(ctx: StoreContext, person: RosterPerson, benefit: Benefit): BenefitFinding {
  const reason = `这项待遇${benefit.to ? `到 ${benefit.to} ` : ''}已停办`
  const entitlement = { entitled: false, reason, amount: null, missing: [] }
  const own = benefitPeriodsOf(ctx, person.id).filter((one) => one.benefit === benefit.code)
  const record = recordOn(own, ctx.today)
  const gone = goneSince(person, ctx.today) !== null
  return { benefit, entitlement, record, standing: benefitStanding(entitlement, record, gone) }
}

/** One benefit under a wording that may not be in force, for a person of whom the facts are known. */
export function findingOf(
  ctx: StoreContext,
  person: RosterPerson,
  benefit: Benefit,
  facts: CriterionFacts,
  day: Day = ctx.today,
): BenefitFinding {
  const entitlement = entitlementOf(benefit, facts, day)
  const own = benefitPeriodsOf(ctx, person.id).filter((one) => one.benefit === benefit.code)
  const record = recordOn(own, day)
  const gone = goneSince(person, ctx.today) !== null
  const standing = benefitStanding(entitlement, record, gone)
  // Whose file is closed without their having gone is owed nothing here; what they hold goes on.
  const isHere = person.status === 'active' || person.status === 'institution'
  const shown = isHere || gone ? standing : record?.state === 'held' ? 'held' : 'none'
  return { benefit, entitlement, record, standing: shown }
}

/** 高龄津贴每月50元: what a person holds today, as a paper prints it. */
export function heldBenefitWords(ctx: StoreContext, person: RosterPerson): string[] {
  return findingsOf(ctx, person).flatMap(({ benefit, record }) =>
    record?.state === 'held' ? [benefit.title + amountWords(benefit, record.amount)] : [],
  )
}
