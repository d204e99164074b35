import { isComplete, mayMean } from '../calendar/partial-date'
import type { PersonDraft, PersonPointer, ParsedRow } from './draft'
import { compact } from './wording'

/** A row of a file: which sheet, and which of its parsed rows. */
export interface RowPlace {
  sheet: number
  /** Row of the sheet, from 0. */
  row: number
}

export interface Duplicate {
  at: RowPlace
  /** The earlier row that is about the same person. */
  of: RowPlace
  why: 'sameIdNumber' | 'samePerson'
  /** The good ID number of one row that would mend the bad one of the other. */
  repair?: { at: RowPlace; idNumber: string }
}

export interface PlacedPerson {
  at: RowPlace
  draft: Pick<
    PersonDraft & PersonPointer,
    | 'name'
    | 'idNumber'
    | 'idNumberAsWritten'
    | 'idNumberKept'
    | 'birthDate'
    | 'village'
    | 'phones'
    | 'gender'
  >
  /** The ID cell as written, where it could not be read. */
  badIdNumber: string | null
}

export function placePerson(
  sheet: number,
  { row, draft, problems }: ParsedRow<'people'>,
): PlacedPerson {
  const problem = problems.find(({ code }) => code.startsWith('ID_') && code !== 'ID_CHARACTER')
  return { at: { sheet, row }, draft, badIdNumber: problem ? compact(problem.raw) : null }
}

/**
 * People who stand in a file twice. The same good ID number is the same person; without one on
 * both sides it takes name, village and birth day, or name, village and a telephone. Two good but
 * different numbers are never one person, however alike the rest.
 */
export function findDuplicates(people: readonly PlacedPerson[]): Duplicate[] {
  const byId = new Map<string, PlacedPerson>()
  const byName = new Map<string, PlacedPerson[]>()
  const duplicates: Duplicate[] = []
  for (const person of people) {
    const { idNumber, name } = person.draft
    const sameId = idNumber === null ? undefined : byId.get(idNumber)
    if (sameId) duplicates.push({ at: person.at, of: sameId.at, why: 'sameIdNumber' })
    else if (name !== '') {
      const alike = byName.get(name)?.find((earlier) => isSamePerson(earlier, person))
      if (alike) duplicates.push({ ...samePerson(alike, person) })
    }
    if (idNumber !== null && !sameId) byId.set(idNumber, person)
    const namesakes = byName.get(name)
    if (namesakes) namesakes.push(person)
    else byName.set(name, [person])
  }
  return duplicates
}

function samePerson(earlier: PlacedPerson, later: PlacedPerson): Duplicate {
  const duplicate: Duplicate = { at: later.at, of: earlier.at, why: 'samePerson' }
  if (earlier.draft.idNumber === null && later.draft.idNumber !== null)
    return { ...duplicate, repair: { at: earlier.at, idNumber: later.draft.idNumber } }
  if (later.draft.idNumber === null && earlier.draft.idNumber !== null)
    return { ...duplicate, repair: { at: later.at, idNumber: earlier.draft.idNumber } }
  return duplicate
}

function isSamePerson(a: PlacedPerson, b: PlacedPerson): boolean {
  const [one, other] = [a.draft, b.draft]
  if (one.idNumber !== null && other.idNumber !== null) return false
  if (one.village === null || one.village !== other.village) return false
  if (one.gender && other.gender && one.gender !== other.gender) return false
  if (birthsClash(one.birthDate, other.birthDate)) return false
  if (agreesWithBadId(one.idNumber, b) || agreesWithBadId(other.idNumber, a)) return true
  const bornSameDay =
    one.birthDate !== null && one.birthDate === other.birthDate && isComplete(one.birthDate)
  if (bornSameDay) return true
  return one.phones.some((phone) => other.phones.includes(phone))
}

function birthsClash(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  if (isComplete(one)) return !mayMean(other, one)
  return isComplete(other) ? !mayMean(one, other) : false
}

/** A rounded number keeps its first 15 digits; one typed wrongly differs in a place or a length. */
function agreesWithBadId(good: string | null, bad: PlacedPerson): boolean {
  if (good === null) return false
  if (bad.draft.idNumberKept !== null) return good.startsWith(bad.draft.idNumberKept)
  if (bad.badIdNumber === null) return false
  return differBySlip(good, bad.badIdNumber)
}

/** Whether one character was changed, left out or added. */
export function differBySlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end++
  return Math.max(one.length, other.length) - start - end <= 1
}
