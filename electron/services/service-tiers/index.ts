import type { StoreContext } from '@db/context'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import {
  beginTierOverride,
  storedTierSchemes,
  storeTierSchemes,
  tierOverridesOf,
} from '@db/repositories/service-tiers'
import { failure } from '@shared/contract/failure'
import type { serviceTiersContract, TierCounts } from '@shared/contract/service-tiers'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { diedBefore } from '@shared/domain/death'
import { holdsOn, standingOn } from '@shared/domain/periods'
import type { TierDecision } from '@shared/domain/service-tiers/decide'
import {
  defaultTierScheme,
  tierSchemeOn,
  type TierRule,
  type TierScheme,
} from '@shared/domain/service-tiers/scheme'
import type { ServiceTier } from '@shared/domain/service-tiers/vocabulary'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { shownTier, tierOn, tierUnder } from './tiers'

export const serviceTiersHandlers: HandlersOf<typeof serviceTiersContract> = {
  'serviceTiers.schemes': (ctx) => [defaultTierScheme, ...storedTierSchemes(ctx)],

  'serviceTiers.preview': (ctx, { from, ...change }) => {
    checkCodes(change.rules)
    const asOf = from > ctx.today ? from : ctx.today
    const after: TierScheme = { ...change, from, to: null }
    const before = tierSchemeOn(storedTierSchemes(ctx), asOf)
    const people = onFile(ctx, asOf).map((person) => ({
      person,
      before: tierUnder(ctx, person, before, asOf),
      after: tierUnder(ctx, person, after, asOf),
    }))
    const changed = people.filter((one) => shownTier(one.before) !== shownTier(one.after))
    return {
      asOf,
      before: countTiers(people.map((one) => one.before)),
      after: countTiers(people.map((one) => one.after)),
      changed: changed.length,
      examples: changed.slice(0, examplesShown).map((one) => ({
        id: one.person.id,
        name: one.person.name,
        villageName: one.person.villageName,
        from: shownTier(one.before),
        to: shownTier(one.after),
      })),
    }
  },

  'serviceTiers.saveScheme': (ctx, scheme) => {
    checkCodes(scheme.rules)
    const before = storedTierSchemes(ctx)
      .filter(({ from }) => from < scheme.from)
      .map((one) =>
        one.to === null || one.to >= scheme.from ? { ...one, to: addDays(scheme.from, -1) } : one,
      )
    storeTierSchemes(ctx, [...before, { ...scheme, to: null }])
    return {}
  },

  'serviceTiers.person': (ctx, { recipientId, day = ctx.today }) => {
    const person = requirePerson(ctx, recipientId)
    return {
      ...tierOn(ctx, person, day),
      reading: tierSchemeOn(storedTierSchemes(ctx), day).reading,
      overrides: tierOverridesOf(ctx, recipientId).map(({ id, tier, reason, from, to }) => ({
        id,
        tier,
        reason,
        from,
        to,
      })),
    }
  },

  'serviceTiers.override': (ctx, { recipientId, tier, from, to, reason }) => {
    const person = requirePerson(ctx, recipientId)
    const refuse = (message: string, field: string): never => {
      throw failure('VALIDATION', `${message}，没有保存。`, { [field]: message })
    }
    if (from > ctx.today) refuse('认定日期不能晚于今天', 'from')
    if (to !== null && to < from) refuse('结束日期早于开始日期', 'to')
    if (diedBefore(person.statuses, from)) refuse('老人在这一天之前已经去世', 'from')
    const later = tierOverridesOf(ctx, recipientId).find((one) => one.from > from)
    if (later) refuse(`${later.from} 已有一次认定，新的日期不能早于它`, 'from')
    beginTierOverride(ctx, recipientId, {
      tier: tier === 'rules' ? undefined : tier === 'none' ? null : tier,
      from,
      to: tier === 'rules' ? null : to,
      reason,
    })
    return {}
  },

  'serviceTiers.summary': (ctx, { day = ctx.today, villageId }) => {
    const decided = onFile(ctx, day)
      .map((person) => ({ place: villageOn(person, day), decision: tierOn(ctx, person, day) }))
      .filter(({ place }) => villageId === undefined || place.id === villageId)
    const names = new Map(decided.map(({ place }) => [place.id, place.name]))
    return {
      asOf: day,
      total: countTiers(decided.map(({ decision }) => decision)),
      villages: [...names].map(([id, name]) => ({
        villageId: id,
        name,
        counts: countTiers(
          decided.filter(({ place }) => place.id === id).map(({ decision }) => decision),
        ),
      })),
    }
  },
}

const examplesShown = 50

function checkCodes(rules: readonly TierRule[]): void {
  if (new Set(rules.map(({ code }) => code)).size < rules.length)
    throw failure('VALIDATION', '有两条规则用了同一个代码，没有保存。', { rules: '代码重复' })
}

/** Those whose file was open on the day. */
const onFile = (ctx: StoreContext, day: Day): RosterPerson[] =>
  loadRoster(ctx).filter((person) => {
    const status = person.statuses.find((span) => holdsOn(span, day))
    return status?.status === 'active'
  })

/** Where the file was kept that day, under the village's present name. */
function villageOn(person: RosterPerson, day: Day): { id: number | null; name: string } {
  const id = standingOn(person.residences, day)?.villageId ?? null
  return { id, name: id === person.villageId ? person.villageName : '' }
}

function countTiers(decisions: readonly TierDecision[]): TierCounts {
  const counts: TierCounts = { free: 0, lowCost: 0, paid: 0, volunteer: 0, none: 0, undecided: 0 }
  for (const decision of decisions) {
    const shown: ServiceTier | null = shownTier(decision)
    counts[shown ?? 'none'] += 1
    if (decision.unknown.length > 0) counts.undecided += 1
  }
  return counts
}
