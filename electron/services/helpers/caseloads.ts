import type { StoreContext } from '@db/context'
import { standingsOfAll } from '../compliance/standings'

/** What a helper carries today. */
export interface Caseload {
  /** People on file, and how many of them are overdue or due. */
  caseload: number
  overdue: number
  due: number
  /** Contacts that the monthly rules ask for their people, and how many of those are done. */
  thisMonth: { needed: number; done: number }
}

const none = (): Caseload => ({
  caseload: 0,
  overdue: 0,
  due: 0,
  thisMonth: { needed: 0, done: 0 },
})

/** By helper. Due, overdue and done are those of the one compliance function. */
export function caseloads(ctx: StoreContext): ReadonlyMap<number, Caseload> {
  const loads = new Map<number, Caseload>()
  for (const { person, standings, state } of standingsOfAll(ctx)) {
    if (person.status !== 'active') continue
    for (const { helperId } of person.helpers) {
      const load = loads.get(helperId) ?? none()
      loads.set(helperId, load)
      load.caseload += 1
      if (state === 'overdue' || state === 'due') load[state] += 1
      for (const { period, open, state: standing } of standings) {
        if (period !== 'month' || standing === 'exempt' || standing === 'none') continue
        load.thisMonth.needed += open.needed
        // A fifth call does not make up for a visit that was not made.
        load.thisMonth.done += Math.min(open.done, open.needed)
      }
    }
  }
  return loads
}

export function countsOf(
  load: Caseload | undefined,
): Pick<Caseload, 'caseload' | 'overdue' | 'due'> {
  const { caseload, overdue, due } = load ?? none()
  return { caseload, overdue, due }
}
