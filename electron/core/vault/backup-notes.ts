import { readMeta, writeMeta } from '@db/ids'
import type { Store } from '@db/open'
import type { OutputOf } from '@shared/contract'
import type { FilesKnown } from './file-check'

export type Drill = NonNullable<OutputOf<'backups.list'>['drill']>

/** What a vault remembers of its backups, beside the records and not part of the history. */
interface Notes {
  /** File name → when the file was last read whole and found right. */
  backupsVerified: Record<string, string>
  lastBackup: { at: string; changeSet: number }
  outsideBackup: { at: string; path: string }
  restoreDrill: Drill
  restored: { from: string; at: string }
  /** What the last start found in scans and backups. */
  files: FilesKnown
}

export function note<Name extends keyof Notes>(store: Store, name: Name): Notes[Name] | undefined {
  const kept = readMeta(store, name)
  return kept === undefined ? undefined : (JSON.parse(kept) as Notes[Name])
}

export function keepNote<Name extends keyof Notes>(
  store: Store,
  name: Name,
  value: Notes[Name],
): void {
  // Locked meanwhile: the file is there all the same, its note is not missed.
  if (store.$client.open) writeMeta(store, name, JSON.stringify(value))
}
