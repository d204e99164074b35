import { desc, eq, max } from 'drizzle-orm'
import { readMeta } from './ids'
import type { Store } from './open'
import { recordTables } from './records'
import { changeSet } from './schema'

/** What a database holds, to compare two copies of a vault by. */
export interface VaultFacts {
  /** Records not hidden, by table. */
  counts: Record<string, number>
  /** The latest moment anything was written. */
  lastChangeAt: string | null
  /** Digest of the last change set of this replica, in hexadecimal. */
  chainHead: string | null
}

/** Reads them off a database of any released schema: a table it lacks is left out. */
export function readVaultFacts(store: Store): VaultFacts {
  const present = store.$client
    .prepare(`select name from sqlite_master where type = 'table' order by name`)
    .pluck()
    .all() as string[]
  const counts = present
    .filter((name) => recordTables.has(name))
    .map((name): [string, number] => {
      const sql = `select count(*) from "${name}" where voided_at is null`
      return [name, store.$client.prepare(sql).pluck().get() as number]
    })
  const head = store
    .select({ digest: changeSet.digest })
    .from(changeSet)
    .where(eq(changeSet.replica, Number(readMeta(store, 'replica') ?? 0)))
    .orderBy(desc(changeSet.id))
    .limit(1)
    .get()
  const last = store
    .select({ at: max(changeSet.at) })
    .from(changeSet)
    .get()
  return {
    counts: Object.fromEntries(counts),
    lastChangeAt: last?.at ?? null,
    chainHead: head?.digest.toString('hex') ?? null,
  }
}

/** Grows with everything that is written: equal answers mean that nothing changed in between. */
export function latestChangeSet(store: Store): number {
  return (
    store
      .select({ id: max(changeSet.id) })
      .from(changeSet)
      .where(eq(changeSet.replica, Number(readMeta(store, 'replica') ?? 0)))
      .get()?.id ?? 0
  )
}
