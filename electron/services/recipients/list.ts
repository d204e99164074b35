import { answersFilter } from '@shared/domain/custom-fields/custom-field'
import type { StoreContext } from '@db/context'
import { allCustomValues, customValuesOf, findCustomField } from '@db/repositories/custom-fields'
import { allRecipients } from '@db/repositories/recipients'
import {
  derivedFromRoster,
  findInRoster,
  loadRoster,
  type RosterPerson,
} from '@db/repositories/roster'
import { loadVillages } from '@db/repositories/villages'
import type { OutputOf } from '@shared/contract'
import type {
  RecipientCandidate,
  RecipientFilter,
  RecipientRow,
  recipientsContract,
} from '@shared/contract/recipients'
import { categoriesHeld } from '@shared/domain/categories/classify'
import { standingStates, type StandingState } from '@shared/domain/cadence/compliance'
import { ranksOf } from '@shared/domain/ranks'
import { codesOf, recipientStatusLabel, type Category } from '@shared/domain/vocabulary'
import type { z } from 'zod'
import { classificationsOf } from '../classification'
import { completenessOfPerson } from '../completeness/files'
import { complianceOf } from '../compliance/standings'
import { pickableHousemates } from '../households/members'
import { findPeople } from '../search/people'
import { shownTier, tierOf } from '../service-tiers/tiers'
import { mayReadCustom, shownCustomValues } from '../custom-fields/values'
import { ageToday, statedAge } from './age'

export const categoriesOf = (ctx: StoreContext, person: RosterPerson): Category[] =>
  categoriesHeld(classificationsOf(ctx, person))

/** Asked once for a whole list: what everybody's standing rests on is checked at each asking. */
function standingsToday(ctx: StoreContext): (person: RosterPerson) => StandingState {
  const { byId } = complianceOf(ctx)
  return ({ id }) => byId.get(id)?.state ?? 'none'
}

/** The people a list, a paper or a figure is about, in no promised order. */
export function selectPeople(ctx: StoreContext, filter: RecipientFilter): readonly RosterPerson[] {
  const text = filter.text?.trim()
  const people = text ? findPeople(ctx, text).map(({ person }) => person) : loadRoster(ctx)
  const { standing, category, missing, tier, custom, ...plain } = filter
  const answers = custom && customAnswers(ctx, custom)
  const standingOf = standing === undefined ? null : standingsToday(ctx)
  return people.filter(
    (person) =>
      fits(person, plain) &&
      (standingOf === null || standingOf(person) === standing) &&
      (category === undefined || categoriesOf(ctx, person).includes(category)) &&
      (missing === undefined || isMissing(ctx, person, missing)) &&
      (tier === undefined || isOfTier(ctx, person, tier)) &&
      (answers === undefined || answers(person)),
  )
}

/** Whoever may not read a sensitive field finds nobody by it either. */
function customAnswers(
  ctx: StoreContext,
  { fieldId, value }: NonNullable<RecipientFilter['custom']>,
): (person: RosterPerson) => boolean {
  const field = findCustomField(ctx, fieldId)
  if (!field || !mayReadCustom(ctx, field)) return () => false
  const values = allCustomValues(ctx)
  return ({ id }) => answersFilter(field, values.get(id)?.get(fieldId), value)
}

function isOfTier(
  ctx: StoreContext,
  person: RosterPerson,
  wanted: NonNullable<RecipientFilter['tier']>,
): boolean {
  const decision = tierOf(ctx, person)
  return wanted === 'undecided' ? decision.unknown.length > 0 : shownTier(decision) === wanted
}

function isMissing(ctx: StoreContext, person: RosterPerson, fact: string): boolean {
  const { missing } = completenessOfPerson(ctx, person)
  return fact === 'any' ? missing.length > 0 : missing.some((rule) => rule.fact === fact)
}

function fits(
  person: RosterPerson,
  filter: Omit<RecipientFilter, 'standing' | 'category' | 'missing' | 'tier' | 'custom' | 'text'>,
): boolean {
  const { villageId, villageGroupId, status, group, riskLevel, withoutHelper } = filter
  return (
    (villageId === undefined || person.villageId === villageId) &&
    (villageGroupId === undefined || person.villageGroupId === villageGroupId) &&
    (status === undefined ||
      (status === 'closed' ? person.status !== 'active' : person.status === status)) &&
    (group === undefined || person.groups.includes(group)) &&
    (riskLevel === undefined || person.riskLevel === riskLevel) &&
    (!withoutHelper || person.helpers.length === 0)
  )
}

type ListInput = z.output<(typeof recipientsContract)['recipients.list']['input']>
type Sort = ListInput['sort']
type Order = (a: RosterPerson, b: RosterPerson) => number

/** Chinese names in the order of their pinyin. */
const byPinyin = new Intl.Collator('zh-CN')

const statuses = codesOf(recipientStatusLabel)

/** Kept as long as nobody has a name that is new to it. */
const nameRanks = (ctx: StoreContext): ReadonlyMap<string, number> =>
  derivedFromRoster<ReadonlyMap<string, number>>(ctx, 'list.nameRanks', (people, before) =>
    before && people.every(({ name }) => before.has(name))
      ? before
      : ranksOf(
          people.map(({ name }) => name),
          byPinyin.compare,
        ),
  )

