import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { failure, FailureError } from '@shared/contract/failure'
import {
  archivedBytes,
  archiveEntries,
  digestOf,
  piecesOfEntry,
  type ArchiveEntry,
} from './archive'
import {
  BACKUP_FORMAT,
  readAttachmentList,
  readManifest,
  type AttachmentList,
  type BackupManifest,
} from './backup-manifest'
import { readKeyringText, type Keyring } from './keyring'

/** The ending of a backup's file name. */
export const BACKUP_ENDING = '.sybak'

/** The entries of a backup; attachments follow as `attachments/NAME`. */
export const entryNames = {
  manifest: 'manifest.json',
  keyring: 'keyring.json',
  attachments: 'attachments.json',
  database: 'sangyu.db',
} as const

const MANIFEST_LIMIT = 1024 * 1024

/** What a backup says of itself before anybody has proved to be allowed in. */
export interface BackupSummary {
  manifest: BackupManifest
  bytes: number
}

/**
 * Reads the heading of a backup. Refuses what is no backup, was not copied whole or was written by
 * a newer program; whether every byte is right shows `openBackup`.
 */
export function summariseBackup(path: string): BackupSummary {
  return withFile(path, (file, bytes) => {
    const [entry] = firstOf(archiveEntries(file))
    const text =
      entry?.name === entryNames.manifest && entry.bytes <= MANIFEST_LIMIT
        ? textOf(file, entry)
        : null
    const manifest = text === null ? null : readManifest(text)
    if (!entry || !manifest) throw noBackup()
    if (manifest.format > BACKUP_FORMAT) throw tooNew()
    if (bytes !== archivedBytes(entry.bytes) + manifest.rest) {
      throw failure(
        'CORRUPT',
        '这份备份没有拷完整（文件大小与记载的不符），不能用来恢复。请重新拷贝，或换一份备份。',
      )
    }
    return { manifest, bytes }
  })
}

/** A backup whose every byte was compared with its digests. */
export interface CheckedBackup extends BackupSummary {
  keyring: Keyring
  attachments: AttachmentList
  /** Where everything lies in the file. */
  entries: ReadonlyMap<string, ArchiveEntry>
}

/** Reads a backup whole; CORRUPT where one bit differs from what was written. */
export function openBackup(path: string): CheckedBackup {
  const summary = summariseBackup(path)
  const { digests } = summary.manifest
  return withFile(path, (file) => {
    const entries = new Map([...archiveEntries(file)].map((entry) => [entry.name, entry]))
    const require = (name: string, digest: string | undefined): ArchiveEntry => {
      const entry = entries.get(name)
      if (!entry || digestOf(piecesOfEntry(file, entry)) !== digest) throw damaged()
      return entry
    }
    const keyringText = textOf(file, require(entryNames.keyring, digests[entryNames.keyring]))
    const listText = textOf(file, require(entryNames.attachments, digests[entryNames.attachments]))
    require(entryNames.database, digests[entryNames.database])
    const keyring = readKeyringText(keyringText)
    const attachments = readAttachmentList(listText)
    if (!keyring || !attachments) throw damaged()
    if (summary.manifest.bundled) {
      for (const { name, sha256 } of attachments) require(attachmentEntry(name), sha256)
    }
    return { ...summary, keyring, attachments, entries }
  })
}

/** Why a backup cannot be used, in words; null where every byte is right. For the worker thread. */
export async function checkBackup({ path }: { path: string }): Promise<string | null> {
  try {
    openBackup(path)
    return null
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message
    throw error
  }
}

/** The keyring inside, for asking who can open the backup, without reading the rest. */
export function keyringOfBackup(path: string): Keyring {
  const { manifest } = summariseBackup(path)
  return withFile(path, (file) => {
    for (const entry of archiveEntries(file)) {
      if (entry.name !== entryNames.keyring) continue
      const text = textOf(file, entry)
      if (digestOf([Buffer.from(text)]) !== manifest.digests[entryNames.keyring]) throw damaged()
      const keyring = readKeyringText(text)
      if (!keyring) throw damaged()
      return keyring
    }
    throw damaged()
  })
}

export const attachmentEntry = (name: string): string => `attachments/${name}`

export function withFile<Value>(path: string, read: (file: number, bytes: number) => Value): Value {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw failure('NOT_FOUND', '找不到这份备份。请检查U盘是否插好、文件是否还在。')
  }
  const file = openSync(path, 'r')
  try {
    return read(file, statSync(path).size)
  } finally {
    closeSync(file)
  }
}

export function tooNew(): FailureError {
  return failure(
    'CONFLICT',
    '这份备份由更新版本的桑榆写成，本机程序太旧，没有恢复。请先安装新版本。',
  )
}

export function damaged(): FailureError {
  return failure(
    'CORRUPT',
    '这份备份已损坏（内容与记载的校验不符），没有恢复，现有数据没有改动。请换一份备份。',
  )
}

function noBackup(): FailureError {
  return failure(
    'VALIDATION',
    '这个文件不是桑榆的备份，或开头已损坏。请选以 .sybak 结尾的备份文件。',
  )
}

function textOf(file: number, entry: ArchiveEntry): string {
  return Buffer.concat([...piecesOfEntry(file, entry)]).toString('utf8')
}

function firstOf<Value>(values: Iterable<Value>): [Value] | [] {
  for (const value of values) return [value]
  return []
}
