import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where everything of one vault lies. */
export function vaultPaths(dataDir: string) {
  return {
    database: join(dataDir, 'sangyu.db'),
    /** The database under a new key, until it takes the place of the other. */
    rekeyed: join(dataDir, 'sangyu.db.rekeyed'),
    keyring: join(dataDir, 'keyring.json'),
    lock: join(dataDir, 'lock.db'),
    attachments: join(dataDir, 'attachments'),
    /** What long work has done so far. */
    staged: join(dataDir, 'staged'),
    backups: join(dataDir, 'backups'),
    logs: join(dataDir, 'logs'),
    failedLogins: join(dataDir, 'logs', 'failed-logins'),
    /** Papers opened in the office program; swept at start and at lock. */
    opened: join(dataDir, '打开的文书（会自动清空）'),
  }
}
export type VaultPaths = ReturnType<typeof vaultPaths>

/** Replaces a file as a whole: after a power cut it is the old one or the new one. */
export function replaceFile(path: string, content: string): void {
  const partial = `${path}.part`
  const file = openSync(partial, 'w', 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(partial, path)
}

/** Waits until a file's content is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
