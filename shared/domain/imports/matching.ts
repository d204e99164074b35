import { isComplete, mayMean } from '../calendar/partial-date'
import type { PartialDate } from '../calendar/types'
import type { Gender } from '../vocabulary'
import { agreesWithAge } from './pointer'

/** Somebody on file, as far as a ledger could be about them. */
export interface KnownPerson {
  id: number
  name: string
  formerName: string | null
  gender: Gender | null
  idNumber: string | null
  birthDate: PartialDate | null
  phones: readonly string[]
  village: string | null
  villageGroup?: string | null
}

/** Who a row says it is about. */
export interface Sought {
  name: string
  gender: Gender | null
  idNumber: string | null
  idNumberAsWritten: string | null
  idNumberKept: string | null
  birthDate: PartialDate | null
  phones: readonly string[]
  village: string | null
  villageGroup?: string | null
  statedAge?: { years: number; asOf: PartialDate | null } | null
}

export type MatchReason = 'idNumber' | 'nameBirthVillage' | 'namePhone'

export type Match =
  /** The same person beyond reasonable doubt. */
  | { state: 'same'; id: number; by: MatchReason }
  /** Somebody must say: one or several who may be meant, the likeliest first. */
  | { state: 'unsure'; candidates: Candidate[] }
  | { state: 'none' }

export interface Candidate {
  id: number
  /** What speaks for it and what against, in words for the clerk. */
  reasons: string[]
  /** Whether anything speaks against it, so that nobody confirms it unseen. */
  doubtful: boolean
}

/** The people on file, found by ID number and by name. */
export class PeopleIndex {
  private readonly byId = new Map<string, KnownPerson>()
  private readonly byName = new Map<string, KnownPerson[]>()

  /** `areTwo`: whether somebody has said that two files are two people's (不是同一人). */
  constructor(
    people: Iterable<KnownPerson>,
    readonly areTwo: (one: number, other: number) => boolean = () => false,
  ) {
    for (const person of people) {
      if (person.idNumber) this.byId.set(person.idNumber, person)
      for (const name of new Set([person.name, person.formerName])) {
        if (!name) continue
        const namesakes = this.byName.get(name)
        if (namesakes) namesakes.push(person)
        else this.byName.set(name, [person])
      }
    }
  }

  withIdNumber(idNumber: string): KnownPerson | undefined {
    return this.byId.get(idNumber)
  }

  named(name: string): readonly KnownPerson[] {
    return this.byName.get(name) ?? []
  }
}

/**
 * Who on file a row is about. The same ID number is the same person; so are name, birth day and
 * village together, and name and telephone together. Name and village alone never decide.
 * Two different valid numbers are two people.
 */
export function matchPerson(sought: Sought, index: PeopleIndex): Match {
  const number = sought.idNumber ?? sought.idNumberAsWritten
  const holder = number ? index.withIdNumber(number) : undefined
  if (holder) return { state: 'same', id: holder.id, by: 'idNumber' }
  const possible = index.named(sought.name).filter((person) => !isAnother(sought, person))
  const namesakes = withoutMarked(sought, possible, index)
  if (namesakes.length === 0) return { state: 'none' }

  const certain = namesakes.flatMap((person) => {
    const by = certainty(sought, person)
    return by ? [{ id: person.id, by }] : []
  })
  const [only] = certain
  if (only && certain.length === 1) return { state: 'same', ...only }

  const near = namesakes.filter(
    (person) =>
      !sought.village ||
      !person.village ||
      person.village === sought.village ||
      sharesPhone(sought, person) ||
      fitsKeptDigits(sought, person),
  )
  if (near.length === 0) return { state: 'none' }
  const candidates = near
    .map((person) => ({ person, weight: weightOf(sought, person) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ person }) => ({
      id: person.id,
      reasons: reasonsFor(sought, person),
      doubtful: agesClash(sought, person) || villagesDiffer(sought, person),
    }))
  return { state: 'unsure', candidates }
}

