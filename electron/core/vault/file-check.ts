import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { openConnection } from '@db/open'
import { AttachmentFiles } from './attachments'
import { checkBackup } from './backup-file'
import { backupsIn } from './backup-shelf'
import { attachmentFiles } from './backup-making'
import { vaultPaths } from './files'

/*
 * A scan or a backup whose bits flipped on the disk is noticed when it is read, which may be years
 * later, when no good copy is left. So each start reads a part of them whole, going on where the last
 * one stopped, and everything that was found wrong before. Nothing is changed or removed.
 */

/** Bytes read at one start: some seconds of an old hard disk. */
const BYTES_A_START = 256 * 1024 * 1024

/** What is known from the starts before; a file is named `attachments/NAME` or `backups/NAME`. */
export interface FilesKnown {
  /** The file read last. */
  after: string
  damaged: string[]
}

export interface FilesFound extends FilesKnown {
  /** Scans that records name and that are not there. */
  missing: number
  /** Scans no record names: left by a power cut between file and record. Harmless, and kept. */
  unnamed: number
}

export interface FileCheckRequest {
  dataDir: string
  key: Uint8Array
  formerKeys: Uint8Array[]
  known: FilesKnown
  /** Bytes to read beyond what was damaged before and the newest backup. */
  bytes?: number
}

/** Looks at the files beside the database. Runs on the worker thread. */
export async function checkFiles(request: FileCheckRequest): Promise<FilesFound> {
  const { dataDir, key, formerKeys, known, bytes = BYTES_A_START } = request
  const paths = vaultPaths(dataDir)
  const scans = new AttachmentFiles(paths.attachments, key, formerKeys)
  const named = namedScans(paths.database, key)
  const present = new Map(attachmentFiles(paths.attachments).map(({ name, path }) => [name, path]))
  const shelf = existsSync(paths.backups)
    ? backupsIn(paths.backups)
    : { backups: [], unreadable: [] }

  const reads = new Map<string, () => boolean | Promise<boolean>>()
  const sizes = new Map<string, number>()
  for (const name of named) {
    const path = present.get(name)
    if (!path) continue
    reads.set(`attachments/${name}`, () => readable(scans, name))
    sizes.set(`attachments/${name}`, statSync(path).size)
  }
  for (const { fileName, path, bytes: size } of shelf.backups) {
    reads.set(`backups/${fileName}`, async () => (await checkBackup({ path })) === null)
    sizes.set(`backups/${fileName}`, size)
  }

  const order = [...reads.keys()].sort()
  const turn = [
    ...order.filter((file) => file > known.after),
    ...order.filter((file) => file <= known.after),
  ]
  const newest = shelf.backups[0] && `backups/${shelf.backups[0].fileName}`
  const always = new Set([...known.damaged, ...(newest ? [newest] : [])])
  const damaged = shelf.unreadable.map(({ fileName }) => `backups/${fileName}`)
  let left = bytes
  let { after } = known
  for (const file of turn) {
    const inTurn = left > 0
    if (inTurn) {
      left -= sizes.get(file)!
      after = file
    }
    if (!inTurn && !always.has(file)) continue
    if (!(await reads.get(file)!())) damaged.push(file)
  }
  return {
    after,
    damaged,
    missing: named.filter((name) => !present.has(name)).length,
    unnamed: [...present.keys()].filter((name) => !named.includes(name)).length,
  }
}

/** What was found, in words for a clerk; null where nothing is wrong. */
export function filesTrouble({ damaged, missing }: FilesFound): string | null {
  const scans = damaged.filter((file) => file.startsWith('attachments/')).length
  const backups = damaged
    .filter((file) => file.startsWith('backups/'))
    .map((file) => basename(file))
  const parts = [
    ...(missing > 0 ? [`${missing} 个附件不见了`] : []),
    ...(scans > 0 ? [`${scans} 个附件已损坏`] : []),
    ...(backups.length > 0
      ? [`${backups.length} 份备份已损坏（${backups.slice(0, 2).join('、')}）`]
      : []),
  ]
  return parts.length > 0 ? parts.join('，') : null
}

function namedScans(database: string, key: Uint8Array): string[] {
  const connection = openConnection(database, key, { readonly: true, mustExist: true })
  try {
    return connection
      .prepare(
        'select storage_name from attachment union select storage_name from template_version',
      )
      .pluck()
      .all() as string[]
  } finally {
    connection.close()
  }
}

function readable(scans: AttachmentFiles, name: string): boolean {
  try {
    scans.read(name)
    return true
  } catch {
    return false
  }
}
