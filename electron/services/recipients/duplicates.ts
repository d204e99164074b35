import type { StoreContext } from '@db/context'
import { groupBy } from '@db/group-by'
import { distinctPairs, listDistinct, pairOf } from '@db/repositories/distinct-pairs'
import { loadRoster, rosterTables, type RosterPerson } from '@db/repositories/roster'
import type { OutputOf } from '@shared/contract'
import { likenessLabel, type Likeness } from '@shared/contract/corrections'
import { bornAlike, soundOf } from './similar'

type Pair = { one: RosterPerson; other: RosterPerson; why: Likeness }
const gravity = Object.keys(likenessLabel) as Likeness[]

/** 疑似重复: pairs of files that may be one person's, the likeliest first. */
export function findDuplicates(ctx: StoreContext): OutputOf<'recipients.duplicates'> {
  const scope = JSON.stringify(ctx.scope)
  const pairs = ctx.memo.derive(
    'duplicates',
    rosterTables,
    () => pairsAmong(ctx),
    ctx.today + scope,
  )
  const distinct = distinctPairs(ctx)
  return pairs
    .filter(({ one, other }) => !distinct.has(pairOf(one.id, other.id)))
    .map(({ one, other, why }) => ({ one: shown(one), other: shown(other), why }))
}

/** Pairs marked 不是同一人 of which the operator may see both. */
export function listDistinctPairs(ctx: StoreContext): OutputOf<'recipients.distinctPairs'> {
  const people = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  return listDistinct(ctx).flatMap(({ id, oneId, otherId, reason, at, operatorName }) => {
    const [one, other] = [people.get(oneId), people.get(otherId)]
    return one && other
      ? [{ id, one: shown(one), other: shown(other), reason, at, operatorName }]
      : []
  })
}

function pairsAmong(ctx: StoreContext): Pair[] {
  const people = loadRoster(ctx)
  const sounds = new Map(people.map((person) => [person, soundOf(ctx, person.name)]))
  const byPhone = groupBy(
    people.flatMap((person) => person.phones.map((phone) => ({ person, phone }))),
    ({ phone }) => phone,
  )
  // Whoever is alike shares a sound or a phone: only those are compared with each other.
  const alike = [
    ...groupBy(people, (person) => sounds.get(person)!).values(),
    ...[...byPhone.values()].map((found) => found.map(({ person }) => person)),
  ]
  const found = new Map<string, Pair>()
  for (const group of alike) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        const why = likeness(one, other, sounds.get(one) === sounds.get(other))
        const [first, second] = one.id < other.id ? [one, other] : [other, one]
        if (why) found.set(`${first.id} ${second.id}`, { one: first, other: second, why })
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => gravity.indexOf(a.why) - gravity.indexOf(b.why) || a.one.id - b.one.id,
  )
}

function likeness(one: RosterPerson, other: RosterPerson, soundsAlike: boolean): Likeness | null {
  if (one.id === other.id || one.spouseRecipientId === other.id) return null
  // Two ID numbers that differ, or two sexes, are two people, whatever they are called.
  if (one.idNumber && other.idNumber && one.idNumber !== other.idNumber) return null
  if (one.gender && other.gender && one.gender !== other.gender) return null
  const sameBirth = bornAlike(one.birthDate, other.birthDate)
  if (sameBirth === false) return null
  const samePhone = one.phones.some((phone) => other.phones.includes(phone))
  if (one.name === other.name && sameBirth)
    return one.villageId === other.villageId ? 'sameNameBirthVillage' : 'sameNameAndBirth'
  if (soundsAlike && sameBirth) return 'soundsAlikeBirth'
  if (soundsAlike && samePhone) return 'soundsAlikePhone'
  return samePhone && areNearNames(one, other) ? 'samePhone' : null
}

/** One sign apart, or the former name of the other. */
function areNearNames(one: RosterPerson, other: RosterPerson): boolean {
  if (one.formerName === other.name || other.formerName === one.name) return true
  const [a, b] = [[...one.name], [...other.name]]
  if (a.length !== b.length || a.length < 2) return false
  return a.filter((sign, at) => sign !== b[at]).length <= 1
}

function shown(person: RosterPerson) {
  const { id, name, gender, birthDate, villageName, villageGroupName, status, idNumber } = person
  const idTail = idNumber?.slice(-4) ?? null
  return { id, name, gender, birthDate, villageName, villageGroupName, status, idTail }
}