/** People without the value sorted by come last, whichever way. */
function ordersOf(ctx: StoreContext): Record<Sort, Order> {
  const villages = loadVillages(ctx)
  const names = nameRanks(ctx)
  const byName: Order = (a, b) => compare(names.get(a.name)!, names.get(b.name)!)
  const position = new Map(villages.map(({ id }, at) => [id, at]))
  const groupPosition = new Map(
    villages.flatMap(({ groups }) => groups.map(({ id }, at) => [id, at] as const)),
  )
  const place = ({ villageId }: RosterPerson): number =>
    (villageId === null ? undefined : position.get(villageId)) ?? Infinity
  const groupPlace = ({ villageGroupId }: RosterPerson): number =>
    (villageGroupId === null ? undefined : groupPosition.get(villageGroupId)) ?? Infinity
  const byVillage: Order = (a, b) =>
    compare(place(a), place(b)) || compare(groupPlace(a), groupPlace(b)) || byName(a, b)
  const age = (person: RosterPerson): number => ageToday(ctx, person.birthDate)?.max ?? -1
  const standingOf = standingsToday(ctx)
  const gravity = (person: RosterPerson): number => standingStates.indexOf(standingOf(person))
  const gaps = (person: RosterPerson): number => completenessOfPerson(ctx, person).missing.length
  return {
    village: byVillage,
    name: (a, b) => byName(a, b) || byVillage(a, b),
    age: (a, b) => compare(age(a), age(b)) || byVillage(a, b),
    status: (a, b) =>
      compare(statuses.indexOf(a.status), statuses.indexOf(b.status)) || byVillage(a, b),
    standing: (a, b) => compare(gravity(a), gravity(b)) || byVillage(a, b),
    missing: (a, b) => compare(gaps(a), gaps(b)) || byVillage(a, b),
    entered: (a, b) => compare(a.id, b.id),
  }
}

const compare = (a: number, b: number): number => (a < b ? -1 : Number(a > b))

export function listRecipients(ctx: StoreContext, input: ListInput): OutputOf<'recipients.list'> {
  const people = [...selectPeople(ctx, input.filter)]
  const standingOf = standingsToday(ctx)
  const order = ordersOf(ctx)[input.sort]
  people.sort(input.descending ? (a, b) => order(b, a) : order)
  const records = allRecipients(ctx)
  const factsOf = (id: number): RecipientRow['facts'] => {
    const record = records.get(id)!
    return Object.fromEntries(input.fields.map((field) => [field, record[field]]))
  }
  const { offset, limit = people.length } = input
  return {
    total: people.length,
    rows: people.slice(offset, offset + limit).map((person) => ({
      ...rowOf(ctx, person, standingOf(person)),
      facts: factsOf(person.id),
      ...shownCustomValues(ctx, customValuesOf(ctx, person.id), input.customFields),
    })),
  }
}

function rowOf(
  ctx: StoreContext,
  person: RosterPerson,
  standing: StandingState,
): Omit<RecipientRow, 'facts' | 'custom' | 'sensitiveCustom'> {
  return {
    id: person.id,
    name: person.name,
    gender: person.gender,
    birthDate: person.birthDate,
    age: statedAge(ctx, person.birthDate),
    villageId: person.villageId,
    villageName: person.villageName,
    villageGroupName: person.villageGroupName,
    status: person.status,
    categories: categoriesOf(ctx, person),
    idTail: person.idNumber?.slice(-4) ?? null,
    phone: person.phones[0] ?? null,
    helpers: person.helpers.map(({ helperName }) => helperName),
    standing,
    missing: completenessOfPerson(ctx, person).missing.length,
    groups: [...person.groups],
    riskLevel: person.riskLevel,
    tier: shownTier(tierOf(ctx, person)),
  }
}

/** Candidates while somebody types a name into a grid or a picker. */
export function lookUp(
  ctx: StoreContext,
  input: {
    text: string
    ids?: readonly number[]
    villageId?: number
    activeOnly: boolean
    limit: number
  },
): RecipientCandidate[] {
  const standingOf = standingsToday(ctx)
  const found = input.ids
    ? input.ids.flatMap((id) => findInRoster(ctx, id) ?? [])
    : findPeople(ctx, input.text).map(({ person }) => person)
  return found
    .filter(
      ({ status, villageId }) =>
        (!input.activeOnly || status === 'active') &&
        (input.villageId === undefined || villageId === input.villageId),
    )
    .slice(0, input.limit)
    .map((person) => ({
      id: person.id,
      name: person.name,
      gender: person.gender,
      age: statedAge(ctx, person.birthDate),
      villageId: person.villageId,
      villageName: person.villageName,
      villageGroupName: person.villageGroupName,
      status: person.status,
      idTail: person.idNumber?.slice(-4) ?? null,
      standing: standingOf(person),
      housemates: pickableHousemates(ctx, person.id),
    }))
}
