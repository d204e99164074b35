import { eq, getTableName } from 'drizzle-orm'
import type { StoreContext } from '../context'
import { recordTables } from '../records'
import { helper, recipient, villageGroup } from '../schema'

/** Whom a record is about. */
export interface RecordOwner {
  /** Null where it hangs on nobody's file: a helper, a group of a village. */
  recipientId: number | null
  /** The person's name, or the record's own. */
  name: string | null
}

/** Names a record for somebody who has to look at it: by the person whose file it is a part of. */
export function ownerOf(ctx: StoreContext, entity: string, recordId: number): RecordOwner {
  const table = recordTables.get(entity)
  const row = table
    ? (ctx.db.select().from(table).where(eq(table.id, recordId)).get() as
        Record<string, unknown> | undefined)
    : undefined
  const recipientId = entity === getTableName(recipient) ? recordId : row?.['recipientId']
  if (typeof recipientId === 'number') {
    const person = ctx.db
      .select({ name: recipient.name })
      .from(recipient)
      .where(eq(recipient.id, recipientId))
      .get()
    return { recipientId, name: person?.name ?? null }
  }
  const named = [helper, villageGroup].some((one) => getTableName(one) === entity)
  return { recipientId: null, name: named ? String(row?.['name'] ?? '') : null }
}
