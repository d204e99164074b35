import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { failure, FailureError } from '@shared/contract/failure'
import { BACKUP_ENDING, summariseBackup, type BackupSummary } from './backup-file'

export interface FoundBackup extends BackupSummary {
  path: string
  fileName: string
}

export interface Shelf {
  /** Newest first. */
  backups: FoundBackup[]
  unreadable: { path: string; fileName: string; problem: string }[]
}

/** Headings already read, by path, size and time of change: a backup never changes. */
const known = new Map<string, BackupSummary>()

/** The backups that lie in a folder; NOT_FOUND where it cannot be read. */
export function backupsIn(folder: string): Shelf {
  const shelf: Shelf = { backups: [], unreadable: [] }
  for (const fileName of namesIn(folder)) {
    if (!fileName.endsWith(BACKUP_ENDING)) continue
    const path = join(folder, fileName)
    try {
      shelf.backups.push({ path, fileName, ...summary(path) })
    } catch (error) {
      const problem =
        error instanceof FailureError ? error.failure.message : '这个文件读不出来，可能没有权限。'
      shelf.unreadable.push({ path, fileName, problem })
    }
  }
  const age = ({ manifest }: FoundBackup): string => manifest.madeAt
  shelf.backups.sort((a, b) => (age(a) < age(b) ? 1 : -1))
  return shelf
}

/** What the contract shows of a backup. */
export function headingOf({ path, fileName, manifest, bytes }: FoundBackup) {
  const { madeAt, cause, bundled, vaultId, centreName, attachments } = manifest
  const { count } = attachments
  return { path, fileName, bytes, madeAt, cause, bundled, attachments: count, vaultId, centreName }
}

/** `桑榆备份-2026-11-21-0930-7f3a.sybak`: local time, so that a clerk finds the right one. */
export function backupName(now: Date, mark: string): string {
  return `桑榆备份-${localStamp(now)}-${mark}${BACKUP_ENDING}`
}

/** `2026-11-21-0930` on the office's clock. */
export function localStamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`
}

function summary(path: string): BackupSummary {
  const { size, mtimeMs } = statSync(path)
  const key = `${path} ${size} ${mtimeMs}`
  const found = known.get(key) ?? summariseBackup(path)
  known.set(key, found)
  return found
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw failure(
      'NOT_FOUND',
      `打不开文件夹“${basename(folder)}”。请检查U盘是否插好、路径是否写对。`,
    )
  }
}
