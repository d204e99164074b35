import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import {
  storedTierSchemes,
  tierOverridesOf,
  type TierOverrideSpan,
} from '@db/repositories/service-tiers'
import type { Day } from '@shared/domain/calendar/types'
import { decideTier, type TierDecision } from '@shared/domain/service-tiers/decide'
import { tierSchemeOn, type TierScheme } from '@shared/domain/service-tiers/scheme'
import type { ServiceTier } from '@shared/domain/service-tiers/vocabulary'
import { classificationsOf } from '../classification'
import { criterionFactsOn } from '../classification/criterion-facts'

interface Known {
  scheme: TierScheme
  overrides: readonly TierOverrideSpan[]
  classifications: unknown
  decision: TierDecision
}
/** Worked out once per person of a roster, which is built anew with every saved fact and day. */
const known = new WeakMap<RosterPerson, Known>()

/** 服务类别 of today with its reasons, under the rules in force. */
export function tierOf(ctx: StoreContext, person: RosterPerson): TierDecision {
  const scheme = tierSchemeOn(storedTierSchemes(ctx), ctx.today)
  const overrides = tierOverridesOf(ctx, person.id)
  const classifications = classificationsOf(ctx, person)
  const before = known.get(person)
  if (
    before?.scheme === scheme &&
    before.overrides === overrides &&
    before.classifications === classifications
  )
    return before.decision
  const decision = tierUnder(ctx, person, scheme)
  known.set(person, { scheme, overrides, classifications, decision })
  return decision
}

/** Today's tier by rules that may not be in force: to see what a change would do. */
export const tierUnder = (
  ctx: StoreContext,
  person: RosterPerson,
  scheme: TierScheme,
  day = ctx.today,
): TierDecision =>
  decideTier(criterionFactsOn(ctx, person, day), tierOverridesOf(ctx, person.id), scheme, day)

/** The tier as of a day, by the rules and the office's word of that day. */
export const tierOn = (ctx: StoreContext, person: RosterPerson, day: Day): TierDecision =>
  day === ctx.today
    ? tierOf(ctx, person)
    : tierUnder(ctx, person, tierSchemeOn(storedTierSchemes(ctx), day), day)

/** The one word of a list: the charged tier, else 志愿 where only that holds. */
export const shownTier = ({ tier, volunteer }: TierDecision): ServiceTier | null =>
  tier ?? (volunteer.holds ? 'volunteer' : null)
