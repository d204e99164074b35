import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import type { RosterPerson } from '@db/repositories/roster'
import { storedTierSchemes, tierOverridesOf, tierSchemeToday } from '@db/repositories/service-tiers'
import type { Day } from '@shared/domain/calendar/types'
import { decideTier, type TierDecision } from '@shared/domain/service-tiers/decide'
import { tierSchemeOn, type TierScheme } from '@shared/domain/service-tiers/scheme'
import type { ServiceTier } from '@shared/domain/service-tiers/vocabulary'
import { classificationsOf } from '../classification'
import { criterionFactsOn } from '../classification/criterion-facts'

const kept = keptWith<RosterPerson, TierDecision>()

/** 服务类别 of today with its reasons, under the rules in force. */
export function tierOf(ctx: StoreContext, person: RosterPerson): TierDecision {
  const scheme = tierSchemeToday(ctx)
  const overrides = tierOverridesOf(ctx, person.id)
  const classifications = classificationsOf(ctx, person)
  return kept(person, [scheme, overrides, classifications], () => tierUnder(ctx, person, scheme))
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
