import { and, count, desc, eq, notInArray } from 'drizzle-orm'
import type { StoreContext } from '../context'
import { change, changeSet } from '../schema'

/** How a person's screen is arranged, and what left the vault: neither is work to be taken back. */
const notWork = [
  'vault.unlock',
  'vault.recover',
  'recipientLists.setColumns',
  'recipientLists.saveView',
  'recipientLists.removeView',
  'recipients.exportFull',
]

export interface OwnChangeSet {
  changeSetId: number
  operation: string
  at: string
  records: number
}

/** The operator's last work on records, an undo included. */
export function latestOwnSet(ctx: StoreContext): OwnChangeSet | undefined {
  const set = ctx.db
    .select({ changeSetId: changeSet.id, operation: changeSet.operation, at: changeSet.at })
    .from(changeSet)
    .where(and(eq(changeSet.operatorId, ctx.operator.id), notInArray(changeSet.operation, notWork)))
    .orderBy(desc(changeSet.at), desc(changeSet.id))
    .limit(1)
    .get()
  if (!set) return undefined
  const records = ctx.db
    .select({ records: count() })
    .from(change)
    .where(eq(change.changeSetId, set.changeSetId))
    .get()
  return { ...set, records: records?.records ?? 0 }
}
