import { readMeta, writeMeta } from '@db/ids'
import type { Store } from '@db/open'

/*
 * While a vault is open, what was written last lies in `sangyu.db-wal`. Whoever copies the database
 * alone loses it without a sign: the database opens and is sound. So the database itself says that it
 * is in use, and where it says so and comes without the journal, a part was left behind.
 */

const IN_USE = 'inUse'

/** Says in the database file that a journal belongs to it, from now until it is closed. */
export function markInUse(store: Store): void {
  writeMeta(store, IN_USE, '1')
  store.$client.pragma('wal_checkpoint(PASSIVE)')
}

/** Before an orderly end, and in every copy that stands for itself. */
export function forgetInUse(store: Store): void {
  try {
    if (readMeta(store, IN_USE) === '1') writeMeta(store, IN_USE, '0')
  } catch {
    // On a full disk the vault must close all the same; the worst is a warning without a reason.
  }
}

/** For a database that was found without a journal beside it. */
export function journalIsMissing(store: Store): boolean {
  return readMeta(store, IN_USE) === '1'
}
