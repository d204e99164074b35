import {
  compareCandidates,
  judge,
  loadOf,
  roomOf,
  type Candidate,
  type Needing,
  type Offering,
} from './candidates'

/**
 * Why nobody can be proposed for a person: nobody is near, nobody near is of the same sex where
 * bathing is needed, everybody fitting was turned down, or everybody fitting is full.
 */
export const unplacedReasonLabel = {
  far: '本村没有帮扶人，也没有服务本村的帮扶人',
  sex: '需要助浴，附近没有同性的帮扶人',
  dismissed: '合适的都已选过“不配这一位”',
  full: '合适的帮扶人名额都满了',
} as const
export type UnplacedReason = keyof typeof unplacedReasonLabel

export interface Suggestion {
  readonly personId: number
  /** Whom to pair them with; null where nobody can be. */
  readonly proposal: Candidate | null
  readonly unplaced: UnplacedReason | null
  /** All who fit, the best first, whether they have room or not; the proposal is one of them. */
  readonly candidates: readonly Candidate[]
}

/**
 * Proposes a helper for everybody for whom there is one. Nobody gets more people than they can
 * take, and whoever could be paired is: where the near ones are full, somebody they were meant for
 * is moved on to another who fits. Otherwise the weightiest reasons decide, and among equals the
 * helper with the lightest load. The order of the arguments does not matter.
 *
 * @param isDismissed whether this pair was turned down before
 */
export function suggestPairings(
  people: readonly Needing[],
  helpers: readonly Offering[],
  isDismissed: (personId: number, helperId: number) => boolean,
): Suggestion[] {
  const offers = helpers.toSorted((a, b) => a.id - b.id)
  const needs = people
    .toSorted((a, b) => a.id - b.id)
    .map((person) => ({ person, ...candidatesOf(person, offers, isDismissed) }))
  const candidatesById = new Map(needs.map(({ person, candidates }) => [person.id, candidates]))
  const placement = new Placement(candidatesById)
  placement.placeByWeight()
  placement.placeTheRest()
  return needs.map(({ person, candidates, obstacle }): Suggestion => {
    const proposal = placement.of(person.id)
    return {
      personId: person.id,
      proposal,
      unplaced: proposal ? null : candidates.length > 0 ? 'full' : obstacle,
      candidates,
    }
  })
}

function candidatesOf(
  person: Needing,
  helpers: readonly Offering[],
  isDismissed: (personId: number, helperId: number) => boolean,
): { candidates: Candidate[]; obstacle: UnplacedReason } {
  let obstacle: UnplacedReason = 'far'
  const candidates: Candidate[] = []
  for (const helper of helpers) {
    const verdict = judge(person, helper)
    if ('obstacle' in verdict) {
      if (verdict.obstacle === 'sex' && obstacle === 'far') obstacle = 'sex'
    } else if (isDismissed(person.id, helper.id)) obstacle = 'dismissed'
    else candidates.push(verdict)
  }
  return { candidates: candidates.sort(compareCandidates), obstacle }
}

/** Who is placed with whom so far. */
class Placement {
  private readonly placed = new Map<number, Candidate>()
  private readonly taken = new Map<number, number[]>()
  /** Helpers from whom nobody can be moved on: every search from them failed once and for all. */
  private stuck = new Set<number>()

  constructor(private readonly candidatesById: ReadonlyMap<number, readonly Candidate[]>) {}

  of(personId: number): Candidate | null {
    return this.placed.get(personId) ?? null
  }

  /** The weightiest reasons first, over all people; among equals the lightest load. */
  placeByWeight(): void {
    const all = [...this.candidatesById.values()].flat()
    const weights = [...new Set(all.map(({ points }) => points))].sort((a, b) => b - a)
    for (const weight of weights) {
      for (const [personId, candidates] of this.candidatesById) {
        if (this.placed.has(personId)) continue
        const free = candidates.filter(
          ({ points, helper }) => points === weight && this.hasRoom(helper),
        )
        const lightest = free.reduce<Candidate | null>(
          (best, one) => (best && this.load(best) <= this.load(one) ? best : one),
          null,
        )
        if (lightest) this.put(personId, lightest)
      }
    }
  }

  /** Whoever is left gets the place of somebody who can be moved on. */
  placeTheRest(): void {
    for (const personId of this.candidatesById.keys()) {
      if (this.placed.has(personId)) continue
      const seen = new Set(this.stuck)
      // A failed search stays failed: whoever it saw can be moved on by nobody later either.
      if (!this.makeRoom(personId, seen)) this.stuck = seen
    }
  }

  /** Places a person, moving others on where needed. `seen` are helpers already tried. */
  private makeRoom(personId: number, seen: Set<number>): boolean {
    for (const candidate of this.candidatesById.get(personId) ?? []) {
      const { helper } = candidate
      if (seen.has(helper.id)) continue
      seen.add(helper.id)
      if (this.hasRoom(helper)) {
        this.put(personId, candidate)
        return true
      }
      for (const other of this.taken.get(helper.id) ?? []) {
        if (!this.makeRoom(other, seen)) continue
        // The other went elsewhere; this place is theirs no more.
        const here = this.taken.get(helper.id)!
        here.splice(here.indexOf(other), 1)
        this.put(personId, candidate)
        return true
      }
    }
    return false
  }

  private put(personId: number, candidate: Candidate): void {
    this.placed.set(personId, candidate)
    const here = this.taken.get(candidate.helper.id)
    if (here) here.push(personId)
    else this.taken.set(candidate.helper.id, [personId])
  }

  private count(helperId: number): number {
    return this.taken.get(helperId)?.length ?? 0
  }

  private hasRoom(helper: Offering): boolean {
    return this.count(helper.id) < roomOf(helper)
  }

  private load({ helper }: Candidate): number {
    return loadOf(helper, helper.caseload + this.count(helper.id))
  }
}
