import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failure } from '@shared/contract/failure'

/** Where everything of one vault lies. */
export function vaultPaths(dataDir: string) {
  return {
    database: join(dataDir, 'sangyu.db'),
    /** The database under a new key, until it takes the place of the other. */
    rekeyed: join(dataDir, 'sangyu.db.rekeyed'),
    keyring: join(dataDir, 'keyring.json'),
    /** The same again, for when a bit of the other flips or only half the folder was copied. */
    keyringCopy: join(dataDir, 'keyring.copy.json'),
    /** Lies there while a vault is being set up and has no keyring yet. */
    settingUp: join(dataDir, '正在设置'),
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
  writeDurably(partial, 'w', content)
  moveFile(partial, path)
}

/** Writes a file and waits until it is on the disk; where that fails, no half of it stays. */
export function writeDurably(path: string, flags: 'w' | 'wx', content: string | Uint8Array): void {
  const file = openSync(path, flags, 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** How long a file that another program holds is waited for, in milliseconds. */
const PATIENCE = 2000
const PAUSE = 50

/**
 * Gives a file its name, and waits until the disk knows it. An antivirus looking through a file
 * holds it for a moment (Windows refuses the rename): it is waited for, then told (BUSY).
 */
export function moveFile(from: string, to: string): void {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      renameSync(from, to)
      break
    } catch (error) {
      if (!isHeld(error)) throw error
      if (waited >= PATIENCE) {
        rmSync(from, { force: true })
        throw failure(
          'BUSY',
          '数据文件夹里的文件正被别的程序占用（多半是杀毒软件在检查），这一步没有保存，之前的资料完好。请过一会儿再试；总是这样，请把数据文件夹加入杀毒软件的信任名单。',
        )
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
  syncFolder(dirname(to))
}

function isHeld(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EBUSY' || code === 'EPERM' || code === 'EACCES'
}

/** Without it a power cut may take back a new name. Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
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
