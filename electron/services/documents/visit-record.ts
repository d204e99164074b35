import type { StoreContext } from '@db/context'
import { listContacts, type Contact } from '@db/repositories/contacts'
import { allHelpers } from '@db/repositories/helpers'
import type { VisitRecord } from '@electron/documents/forms/visit-fields'
import { mostVisitRecords, type documentsContract } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import type { z } from 'zod'
import { contactsMeant, visibleContact } from '../contacts/access'
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

/** The contacts a job asks for: named, or those of a list, oldest first as they are filed. */
export function visitsMeant(
  ctx: StoreContext,
  { contactIds, filter }: z.output<(typeof documentsContract)['documents.visitRecords']['input']>,
): Contact[] {
  if (contactIds) return contactIds.map((id) => visibleContact(ctx, id))
  const found = listContacts(ctx, contactsMeant(ctx, filter!), null, mostVisitRecords + 1)
  if (found.length === 0) throw failure('VALIDATION', '这些条件下没有走访记录，没有生成文件。')
  if (found.length > mostVisitRecords)
    throw failure(
      'VALIDATION',
      `走访记录超过 ${mostVisitRecords} 次，没有生成文件。请按月份、村或方式再缩小范围。`,
    )
  return found.reverse()
}
