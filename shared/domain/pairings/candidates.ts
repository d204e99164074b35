import type { Gender } from '../vocabulary'

/** Somebody who needs a helper, with what nearness and kinship are judged by. */
export interface Needing {
  readonly id: number
  readonly name: string
  readonly surname: string
  readonly gender: Gender | null
  readonly villageId: number | null
  readonly villageGroupId: number | null
  /** Needs help with bathing: only somebody of the same sex may be proposed. */
  readonly needsBathing: boolean
  readonly family: readonly { name: string; phones: readonly string[]; relation: string | null }[]
}

/** A helper who serves, with how many more people there is room for. */
export interface Offering {
  readonly id: number
  readonly name: string
  readonly surname: string
  readonly gender: Gender | null
  readonly isRelative: boolean
  readonly phones: readonly string[]
  readonly villageId: number | null
  readonly villageGroupId: number | null
  /** Villages served besides the helper's own. */
  readonly servedVillageIds: readonly number[]
  /** Villages where the helper has people already. */
  readonly helpsInVillageIds: readonly number[]
  readonly caseload: number
  readonly capacity: number
}

/** How near helper and person are, nearest first, with its weight. */
const nearness = {
  group: { points: 40, words: '同一小组' },
  village: { points: 30, words: '同村' },
  served: { points: 20, words: '服务本村' },
  helping: { points: 20, words: '已在本村帮扶' },
  township: { points: 10, words: '全镇可派' },
} as const

const kinship = { family: 50, surname: 5 } as const // points; family outweighs any distance

/** A helper whom nothing forbids for a person, with what speaks for it. */
export interface Candidate {
  readonly helper: Offering
  readonly points: number
  /** In words a clerk reads, the weightiest first. */
  readonly reasons: readonly string[]
}

/** What forbids a pairing. Room is judged apart: it changes while people are placed. */
export type Obstacle = 'far' | 'sex'

export const roomOf = ({ capacity, caseload }: Offering): number => Math.max(0, capacity - caseload)

/** Whether, and how well, a helper fits a person; room is not looked at. */
export function judge(person: Needing, helper: Offering): Candidate | { obstacle: Obstacle } {
  const relation = relationBetween(person, helper)
  const near = nearnessOf(person, helper)
  if (near === null && relation === null) return { obstacle: 'far' }
  const sameSex = person.gender !== null && person.gender === helper.gender
  if (person.needsBathing && !sameSex) return { obstacle: 'sex' }
  const namesake = near !== null && near !== 'township' && person.surname === helper.surname
  const reasons = [
    ...(relation === null ? [] : [`是老人的${relation}`]),
    ...(near === null ? [] : [nearness[near].words]),
    ...(namesake && relation === null ? ['同姓'] : []),
    ...(person.needsBathing ? ['需助浴，同性'] : []),
  ]
  const points =
    (relation === null ? 0 : kinship.family) +
    (near === null ? 0 : nearness[near].points) +
    (namesake ? kinship.surname : 0)
  return { helper, points, reasons }
}

function nearnessOf(person: Needing, helper: Offering): keyof typeof nearness | null {
  const { villageId, villageGroupId } = person
  if (villageGroupId !== null && villageGroupId === helper.villageGroupId) return 'group'
  if (villageId !== null) {
    if (villageId === helper.villageId) return 'village'
    if (helper.servedVillageIds.includes(villageId)) return 'served'
    if (helper.helpsInVillageIds.includes(villageId)) return 'helping'
  }
  // Whoever is registered with no village at all is taken to be sent anywhere.
  return helper.villageId === null && helper.servedVillageIds.length === 0 ? 'township' : null
}

/** 儿媳, where the helper is one of the family: the same name, and kin by kind or by telephone. */
function relationBetween(person: Needing, helper: Offering): string | null {
  const member = person.family.find(
    ({ name, phones }) =>
      name === helper.name &&
      (helper.isRelative || phones.some((phone) => helper.phones.includes(phone))),
  )
  return member ? (member.relation ?? '家里人') : null
}

/** Share of the capacity that is used; a helper who takes nobody is full. */
export const loadOf = ({ capacity }: Offering, caseload: number): number =>
  capacity === 0 ? 1 : caseload / capacity

/** Best first: what speaks for it, then who carries least for what they can, then by id. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.points - a.points ||
    loadOf(a.helper, a.helper.caseload) - loadOf(b.helper, b.helper.caseload) ||
    a.helper.id - b.helper.id
  )
}
