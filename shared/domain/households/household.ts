import type { Day } from '../calendar/types'
import { holdsOn, type Period } from '../periods'
import type { RecipientStatus } from '../vocabulary'

/** The part of a file that tells with whom the person lives. */
export interface HouseholdFile {
  readonly id: number
  readonly spouseRecipientId: number | null
  /** 同户 as it was written down: at most one period holds on a day. */
  readonly households: readonly (Period & { readonly householdId: number })[]
}

/** The household somebody is written into on a day; null where nothing is written. */
export const householdOn = (file: HouseholdFile, day: Day): number | null =>
  file.households.find((span) => holdsOn(span, day))?.householdId ?? null

/**
 * 同户, by person, for everybody who lives with somebody else on file. People written into one
 * household live together; a spouse on file joins them as long as nothing is written about that
 * spouse. What is written comes before the couple: who was told apart stays apart.
 */
export function householdsOn(
  files: readonly HouseholdFile[],
  day: Day,
): ReadonlyMap<number, readonly number[]> {
  const byId = new Map(files.map((file) => [file.id, file]))
  const written = new Map(files.map((file) => [file.id, householdOn(file, day)]))
  const root = new Map<number, number>()
  const rootOf = (id: number): number => {
    const above = root.get(id)
    return above === undefined ? id : rootOf(above)
  }
  const unite = (one: number, other: number): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a !== b) root.set(b, a)
  }
  const firstOf = new Map<number, number>()
  for (const { id, spouseRecipientId: spouse } of files) {
    const home = written.get(id) ?? null
    if (home !== null) {
      unite(firstOf.get(home) ?? id, id)
      if (!firstOf.has(home)) firstOf.set(home, id)
    }
    if (spouse === null || !byId.has(spouse)) continue
    if (home === null || (written.get(spouse) ?? null) === null) unite(id, spouse)
  }
  const members = new Map<number, number[]>()
  for (const { id } of files) {
    const top = rootOf(id)
    const list = members.get(top)
    if (list) list.push(id)
    else members.set(top, [id])
  }
  const shared = [...members.values()].filter((list) => list.length > 1)
  return new Map(shared.flatMap((list) => list.map((id) => [id, list] as const)))
}

const atHome: ReadonlySet<RecipientStatus> = new Set(['active', 'childrenReturned'])

/** Whether somebody of this 状态 lives in the home their file tells of. */
export const livesAtHome = (status: RecipientStatus): boolean => atHome.has(status)
