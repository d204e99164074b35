import { addContact } from '@db/repositories/contacts'
import type { ImportResult } from '@shared/contract/imports'
import type { WritingContext } from './apply'
import { visitorHelper } from './evaluate-contacts'
import type { EvaluatedRow } from './office'
import { summaryOf } from './register-differences'
import { writeTaken } from './row-difference'

/** Contacts as the paper has them; a visitor who is no helper on file stays in words. */
export function writeContacts(
  { ctx, office, batchId }: WritingContext,
  rows: readonly EvaluatedRow<'contacts'>[],
): ImportResult['contacts'] {
  const result = { created: 0, updated: 0, unchanged: 0 }
  const visitors = rows.map((row) => visitorHelper(office, row))
  rows.forEach(({ person, draft, differences, newDates }, i) => {
    if (writeTaken(ctx, differences).size > 0) {
      result.updated += 1
      return
    }
    const { kind } = draft
    if (newDates.length === 0 || !person || !kind) {
      result.unchanged += 1
      return
    }
    const helperId = visitors[i] ?? null
    for (const date of newDates)
      addContact(ctx, {
        recipientId: person.id,
        kind,
        date,
        helperId,
        visitor: helperId === null ? draft.visitor : null,
        summary: summaryOf(draft),
        problem: draft.problem,
        outcome: draft.outcome,
        importId: batchId,
      })
    result.created += newDates.length
  })
  return result
}
