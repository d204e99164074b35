import type { StoreContext } from '@db/context'
import {
  derivedFromRoster,
  findInRoster,
  loadRoster,
  type RosterPerson,
} from '@db/repositories/roster'
import type { RecipientFile } from '@shared/contract/recipients'
import { householdsOn, livesAtHome } from '@shared/domain/households/household'
import { whyTogether, type HousemateReason } from '@shared/domain/households/likely'
import { holdsOn } from '@shared/domain/periods'
import { statedAge } from '../recipients/age'

/** Ids of all who belong to one's household today, oneself first, whoever may see them. */
export function householdIds(ctx: StoreContext, id: number): readonly number[] {
  const all = derivedFromRoster(ctx, 'households', (people) => householdsOn(people, ctx.today))
  return [id, ...(all.get(id) ?? []).filter((one) => one !== id)]
}

/** The others who live in one's home today, as far as the operator may see them. */
export function housematesOf(ctx: StoreContext, id: number): RosterPerson[] {
  return householdIds(ctx, id)
    .filter((one) => one !== id)
    .flatMap((one) => findInRoster(ctx, one) ?? [])
    .filter(({ status }) => livesAtHome(status))
}

/** The same, as one picks them in a grid or a search. */
export const pickableHousemates = (ctx: StoreContext, id: number) =>
  housematesOf(ctx, id).map(({ id: one, name, birthDate }) => ({
    id: one,
    name,
    age: statedAge(ctx, birthDate),
  }))

export function shownHousehold(
  ctx: StoreContext,
  person: RosterPerson,
): RecipientFile['household'] {
  return housematesOf(ctx, person.id).map((one) => ({
    id: one.id,
    name: one.name,
    gender: one.gender,
    age: statedAge(ctx, one.birthDate),
    relation: relationTo(person, one),
    status: one.status,
    villageName: one.villageName,
    villageGroupName: one.villageGroupName,
    from: one.households.find((span) => holdsOn(span, ctx.today))?.from ?? null,
  }))
}

/** What one is to a person: of the couple, or as the person's family names them. */
function relationTo(person: RosterPerson, one: RosterPerson): string | null {
  if (person.spouseRecipientId === one.id) return 'spouse'
  return person.family.find(({ name }) => name === one.name)?.relation ?? null
}

const most = 8

/** 可能同户: people of the village whose files hint that they live in this home. */
export function likelyHousemates(
  ctx: StoreContext,
  person: RosterPerson,
): { one: RosterPerson; why: HousemateReason }[] {
  const already = new Set(householdIds(ctx, person.id))
  return loadRoster(ctx)
    .flatMap((one) => {
      if (already.has(one.id) || !livesAtHome(one.status)) return []
      const why = whyTogether(person, one)
      return why ? [{ one, why }] : []
    })
    .slice(0, most)
}
