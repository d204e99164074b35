import type { StoreContext } from '@db/context'
import type { Contact } from '@db/repositories/contacts'
import { allHelpers } from '@db/repositories/helpers'
import type { VisitRecord } from '@electron/documents/forms/visit-fields'
import { disclosureFor } from './records'

/** What a visit found is a matter of health: without the right to read it, the page leaves it open. */
const withheld = {
  vitals: null,
  summary: null,
  problem: null,
  outcome: null,
  childrenTold: null,
  reportedTo: null,
}

/** Contacts as the 走访记录表 prints them. */
export function visitRecordsOf(ctx: StoreContext, visits: readonly Contact[]): VisitRecord[] {
  const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  const full = disclosureFor(ctx) === 'full'
  return visits.map((visit) => {
    const visitor = visit.helperId === null ? visit.visitor : (helpers.get(visit.helperId) ?? null)
    return { ...visit, ...(full ? {} : withheld), visitor }
  })
}
