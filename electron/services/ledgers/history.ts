import type { StoreContext } from '@db/context'
import { historyOfCase, referenceNames } from '@db/repositories/history'
import type { OutputOf } from '@shared/contract'

/** Who changed what of a case and its steps, the latest first, with names for ids. */
export function caseHistory(
  ctx: StoreContext,
  entity: string,
  id: number,
  limit: number,
): OutputOf<'recipients.history'> {
  const names = referenceNames(ctx)
  return historyOfCase(ctx, entity, id, limit).map(({ fields, ...entry }) => ({
    id: entry.id,
    at: entry.at,
    operatorName: entry.operatorName,
    operation: entry.operation,
    cause: entry.cause,
    entity: entry.entity,
    subject: entry.entity === entity ? null : entry.subject,
    kind: entry.kind,
    fields: fields.map(({ field, from, to }) => ({
      field,
      from: names(field, from) ?? from,
      to: names(field, to) ?? to,
      restorable: false,
    })),
  }))
}
