import { loadCategoryRules } from '@db/repositories/category-rules'
import { contactsOfPeople, contactTables, countContacts } from '@db/repositories/contacts'
import { loadRoster, rosterTables, type RosterPerson } from '@db/repositories/roster'
import { loadPolicy, ruleTables } from '@db/repositories/rules'
import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import { changesSince } from '@shared/domain/cadence/change-duties'
import {
  type CountingPlan,
  countingPlan,
  gravestState,
  needsOf,
  type PlannedNeed,
  standingsOf,
  type Standing,
  type StandingState,
} from '@shared/domain/cadence/compliance'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'
import type { CountedContact } from '@shared/domain/cadence/obligations'
import type { CadencePolicy } from '@shared/domain/cadence/rules'
import {
  visitRate,
  type VisitRate,
  visitRatePlan,
  type VisitRatePlan,
  visitsThatCount,
  wasVisited,
} from '@shared/domain/cadence/visit-rate'
import { type DayWindow, reachOf } from '@shared/domain/cadence/windows'
import type { Day } from '@shared/domain/calendar/types'
import { cadenceFactsOf, factsAsked, type FactsAsked, spouseDiedOn } from './cadence-facts'

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
  /** The people it is the rate of. */
  readonly rated: readonly RatedPerson[]
}

/** Somebody who should be visited in a month, and whether anybody did. */
export interface RatedPerson {
  readonly id: number
  readonly visited: boolean
}

/** The tables whose change makes what is owed stale. */
export const complianceTables = [...contactTables, ...ruleTables, ...rosterTables]

/** What else it depends on, for the memo. */
export const askedOf = (ctx: StoreContext): string =>
  JSON.stringify([ctx.today, ctx.scope, loadCategoryRules(ctx)])

/** Today's compliance, kept until a person, a rule, a contact or a 分类口径 changes. */
export function complianceOf(ctx: StoreContext): Compliance {
  return ctx.memo.derive(
    'compliance',
    complianceTables,
    () => complianceFrom(ctx, burdenToday(ctx)),
    askedOf(ctx),
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

/** Compliance as it would be on a day under this policy, worked out afresh. */
export function complianceUnder(ctx: StoreContext, policy: CadencePolicy, asOf: Day): Compliance {
  return complianceFrom(ctx, burdenUnder(ctx, policy, asOf))
}

/**
 * Who should have been visited in the month of each of these days, and who was by then: the rate
 * alone, without what everybody is owed besides. Asked of several months at once, because what is
 * dear is to tell day by day what a person was.
 */
export function ratedIn(ctx: StoreContext, days: readonly Day[]): RatedPerson[][] {
  if (days.length === 0) return []
  const policy = loadPolicy(ctx)
  const months = days.map((day) => {
    const plan = visitRatePlan(policy, day)
    return { plan, counts: countContacts(ctx, plan.counts), rated: [] as RatedPerson[] }
  })
  const windows = months.flatMap(({ plan }) => [
    plan.month,
    ...plan.obligations.flatMap((planned) => planned.windows),
  ])
  const asked = { ...factsAsked(policy, reachOf(windows)), changes: false }
  for (const person of loadRoster(ctx)) {
    const facts = cadenceFactsOf(ctx, person, asked)
    for (const { plan, counts, rated } of months) {
      const scope = visitsThatCount(plan, facts)
      if (scope.length === 0) continue
      rated.push({ id: person.id, visited: wasVisited(scope, counts.get(person.id) ?? []) })
    }
  }
  return months.map(({ rated }) => rated)
}

/** What the rules ask on a day, and what they need to know of a person for it. */
interface Plans {
  readonly plan: CountingPlan
  readonly ratePlan: VisitRatePlan
  readonly asked: FactsAsked
}

/** All that is owed by one person on a day, before it is asked what was done. */
interface Owed {
  readonly person: RosterPerson
  readonly facts: CadenceFacts
  readonly needs: readonly PlannedNeed[]
  readonly scope: readonly number[]
}

interface Burden extends Plans {
  readonly lives: readonly Owed[]
}

/** Kept apart from the counting: recording a contact leaves it as it is. */
function burdenToday(ctx: StoreContext): Burden {
  return ctx.memo.derive(
    'compliance.burden',
    [...ruleTables, ...rosterTables],
    () => {
      const plans = ctx.memo.derive(
        'compliance.plans',
        ruleTables,
        () => plansUnder(loadPolicy(ctx), ctx.today),
        ctx.today,
      )
      const definitions = loadCategoryRules(ctx)
      const lives = loadRoster(ctx).map((person) =>
        kept(person, [plans, definitions, spouseDiedOn(ctx, person)], () =>
          owedBy(ctx, person, plans),
        ),
      )
      return { ...plans, lives }
    },
    askedOf(ctx),
  )
}

const kept = keptWith<RosterPerson, Owed>()

function burdenUnder(ctx: StoreContext, policy: CadencePolicy, asOf: Day): Burden {
  const plans = plansUnder(policy, asOf)
  return { ...plans, lives: loadRoster(ctx).map((person) => owedBy(ctx, person, plans)) }
}

function plansUnder(policy: CadencePolicy, asOf: Day): Plans {
  const plan = countingPlan(policy, asOf)
  const ratePlan = visitRatePlan(policy, asOf)
  const asked = factsAsked(
    policy,
    reachOf([
      ratePlan.month,
      ...plan.obligations.flatMap(({ open, closed }) => [open, closed]),
      ...ratePlan.obligations.flatMap(({ windows }) => windows),
      { from: changesSince(asOf), to: asOf },
    ]),
  )
  return { plan, ratePlan, asked }
}

function owedBy(ctx: StoreContext, person: RosterPerson, { plan, ratePlan, asked }: Plans): Owed {
  const facts = cadenceFactsOf(ctx, person, asked)
  const needs = needsOf(plan, facts)
  return { person, facts, needs, scope: visitsThatCount(ratePlan, facts) }
}

function complianceFrom(ctx: StoreContext, { plan, ratePlan, lives }: Burden): Compliance {
  const { asOf } = plan
  // Both plans are counted in one go: their queries largely ask for the same slices.
  const counts = countContacts(ctx, [...plan.counts, ...ratePlan.counts])
  const recent = contactsAroundChanges(ctx, lives, { from: changesSince(asOf), to: asOf })
  const rated: { id: number; scope: readonly number[]; done: readonly number[] }[] = []
  const people = lives.map(({ person, facts, needs, scope }): PersonStandings => {
    const done = counts.get(person.id) ?? []
    if (scope.length > 0) rated.push({ id: person.id, scope, done: done.slice(plan.counts.length) })
    const standings = standingsOf(plan, facts, done, recent.get(person.id), needs)
    return { person, standings, state: gravestState(standings) }
  })
  return {
    people,
    byId: new Map(people.map((one) => [one.person.id, one])),
    visitRate: visitRate(ratePlan, rated),
    rated: rated.map(({ id, scope, done }) => ({ id, visited: wasVisited(scope, done) })),
  }
}

/** Contacts since the range began, of the people something happened to in it. */
export function contactsAroundChanges(
  ctx: StoreContext,
  lives: readonly { person: RosterPerson; facts: CadenceFacts }[],
  range: DayWindow,
): ReadonlyMap<number, CountedContact[]> {
  const changed = lives
    .filter(({ facts }) => facts.changes.some(({ date }) => date >= range.from && date <= range.to))
    .map(({ person }) => person.id)
  return contactsOfPeople(ctx, changed, range.from)
}