/**
 * Of two files marked as two people's, a row is about one at most: the one it says less about is
 * out. Where it says as much about both, the clerk sees both.
 */
function withoutMarked(
  sought: Sought,
  people: readonly KnownPerson[],
  index: PeopleIndex,
): readonly KnownPerson[] {
  if (people.length < 2) return people
  return people.filter(
    (person) =>
      !people.some(
        (other) =>
          index.areTwo(person.id, other.id) && weightOf(sought, other) > weightOf(sought, person),
      ),
  )
}

function certainty(sought: Sought, person: KnownPerson): MatchReason | null {
  if (agesClash(sought, person)) return null
  const sameVillage = sought.village !== null && sought.village === person.village
  const sameBirth =
    sought.birthDate !== null &&
    sought.birthDate === person.birthDate &&
    isComplete(sought.birthDate)
  if (sameVillage && sameBirth) return 'nameBirthVillage'
  return sharesPhone(sought, person) && !villagesDiffer(sought, person) ? 'namePhone' : null
}

const villagesDiffer = (sought: Sought, person: KnownPerson): boolean =>
  sought.village !== null && person.village !== null && sought.village !== person.village

/** Facts that cannot both be true of one person. */
function isAnother(sought: Sought, person: KnownPerson): boolean {
  if (sought.idNumber && person.idNumber && sought.idNumber !== person.idNumber) return true
  if (sought.gender && person.gender && sought.gender !== person.gender) return true
  return birthsClash(sought.birthDate, person.birthDate)
}

function birthsClash(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null) return false
  if (isComplete(one)) return !mayMean(other, one)
  if (isComplete(other)) return !mayMean(one, other)
  return !one.startsWith(other) && !other.startsWith(one)
}

/** An age so far from the birth date on file that somebody must look: a namesake of the family? */
function agesClash({ statedAge }: Sought, { birthDate }: KnownPerson): boolean {
  if (!statedAge?.asOf || !birthDate) return false
  const slack = 3
  return ![-slack, 0, slack].some((shift) =>
    agreesWithAge(birthDate, statedAge.years + shift, statedAge.asOf ?? ''),
  )
}

const sharesGroup = (sought: Sought, person: KnownPerson): boolean =>
  Boolean(sought.villageGroup) &&
  sought.villageGroup === person.villageGroup &&
  sought.village === person.village

const sharesPhone = (sought: Sought, person: KnownPerson): boolean =>
  sought.phones.some((phone) => person.phones.includes(phone))

const fitsKeptDigits = ({ idNumberKept }: Sought, { idNumber }: KnownPerson): boolean =>
  idNumberKept !== null && idNumber !== null && idNumber.startsWith(idNumberKept)

function weightOf(sought: Sought, person: KnownPerson): number {
  return (
    (fitsKeptDigits(sought, person) ? 8 : 0) +
    (sharesPhone(sought, person) ? 4 : 0) +
    (sought.village !== null && sought.village === person.village ? 2 : 0) +
    (sharesGroup(sought, person) ? 1 : 0) +
    (sought.birthDate !== null && person.birthDate !== null ? 2 : 0) -
    (agesClash(sought, person) ? 3 : 0)
  )
}

function reasonsFor(sought: Sought, person: KnownPerson): string[] {
  const reasons = ['同名']
  if (sought.village !== null && sought.village === person.village) reasons.push('同村')
  if (sharesGroup(sought, person)) reasons.push('同组')
  if (sharesPhone(sought, person)) reasons.push('电话相同')
  if (fitsKeptDigits(sought, person)) reasons.push('身份证号前 15 位相同')
  if (sought.birthDate !== null && person.birthDate !== null) reasons.push('出生日期不矛盾')
  if (agesClash(sought, person)) reasons.push('年龄对不上')
  if (villagesDiffer(sought, person)) reasons.push(`档案在${person.village}`)
  return reasons
}
