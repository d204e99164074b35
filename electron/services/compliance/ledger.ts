import type { StoreContext } from '@db/context'
import { countContacts } from '@db/repositories/contacts'
import { pairingsByRecipient } from '@db/repositories/helpers'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadPolicy } from '@db/repositories/rules'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { type LedgerEntry, ledgerOf, ledgerPlan } from '@shared/domain/cadence/ledger'
import { type LedgerYear, yearOfAll, yearOfDuty } from '@shared/domain/cadence/ledger-cells'
import type { Duty } from '@shared/domain/cadence/rules'
import {
  visitRate,
  type VisitRate,
  visitRatePlan,
  visitsThatCount,
} from '@shared/domain/cadence/visit-rate'
import { reachOf } from '@shared/domain/cadence/windows'
import { endOf, monthOf, yearOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, standingOn } from '@shared/domain/periods'
import { codesOf } from '@shared/domain/vocabulary'
import { cadenceFactsOf, factsAsked } from './cadence-facts'
import { askedOf, complianceTables, contactsAroundChanges } from './standings'

/** One person's year. */
export interface PersonLedger {
  readonly person: RosterPerson
  readonly entries: readonly LedgerEntry[]
}

export interface YearLedger {
  /** Of whom anything was asked, in the roster's order. */
  readonly people: readonly PersonLedger[]
  /** The duties asked of anybody, in the order of lists. */
  readonly duties: readonly Duty[]
  /** 月探访率 of each month that has begun, by the same plan as today's. */
  readonly rates: readonly (VisitRate & { readonly month: number })[]
}

/** 履约台账 of a year, kept until a person, a rule, a contact or a 分类口径 changes. */
export function ledgerOfYear(ctx: StoreContext, year: number): YearLedger {
  return ctx.memo.derive(
    'complianceLedger',
    complianceTables,
    () => readYear(ctx, year),
    `${year} ${askedOf(ctx)}`,
  )
}

function readYear(ctx: StoreContext, year: number): YearLedger {
  const { today } = ctx
  if (year > yearOf(today)) return { people: [], duties: [], rates: [] }
  const policy = loadPolicy(ctx)
  const range = { from: `${year}-01-01`, to: `${year}-12-31` }
  const plan = ledgerPlan(policy, range, today)
  const ratePlans = monthEnds(year, today).map((day) => visitRatePlan(policy, day))
  const counts = countContacts(ctx, [...plan.counts, ...ratePlans.flatMap(({ counts }) => counts)])
  const asked = factsAsked(
    policy,
    reachOf([
      range,
      ...plan.rows.map(({ window }) => window),
      ...ratePlans.flatMap(({ obligations }) => obligations.flatMap(({ windows }) => windows)),
    ]),
  )
  const lives = loadRoster(ctx).map((person) => ({
    person,
    facts: cadenceFactsOf(ctx, person, asked),
    counted: counts.get(person.id) ?? [],
  }))
  const around = contactsAroundChanges(ctx, lives, plan.changes)
  const people = lives
    .map(({ person, facts, counted }) => ({
      person,
      entries: ledgerOf(plan, facts, counted, around.get(person.id)).filter(
        ({ to }) => yearOf(to) === year,
      ),
    }))
    .filter(({ entries }) => entries.length > 0)

  let position = plan.counts.length
  const rates = ratePlans.map((ratePlan) => {
    const from = position
    position += ratePlan.counts.length
    const measured = lives.map(({ facts, counted }) => ({
      scope: visitsThatCount(ratePlan, facts),
      done: counted.slice(from, position),
    }))
    return { ...visitRate(ratePlan, measured), month: monthOf(ratePlan.month.from) }
  })
  const seen = new Set(people.flatMap(({ entries }) => entries.map(({ duty }) => duty)))
  return { people, duties: codesOf(dutyLabel).filter((duty) => seen.has(duty)), rates }
}

/** The last day of each month of the year that has begun; today in the running one. */
function monthEnds(year: number, today: Day): Day[] {
  return Array.from(
    { length: 12 },
    (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`,
  )
    .filter((first) => first <= today)
    .map((first) => endOf('month', first))
    .map((last) => (last < today ? last : today))
}

/** Where a window counts: in the village, and for the helper, of its last day, or of today. */
export interface LedgerPlace {
  /** 0 is no village's, or nobody's. */
  villageId?: number
  helperId?: number
}

export function isOf(
  ctx: StoreContext,
  person: RosterPerson,
  entry: LedgerEntry,
  { villageId, helperId }: LedgerPlace,
): boolean {
  if (villageId !== undefined && villageAt(ctx, person, entry) !== villageId) return false
  return helperId === undefined || helpersAt(ctx, person, entry).includes(helperId)
}

const dayOf = (ctx: StoreContext, { to }: LedgerEntry): Day => (to < ctx.today ? to : ctx.today)

/** The village lived in on the day; 0 where there was none. */
export function villageAt(ctx: StoreContext, person: RosterPerson, entry: LedgerEntry): number {
  const { residences } = person
  if (residences.length < 2) return residences[0]?.villageId ?? 0
  return standingOn(residences, dayOf(ctx, entry))?.villageId ?? 0
}

/** Ids of the helpers paired on the day; `[0]` where there was none. */
export function helpersAt(
  ctx: StoreContext,
  person: RosterPerson,
  entry: LedgerEntry,
): readonly number[] {
  const day = dayOf(ctx, entry)
  const pairings = pairingsByRecipient(ctx).get(person.id) ?? []
  const helping = pairings.filter((pairing) => holdsOn(pairing, day))
  return helping.length === 0 ? nobody : helping.map(({ helperId }) => helperId)
}

const nobody = [0] as const

/** Twelve cells of one duty, or of all of them together. */
export function cellsOf(
  entries: readonly LedgerEntry[],
  duties: readonly Duty[],
  duty: Duty | undefined,
  year: number,
): LedgerYear {
  if (duty !== undefined) return yearOfDuty(entries, duty, year)
  return yearOfAll(duties.map((one) => yearOfDuty(entries, one, year)))
}
