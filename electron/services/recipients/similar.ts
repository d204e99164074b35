import type { StoreContext } from '@db/context'
import { isVisible, loadRoster, type RosterPerson } from '@db/repositories/roster'
import { findByIdNumber } from '@db/repositories/recipients'
import type { SimilarPerson } from '@shared/contract/recipients'
import { normaliseId } from '@shared/domain/identity/resident-id'
import { normaliseName } from '@shared/domain/names/name-text'
import { keysOf } from '../search/name-index'

export interface Sought {
  name: string
  idNumber?: string | null
  birthDate?: string | null
  villageId?: number | null
  except?: number
}

const gravity: SimilarPerson['why'][] = [
  'sameIdNumber',
  'sameNameAndBirth',
  'sameNameAndVillage',
  'soundsAlike',
]

/** People on file who may be the one sought, the likeliest first. */
export function findSimilar(ctx: StoreContext, sought: Sought): SimilarPerson[] {
  const likeness = likenessTo(ctx, sought)
  if (!likeness) return []
  return loadRoster(ctx)
    .flatMap((person) => {
      const why = person.id === sought.except ? null : likeness(person)
      return why ? [{ person, why }] : []
    })
    .sort((a, b) => gravity.indexOf(a.why) - gravity.indexOf(b.why))
    .slice(0, 8)
    .map(({ person, why }) => ({
      id: person.id,
      name: person.name,
      gender: person.gender,
      birthDate: person.birthDate,
      villageId: person.villageId,
      villageName: person.villageName,
      villageGroupName: person.villageGroupName,
      status: person.status,
      why,
    }))
}

type Likeness = (person: RosterPerson) => SimilarPerson['why'] | null

/** Null while too little is known to look for anybody. */
function likenessTo(ctx: StoreContext, sought: Sought): Likeness | null {
  const name = normaliseName(sought.name)
  const idNumber = sought.idNumber ? normaliseId(sought.idNumber) : ''
  if ([...name].length < 2 && idNumber === '') return null
  const sound = soundOf(ctx, name)
  return (person) => {
    if (idNumber !== '' && person.idNumber === idNumber) return 'sameIdNumber'
    // Two whole ID numbers that differ are two people, whatever they are called.
    if (idNumber.length === 18 && person.idNumber) return null
    const sameBirth = bornAlike(person.birthDate, sought.birthDate)
    const sameVillage = sought.villageId != null && person.villageId === sought.villageId
    if (person.name === name) {
      if (sameBirth === true) return 'sameNameAndBirth'
      return sameVillage && sameBirth === null ? 'sameNameAndVillage' : null
    }
    // 张秀珍 and 张秀贞 of one village: a warning while typing, unless their birth dates differ.
    const alike = sameBirth !== false && sameVillage && soundOf(ctx, person.name) === sound
    return alike ? 'soundsAlike' : null
  }
}

/** Null where one of the two is not known. */
export function bornAlike(one: string | null, other: string | null | undefined): boolean | null {
  if (!one || !other) return null
  return one.startsWith(other) || other.startsWith(one)
}

/** How a name is read first: 李玉珍 and 李玉贞 sound the same. */
export function soundOf(ctx: StoreContext, name: string): string {
  return keysOf(ctx, name, null)
    .keys.map((key) => key.split(' ')[1] ?? key)
    .join(' ')
}

/** Who holds an ID number, in words that tell an operator no more than they may see. */
export function ownerOfIdNumber(
  ctx: StoreContext,
  idNumber: string,
  except?: number,
): { id: number | null; told: string } | null {
  const owner = findByIdNumber(ctx, idNumber)
  if (!owner || owner.id === except) return null
  const person = loadRoster(ctx).find(({ id }) => id === owner.id)
  if (!person || !isVisible(person, ctx.scope)) {
    return { id: null, told: '这个身份证号已在别的村建档，请与镇里核对。' }
  }
  const place = person.villageName + person.villageGroupName
  return { id: owner.id, told: `这个身份证号已建档：${place} ${person.name}。` }
}
