import { loadCategoryRules } from '@db/repositories/category-rules'
import { contactTables, countContacts } from '@db/repositories/contacts'
import { loadRoster, rosterTables, type RosterPerson } from '@db/repositories/roster'
import { allRules, ruleTables } from '@db/repositories/rules'
import type { StoreContext } from '@db/context'
import {
  countingPlan,
  gravestState,
  standingsOf,
  type Standing,
  type StandingState,
} from '@shared/domain/cadence/compliance'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'
import type { CadenceRule } from '@shared/domain/cadence/rules'
import { visitRate, visitRatePlan, type VisitRate } from '@shared/domain/cadence/visit-rate'
import type { Day } from '@shared/domain/calendar/types'
import { cadenceFactsOf } from './cadence-facts'

/** Where one person stands today with everything the rules ask for them. */
export interface PersonStandings {
  readonly person: RosterPerson
  readonly standings: readonly Standing[]
  /** The gravest of them. */
  readonly state: StandingState
}

/** 履约: what every screen, figure and paper says about due and overdue comes from here. */
export interface Compliance {
  /** Everybody the operator may see, in the roster's order. */
  readonly people: readonly PersonStandings[]
  readonly byId: ReadonlyMap<number, PersonStandings>
  /** This month's, up to today. */
  readonly visitRate: VisitRate
}

/** Today's compliance, kept until a person, a rule, a contact or a 分类口径 changes. */
export function complianceOf(ctx: StoreContext): Compliance {
  return ctx.memo.derive(
    'compliance',
    [...contactTables, ...ruleTables, ...rosterTables],
    () => complianceUnder(ctx, allRules(ctx), ctx.today),
    JSON.stringify([ctx.today, ctx.scope, loadCategoryRules(ctx)]),
  )
}

/** Where everybody stands today. */
export function standingsOfAll(ctx: StoreContext): readonly PersonStandings[] {
  return complianceOf(ctx).people
}

/** Where one person stands today; nothing for somebody the operator may not see. */
export function standingsOfPerson(ctx: StoreContext, recipientId: number): readonly Standing[] {
  return complianceOf(ctx).byId.get(recipientId)?.standings ?? []
}

/** Compliance as it would be on a day under these rules, worked out afresh. */
export function complianceUnder(
  ctx: StoreContext,
  rules: readonly CadenceRule[],
  asOf: Day,
): Compliance {
  const plan = countingPlan(rules, asOf)
  const ratePlan = visitRatePlan(rules, asOf)
  // Both plans are counted in one go: their queries largely ask for the same slices.
  const counts = countContacts(ctx, [...plan.counts, ...ratePlan.counts])
  const withCategories = rules.some(({ category }) => category !== null)
  const rated: { facts: CadenceFacts; done: readonly number[] }[] = []
  const people = loadRoster(ctx).map((person): PersonStandings => {
    const facts = cadenceFactsOf(ctx, person, withCategories)
    const done = counts.get(person.id) ?? []
    rated.push({ facts, done: done.slice(plan.counts.length) })
    const standings = standingsOf(plan, facts, done)
    return { person, standings, state: gravestState(standings) }
  })
  return {
    people,
    byId: new Map(people.map((one) => [one.person.id, one])),
    visitRate: visitRate(ratePlan, rated),
  }
}
