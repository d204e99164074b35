/** 最多帮扶人数 by code of the kind of helper; `unknown` is for all others. */
export type Capacities = Readonly<Record<string, number>>

/**
 * What an office begins with: people at work in the village carry more than neighbours, relatives
 * and students do. An office sets its own.
 */
export const usualCapacities = {
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
} as const satisfies Capacities

/** How many people a helper takes at most: the figure agreed with them, or that of their kind. */
export function capacityOf(
  { capacity, kind }: { capacity: number | null; kind: string | null },
  capacities: Capacities,
): number {
  if (capacity !== null) return capacity
  // A kind the office added takes the common figure until it is given one of its own.
  const own = kind !== null && Object.hasOwn(capacities, kind) ? capacities[kind] : undefined
  return own ?? capacities['unknown'] ?? usualCapacities.unknown
}
