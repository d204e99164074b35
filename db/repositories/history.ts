import { and, desc, eq, inArray } from 'drizzle-orm'
import type { StoreContext } from '../context'
import {
  absencePeriod,
  attachment,
  categoryOverride,
  change,
  changeSet,
  exemption,
  familyMember,
  groupPeriod,
  operator,
  pairing,
  residencePeriod,
  riskPeriod,
  statusPeriod,
} from '../schema'

export interface HistoryEntry {
  at: string
  operatorName: string | null
  operation: string
  entity: string
  kind: 'create' | 'update' | 'void'
  /** `{field: [old, new]}`; null for a creation. */
  fields: Record<string, [unknown, unknown]> | null
}

/** Tables that hold a part of somebody's file. */
const parts = [
  statusPeriod,
  residencePeriod,
  groupPeriod,
  categoryOverride,
  riskPeriod,
  exemption,
  familyMember,
  absencePeriod,
  attachment,
  pairing,
]

/** What was done to a person's file, the latest first. Contacts have a list of their own. */
export function historyOf(ctx: StoreContext, recipientId: number, limit: number): HistoryEntry[] {
  const recordIds = parts.flatMap((table) =>
    ctx.db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.recipientId, recipientId))
      .all()
      .map(({ id }) => id),
  )
  return ctx.db
    .select({
      at: changeSet.at,
      operatorName: operator.name,
      operation: changeSet.operation,
      entity: change.entity,
      kind: change.kind,
      fields: change.fields,
    })
    .from(change)
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(and(inArray(change.recordId, [recipientId, ...recordIds])))
    .orderBy(desc(change.id))
    .limit(limit)
    .all()
}
