import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { MAX_REPLICA, readMeta, writeMeta } from '@db/ids'
import { inspectCopy } from '@db/maintenance'
import { openConnection, storeOn } from '@db/open'
import type { VaultFacts } from '@db/vault-facts'
import { failure } from '@shared/contract/failure'
import type { Instant } from '@shared/domain/calendar/types'
import { piecesOfEntry, writeWhole, type ArchiveEntry } from './archive'
import { attachmentEntry, damaged, entryNames, openBackup, tooNew, withFile } from './backup-file'
import { unsealManifest } from './backup-manifest'
import { requireSpace } from './backup-making'
import { keepNote } from './backup-notes'
import { replaceFile, syncFile, vaultPaths } from './files'
import { forgetInUse } from './in-use'
import { keyringText } from './keyring'
import { lockForWriting } from './writer-lock'

/*
 * A backup is unpacked into a new folder and looked at there. Only when the office says so, the
 * vault's folder is renamed aside and the new one takes its name; nothing is ever deleted.
 */

/** Where a restored vault waits to take the place of `dataDir`. */
export const restoredDir = (dataDir: string): string => `${dataDir}.恢复中`

/** Written when the exchange of the folders begins, so that a start after a power cut ends it. */
const TAKING_OVER = 'taking-over'

export interface UnpackRequest {
  backup: string
  key: Uint8Array
  folder: string
  /** The newest schema this program can open. */
  knownSchema: number
  /** Where the attachments of a local backup lie; null where nothing is shared. */
  sharedAttachments: string | null
  at: Instant
}

export interface Unpacked {
  facts: VaultFacts
  attachments: number
  /** Attachments the backup counts that were found nowhere. */
  missing: number
}

/**
 * Unpacks a backup into a new folder, opens the database there and compares it with what the backup
 * says of itself. The folder becomes a vault with the last file written. Runs on the worker thread.
 */
export async function unpackBackup(request: UnpackRequest): Promise<Unpacked> {
  const { backup, key, folder } = request
  const { manifest, bytes, keyring, attachments, entries } = openBackup(backup)
  if (manifest.schema > request.knownSchema) throw tooNew()
  const expected = unsealManifest(manifest, key)
  if (!expected) throw damaged()
  mkdirSync(dirname(folder), { recursive: true })
  requireSpace(dirname(folder), bytes + (manifest.bundled ? 0 : manifest.attachments.bytes))
  rmSync(folder, { recursive: true, force: true })
  const paths = vaultPaths(folder)
  mkdirSync(paths.attachments, { recursive: true, mode: 0o700 })
  let missing = 0
  withFile(backup, (file) => {
    unpackEntry(file, entries.get(entryNames.database)!, paths.database)
    for (const { name } of attachments) {
      const target = join(paths.attachments, name.slice(0, 2), name)
      mkdirSync(dirname(target), { recursive: true })
      if (manifest.bundled) unpackEntry(file, entries.get(attachmentEntry(name))!, target)
      else if (!copyShared(request.sharedAttachments, name, target)) missing += 1
    }
  })
  const { damage, facts } = inspectCopy(paths.database, key)
  if (damage.length > 0 || JSON.stringify(facts) !== JSON.stringify(expected)) throw damaged()
  beginAnew(paths.database, key, { from: manifest.madeAt, at: request.at })
  replaceFile(paths.keyring, keyringText(keyring))
  return { facts, attachments: attachments.length - missing, missing }
}

/**
 * Puts the restored vault in the place of `dataDir` and answers where the old folder lies now, or
 * null where there was nothing in it. Refused (BUSY) while a program has the old vault open.
 */
export function takeOver(dataDir: string, stamp: string): string | null {
  const restored = restoredDir(dataDir)
  if (existsSync(vaultPaths(dataDir).lock)) lockForWriting(vaultPaths(dataDir).lock)()
  const aside = `${dataDir}（恢复前 ${stamp}）`
  writeFileSync(join(restored, TAKING_OVER), stamp)
  const kept = existsSync(dataDir) && readdirSync(dataDir).length > 0
  try {
    if (kept) renameSync(dataDir, aside)
    else if (existsSync(dataDir)) rmdirSync(dataDir)
  } catch {
    throw failure(
      'BUSY',
      '原来的数据文件夹挪不开（可能有别的程序正占用，或没有权限），什么都没有改动。请关掉占用它的程序后再试。',
    )
  }
  try {
    finishTakeOver(dataDir)
  } catch (error) {
    if (kept) renameSync(aside, dataDir)
    throw error
  }
  return kept ? aside : null
}

/** Ends an exchange of folders that a power cut stopped between the two renames. */
export function finishTakeOver(dataDir: string): void {
  const restored = restoredDir(dataDir)
  if (existsSync(dataDir) || !existsSync(join(restored, TAKING_OVER))) return
  renameSync(restored, dataDir)
  rmSync(join(dataDir, TAKING_OVER), { force: true })
}

/**
 * The copy may go on beside the original, and what was entered after the backup may live on in
 * packages sent elsewhere: it gives ids under a number of its own, never one twice.
 */
function beginAnew(database: string, key: Uint8Array, restored: { from: Instant; at: Instant }) {
  const connection = openConnection(database, key, { mustExist: true })
  try {
    const store = storeOn(connection)
    const former = Number(readMeta(store, 'replica'))
    const drawn = 1 + Math.floor(Math.random() * (MAX_REPLICA - 1))
    writeMeta(store, 'replica', String(drawn < former ? drawn : drawn + 1))
    keepNote(store, 'restored', restored)
    forgetInUse(store)
  } finally {
    connection.close()
  }
  syncFile(database)
}

function unpackEntry(file: number, entry: ArchiveEntry, path: string): void {
  const target = openSync(path, 'wx', 0o600)
  try {
    for (const piece of piecesOfEntry(file, entry)) writeWhole(target, piece)
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}

function copyShared(folder: string | null, name: string, target: string): boolean {
  const source = folder && join(folder, name.slice(0, 2), name)
  if (!source || !existsSync(source)) return false
  copyFileSync(source, target)
  syncFile(target)
  return true
}
