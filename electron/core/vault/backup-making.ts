import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyDatabase, inspectCopy } from '@db/maintenance'
import { failure } from '@shared/contract/failure'
import type { Instant } from '@shared/domain/calendar/types'
import type { BackupCause } from '@shared/domain/backups/vocabulary'
import {
  ARCHIVE_END,
  archivedBytes,
  digestOf,
  piecesOfFile,
  writeArchive,
  type ArchiveSource,
} from './archive'
import { attachmentEntry, damaged, entryNames, openBackup } from './backup-file'
import { BACKUP_FORMAT, sealManifest, type AttachmentList } from './backup-manifest'
import { moveFile, vaultPaths } from './files'
import { readKeyringText } from './keyring'

export interface BackupRequest {
  dataDir: string
  key: Uint8Array
  /** The file to write; it appears under this name only when it is whole and was read back. */
  target: string
  cause: BackupCause
  madeAt: Instant
  /** Takes the attachments along, for another PC. */
  bundled: boolean
}

/** Left free on the disk beyond what the backup takes. */
const SPARE_BYTES = 32 * 1024 * 1024

/** What lies beside `target` while it is being written; whoever stopped half-way removes it. */
export const backupPart = (target: string): string => `${target}.part`
/** The copy of the database before it goes into the archive; it never leaves the vault's folder. */
export const copyPart = (dataDir: string, target: string): string =>
  join(vaultPaths(dataDir).backups, `${basename(target)}.db.part`)

/** About how large a backup will be: database, journal and, where bundled, the attachments. */
export function expectedBytes(dataDir: string, bundled: boolean): number {
  const { database, attachments } = vaultPaths(dataDir)
  const sizes = [database, `${database}-wal`].map((path) => sizeOf(path))
  const files = bundled ? attachmentFiles(attachments).map(({ path }) => sizeOf(path)) : []
  return [...sizes, ...files].reduce((sum, bytes) => sum + archivedBytes(bytes), 0)
}

/**
 * Writes a backup of an open vault and reads it back: the copied database is opened and checked,
 * the archive compared byte by byte with what went in.
 */
export function writeBackup(request: BackupRequest): { bytes: number } {
  const { dataDir, key, target, bundled } = request
  const paths = vaultPaths(dataDir)
  const copy = copyPart(dataDir, target)
  const part = backupPart(target)
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 })
  requireSpace(paths.backups, expectedBytes(dataDir, false) * (bundled ? 1 : 2))
  requireSpace(dirname(target), expectedBytes(dataDir, bundled))
  rmSync(copy, { force: true })
  rmSync(part, { force: true })
  try {
    copyDatabase({ path: paths.database, key, target: copy })
    const { damage, facts, schema } = inspectCopy(copy, key)
    if (damage.length > 0) {
      throw failure(
        'CORRUPT',
        '数据库文件有损坏，没有做成新的备份，以前的备份都留着。请用最近一次完好的备份恢复。',
      )
    }
    // After the copy: a scan is on the disk before the record that refers to it.
    const files = attachmentFiles(paths.attachments)
    const attachments: AttachmentList = files.map(({ name, path }) => ({
      name,
      bytes: sizeOf(path),
      sha256: bundled ? digestOf(piecesOfFile(path)) : '',
    }))
    const keyringText = readFileSync(paths.keyring)
    const keyring = readKeyringText(keyringText.toString('utf8'))
    if (!keyring) {
      throw failure(
        'CORRUPT',
        '钥匙文件 keyring.json 有损坏，没有做成新的备份，以前的备份都留着。请锁定后重新登录，再做备份。',
      )
    }
    const listText = Buffer.from(JSON.stringify(attachments))
    const inside: ArchiveSource[] = [
      { name: entryNames.keyring, bytes: keyringText.length, content: keyringText },
      { name: entryNames.attachments, bytes: listText.length, content: listText },
      { name: entryNames.database, bytes: sizeOf(copy), path: copy },
    ]
    const scans = bundled
      ? files.map(({ name, path }) => ({ name: attachmentEntry(name), bytes: sizeOf(path), path }))
      : []
    const manifest = sealManifest(
      {
        format: BACKUP_FORMAT,
        vaultId: keyring.vaultId,
        centreName: keyring.centreName,
        madeAt: request.madeAt,
        cause: request.cause,
        bundled,
        schema,
        digests: {
          [entryNames.keyring]: digestOf([keyringText]),
          [entryNames.attachments]: digestOf([listText]),
          [entryNames.database]: digestOf(piecesOfFile(copy)),
        },
        attachments: {
          count: attachments.length,
          bytes: attachments.reduce((sum, { bytes }) => sum + bytes, 0),
        },
        rest: [...inside, ...scans].reduce(
          (sum, { bytes }) => sum + archivedBytes(bytes),
          ARCHIVE_END,
        ),
      },
      facts,
      key,
    )
    const head = Buffer.from(JSON.stringify(manifest))
    const written = writeArchive(part, [
      { name: entryNames.manifest, bytes: head.length, content: head },
      ...inside,
      ...scans,
    ])
    if (written.get(entryNames.database) !== manifest.digests[entryNames.database]) throw damaged()
    const { bytes } = openBackup(part)
    moveFile(part, target)
    return { bytes }
  } finally {
    rmSync(copy, { force: true })
    rmSync(part, { force: true })
  }
}

/** The same for the worker thread. */
export async function makeBackup(request: BackupRequest): Promise<{ bytes: number }> {
  return writeBackup(request)
}

/** Every attachment that is whole; one being written ends in `.part` and no record names it yet. */
export function attachmentFiles(folder: string): { name: string; path: string }[] {
  return entriesOf(folder)
    .filter((shelf) => /^[0-9a-f]{2}$/.test(shelf))
    .flatMap((shelf) =>
      entriesOf(join(folder, shelf))
        .filter((name) => /^[0-9a-f]{64}$/.test(name))
        .map((name) => ({ name, path: join(folder, shelf, name) })),
    )
}

/** DISK_FULL where the folder's disk has less room than that. */
export function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= bytes + SPARE_BYTES) return
  const mb = (value: number): string => `${Math.ceil(value / 1024 / 1024)} MB`
  throw failure(
    'DISK_FULL',
    `空间不够：需要约 ${mb(bytes + SPARE_BYTES)}，只剩 ${mb(free)}。没有写入任何内容，请腾出空间或换一个U盘。`,
  )
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function entriesOf(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}
