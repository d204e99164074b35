import type { HelperKind, helperKindLabel } from '../vocabulary'

/**
 * 最多帮扶人数 by kind of helper; `unknown` is for those whose kind was never entered or is one the
 * office added to the dictionary.
 */
export type Capacities = Readonly<Record<keyof typeof helperKindLabel | 'unknown', number>>

/**
 * What an office begins with: people at work in the village carry more than neighbours, relatives
 * and students do. An office sets its own.
 */
export const usualCapacities: Capacities = {
  townCadre: 10,
  villageCadre: 15,
  partyMember: 8,
  villageDoctor: 20,
  neighbour: 5,
  relative: 3,
  volunteer: 8,
  student: 3,
  company: 20,
  other: 8,
  unknown: 10,
}

/** How many people a helper takes at most: the figure agreed with them, or that of their kind. */
export function capacityOf(
  { capacity, kind }: { capacity: number | null; kind: HelperKind | null },
  capacities: Capacities,
): number {
  if (capacity !== null) return capacity
  const isKnown = kind !== null && Object.hasOwn(capacities, kind)
  return capacities[isKnown ? (kind as keyof Capacities) : 'unknown']
}
