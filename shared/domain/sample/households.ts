import type { SamplePerson } from './township'

/** 同户 of the sample: positions in the township. */
export interface SampleHousehold {
  readonly couple: readonly [number, number]
  /** An old parent who lives with the two, where there is one. */
  readonly parent: number | null
}

/** Years between a parent and a child, and at most between the two of a couple. */
const generation = 20
const matched = 12

/**
 * Couples who are both on file, found among people of one village group who say that they live with
 * their spouse; where somebody old enough lives with children, with the first of them.
 */
export function sampleHouseholds(people: readonly SamplePerson[]): SampleHousehold[] {
  const byGroup = new Map<string, number[]>()
  people.forEach(({ villageIndex, groupIndex, closed }, at) => {
    if (closed) return
    const place = `${villageIndex} ${groupIndex}`
    byGroup.set(place, [...(byGroup.get(place) ?? []), at])
  })
  return [...byGroup.values()].flatMap((neighbours) => householdsAmong(people, neighbours))
}

function householdsAmong(people: readonly SamplePerson[], neighbours: number[]): SampleHousehold[] {
  const bornIn = (at: number): number => Number(people[at]!.birthDate.slice(0, 4))
  const livesWith = (arrangement: SamplePerson['livingArrangement']) => (at: number) =>
    people[at]!.livingArrangement === arrangement
  const [husbands, wives] = (['male', 'female'] as const).map((gender) =>
    neighbours.filter(livesWith('withSpouse')).filter((at) => people[at]!.gender === gender),
  ) as [number[], number[]]
  const parents = neighbours.filter(livesWith('withChildren'))
  return husbands.flatMap((husband): SampleHousehold[] => {
    const wife = wives.find((one) => Math.abs(bornIn(one) - bornIn(husband)) <= matched)
    if (wife === undefined) return []
    wives.splice(wives.indexOf(wife), 1)
    const parent = parents.find((one) => bornIn(one) + generation <= bornIn(husband)) ?? null
    if (parent !== null) parents.splice(parents.indexOf(parent), 1)
    return [{ couple: [husband, wife], parent }]
  })
}
