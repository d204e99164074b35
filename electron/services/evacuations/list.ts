import type { StoreContext } from '@db/context'
import { evacuationPlans, openRainHazards, type StoredPlan } from '@db/repositories/evacuations'
import { allHelpers, servesOn, type Helper } from '@db/repositories/helpers'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { EvacuationRow } from '@shared/contract/evacuations'
import { dangerReasons } from '@shared/domain/evacuations/danger'
import { planGaps, planStanding } from '@shared/domain/evacuations/plan'
import { planStandingLabel, type PlanStanding } from '@shared/domain/evacuations/vocabulary'
import { categoriesHeld } from '@shared/domain/categories/classify'
import { categoryLabel, codesOf, type Category } from '@shared/domain/vocabulary'
import { inVillageOrder, whoOf } from '../benefits/lists'
import { classificationsOf } from '../classification'
import { householdIds } from '../households/members'
import { findPeople } from '../search/people'

/** Who cannot walk to the shelter alone. */
const frail: readonly Category[] = ['incapacitated', 'partlyIncapacitated', 'severeDisability']

export interface ListQuestion {
  villageId?: number
  recipientId?: number
  standing?: PlanStanding
  text?: string
}

/**
 * 汛期转移名单, by village: everybody on file who lives in danger, and whoever has been put on it by
 * hand with a plan of their own.
 */
export function evacuationRows(ctx: StoreContext, question: ListQuestion): EvacuationRow[] {
  const { villageId, recipientId, standing, text } = question
  const everybody = text?.trim()
    ? findPeople(ctx, text).map(({ person }) => person)
    : loadRoster(ctx)
  const people = everybody.filter(
    (person) =>
      person.status === 'active' &&
      (villageId === undefined || person.villageId === villageId) &&
      (recipientId === undefined || person.id === recipientId),
  )
  const rowOf = rowMaker(ctx)
  const rows = new Map<RosterPerson, EvacuationRow>()
  for (const person of people) {
    const row = rowOf(person)
    if (row && (standing === undefined || row.standing === standing)) rows.set(person, row)
  }
  return inVillageOrder(ctx, [...rows.keys()]).map((person) => rows.get(person)!)
}

function rowMaker(ctx: StoreContext): (person: RosterPerson) => EvacuationRow | null {
  const plans = evacuationPlans(ctx)
  const hazards = openRainHazards(ctx)
  const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
  return (person) => {
    const ofHome = householdIds(ctx, person.id).flatMap((id) => hazards.get(id) ?? [])
    const reasons = dangerReasons(person, ofHome)
    const plan = plans.get(person.id) ?? null
    if (reasons.length === 0 && plan === null) return null
    const held = plan && heldBy(plan, helpers, ctx.today)
    const { recipientId, name, age, villageName, villageGroupName } = whoOf(ctx, person)
    const categories = categoriesHeld(classificationsOf(ctx, person))
    return {
      recipientId,
      name,
      age,
      villageId: person.villageId,
      villageName,
      villageGroupName,
      phones: [...person.phones],
      frailty: frail.filter((one) => categories.includes(one)).map((one) => categoryLabel[one]),
      reasons: reasons.length > 0 ? reasons : ['由经办人列入'],
      standing: planStanding(held, ctx.today),
      gaps: planGaps(held),
      mover: held?.mover ?? null,
      moverPhone: held?.phone ?? null,
      plan: plan && shownPlan(plan),
    }
  }
}

/** Who moves them now: a helper who has left moves nobody. */
function heldBy(plan: StoredPlan, helpers: ReadonlyMap<number, Helper>, today: string) {
  const helper = plan.helperId === null ? undefined : helpers.get(plan.helperId)
  const serving = helper && servesOn(helper, today) ? helper : undefined
  return {
    mover: serving?.name ?? plan.responsible,
    phone: plan.phone ?? serving?.phones[0] ?? null,
    shelter: plan.shelter,
    confirmedOn: plan.confirmedOn,
  }
}

function shownPlan({ recipientId: _whose, voidedAt: _voided, ...plan }: StoredPlan) {
  return plan
}

/** How each village stands, in the order of the villages. */
export function villageTallies(rows: readonly EvacuationRow[]) {
  const tallies = new Map<
    number | null,
    {
      villageId: number | null
      villageName: string
      people: number
      byStanding: Record<PlanStanding, number>
    }
  >()
  for (const { villageId, villageName, standing } of rows) {
    const tally = tallies.get(villageId) ?? {
      villageId,
      villageName,
      people: 0,
      byStanding: Object.fromEntries(
        codesOf(planStandingLabel).map((one) => [one, 0] as const),
      ) as Record<PlanStanding, number>,
    }
    tally.people += 1
    tally.byStanding[standing] += 1
    tallies.set(villageId, tally)
  }
  return [...tallies.values()]
}

export const listBasis =
  '在册人员中，档案写明住在隐患区域、住房为 C 级或 D 级，或本户有未销号的滑坡、洪水、重大房屋隐患的，都列入；' +
  '经办人另外安排转移的也列入。责任人、电话、安置地点齐全，并且今年核对过的，算已落实；责任人离任算无人转移。'
