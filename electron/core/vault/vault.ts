import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { IdSource, MAX_REPLICA, readMeta, writeMeta } from '@db/ids'
import { migrate } from '@db/migrate'
import { openConnection, storeOn, type Store } from '@db/open'
import { journalledFrames, takenFrames } from '@db/journal'
import { Memo } from '@db/memo'
import { failure, FailureError } from '@shared/contract/failure'
import type { RecoverySheet } from '@shared/contract/vault'
import { AttachmentFiles } from './attachments'
import { writeBackup } from './backup-making'
import { keepNote, note } from './backup-notes'
import { backupName } from './backup-shelf'
import { forgetInUse, journalIsMissing } from './in-use'
import { replaceFile, vaultPaths, type VaultPaths } from './files'
import {
  entryFor,
  keyringText,
  newVaultKey,
  openEntry,
  readKeyringText,
  unwrapWithHalves,
  wrapWithHalves,
  type Keyring,
} from './keyring'
import { refuseLocation } from './location'
import { finishRekeying, formerKeys } from './rekeying'
import { newHalf, printHalf, readHalf } from './recovery-code'
import { StagedFiles } from './staged'
import { lockForWriting } from './writer-lock'

/** An unlocked vault. */
export interface OpenVault {
  dataDir: string
  paths: VaultPaths
  key: Uint8Array
  store: Store
  ids: IdSource
  memo: Memo
  attachments: AttachmentFiles
  staged: StagedFiles
  /** Whether what was written last may be lost: its journal did not come along, or is damaged. */
  journal: 'whole' | 'missing' | 'damaged'
  /** Lets another program write to the folder; `close` does it too. */
  release: () => void
  /** Forgets the key and keeps the folder: for opening it again under another key. */
  closeDatabase(): void
  close(): void
}

/** Fills a new vault's database with its first records; answers the first operator's id. */
export type Founding = (vault: OpenVault) => number

/** Reads the keyring of a data folder; null where there is no vault yet. */
export function readKeyring(dataDir: string): Keyring | null {
  const { keyring, keyringCopy, settingUp, database } = vaultPaths(dataDir)
  const present = [keyring, keyringCopy].filter((path) => existsSync(path))
  if (present.length === 0) {
    if (!existsSync(database) || existsSync(settingUp)) return null
    throw failure(
      'CORRUPT',
      '数据文件夹里有数据库却没有钥匙文件 keyring.json，可能只拷来了一部分。数据库没有改动。请把整个文件夹拷全，或从备份恢复。',
    )
  }
  if (!existsSync(database)) {
    throw failure(
      'CORRUPT',
      '数据文件夹里有钥匙文件却没有数据库文件，可能只拷来了一部分。请把整个文件夹拷全，或从备份恢复。',
    )
  }
  for (const path of present) {
    const read = readKeyringText(readFileSync(path, 'utf8'))
    if (read) return read
  }
  throw failure(
    'CORRUPT',
    '钥匙文件 keyring.json 已损坏，数据库没有改动。请点“从备份恢复”，选最近的一份备份。',
  )
}

/** Writes anew whichever of the two keyring files is missing or says something else. */
function mendKeyring(dataDir: string, keyring: Keyring): void {
  const { keyring: first, keyringCopy } = vaultPaths(dataDir)
  const text = keyringText(keyring)
  for (const path of [first, keyringCopy]) {
    const present = existsSync(path) ? readFileSync(path, 'utf8') : null
    if (present === text) continue
    if (path === first && present !== null && !readKeyringText(present)) {
      writeFileSync(`${first}.${Date.now()}.损坏`, present)
    }
    replaceFile(path, text)
  }
}

/** Creates a vault: whole or not at all, because the keyring is written last. */
export async function createVault(request: {
  dataDir: string
  migrations: string
  centreName: string
  operatorName: string
  password: string
  now: string
  /** The replica number; by default a random one, so that ids of independent vaults differ. */
  replica?: number
  found: Founding
}): Promise<{ vault: OpenVault; operatorId: number; sheet: RecoverySheet }> {
  const dataDir = checkedDir(request.dataDir)
  if (readKeyringSafely(dataDir)) {
    throw failure(
      'CONFLICT',
      '这个文件夹里已经有一个数据库，没有覆盖。请选别的文件夹，或直接解锁使用。',
    )
  }
  makeFolder(dataDir)
  const release = lockForWriting(vaultPaths(dataDir).lock)
  try {
    setAsideLeftovers(dataDir)
    writeFileSync(vaultPaths(dataDir).settingUp, '')
    const key = newVaultKey()
    const vault = openWithKey(dataDir, key, request.migrations, release, request.replica)
    try {
      const operatorId = request.found(vault)
      const { sheet, recovery } = newRecovery(key, readMeta(vault.store, 'vaultId')!, request.now)
      const keyring: Keyring = {
        format: 2,
        vaultId: sheet.vaultId,
        centreName: request.centreName,
        createdAt: request.now,
        operators: [
          await entryFor({ id: operatorId, name: request.operatorName }, key, request.password),
        ],
        recovery,
      }
      writeKeyring(dataDir, keyring)
      rmSync(vaultPaths(dataDir).settingUp, { force: true })
      return { vault, operatorId, sheet }
    } catch (error) {
      vault.close()
      throw error
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Opens the vault with an operator's password; VALIDATION when it does not fit. */
export async function unlockVault(request: {
  dataDir: string
  migrations: string
  operatorId: number
  password: string
}): Promise<OpenVault> {
  const keyring = existingKeyring(request.dataDir)
  const at = keyring.operators.findIndex((operator) => operator.id === request.operatorId)
  const entry = keyring.operators[at]
  const key = entry && (await openEntry(entry, request.password))
  if (!key) throw wrongPassword()
  const renewed = 'key' in entry && (await entryFor(entry, key, request.password))
  const vault = openLocked(request.dataDir, key, request.migrations)
  try {
    const operators = renewed ? keyring.operators.with(at, renewed) : keyring.operators
    mendKeyring(request.dataDir, { ...keyring, operators })
  } catch {
    // A full disk must keep nobody out; the next opening tries again.
  }
  return vault
}

/**
 * Opens the vault with both halves of the recovery sheet, gives the operator a new password and
 * prints a new sheet: the old one is worth nothing afterwards.
 */
export async function recoverVault(request: {
  dataDir: string
  migrations: string
  halves: [string, string]
  operatorId: number
  newPassword: string
  now: string
}): Promise<{ vault: OpenVault; sheet: RecoverySheet }> {
  const keyring = existingKeyring(request.dataDir)
  const first = readHalf(request.halves[0])
  const second = readHalf(request.halves[1])
  if (!first || !second) {
    throw failure('VALIDATION', '恢复码有字抄错了，请对照恢复单逐组核对。', {
      ...(!first && { firstHalf: '这一联抄写有误' }),
      ...(!second && { secondHalf: '这一联抄写有误' }),
    })
  }
  const key = unwrapWithHalves(keyring.recovery.key, [first, second])
  if (!key) {
    throw failure(
      'VALIDATION',
      '这两联恢复码不属于这个数据库，或其中一联已经作废。请找到最近一次打印的恢复单。',
    )
  }
  const operator = keyring.operators.find(({ id }) => id === request.operatorId)
  if (!operator) throw failure('NOT_FOUND', '没有这位经办人。')
  const entry = await entryFor(operator, key, request.newPassword)
  const vault = openLocked(request.dataDir, key, request.migrations)
  try {
    const { sheet, recovery } = newRecovery(key, keyring.vaultId, request.now)
    const operators = keyring.operators.map((one) => (one.id === entry.id ? entry : one))
    writeKeyring(request.dataDir, { ...keyring, operators, recovery })
    return { vault, sheet }
  } catch (error) {
    vault.close()
    throw error
  }
}

/** Writes the keyring of a vault this program holds, as a whole. */
export function writeKeyring(dataDir: string, keyring: Keyring): void {
  const { keyring: first, keyringCopy } = vaultPaths(dataDir)
  replaceFile(first, keyringText(keyring))
  replaceFile(keyringCopy, keyringText(keyring))
}

export function wrongPassword(): FailureError {
  return failure('VALIDATION', '密码不对，请重新输入。', { password: '密码不对' })
}

function openLocked(dataDir: string, key: Uint8Array, migrations: string): OpenVault {
  const release = lockForWriting(vaultPaths(dataDir).lock)
  try {
    return openWithKey(dataDir, key, migrations, release)
  } catch (error) {
    release()
    throw error
  }
}

/** Opens the database of a folder that is held by `release`'s lock. */
export function openWithKey(
  dataDir: string,
  key: Uint8Array,
  migrations: string,
  release: () => void,
  newReplica = 1 + Math.floor(Math.random() * MAX_REPLICA),
): OpenVault {
  const paths = vaultPaths(dataDir)
  finishRekeying(paths, key)
  const present = existsSync(`${paths.database}-wal`)
  const journalled = journalledFrames(paths.database)
  const connection = openConnection(paths.database, key)
  const closeDatabase = (): void => {
    forgetInUse(storeOn(connection))
    connection.close()
    key.fill(0)
  }
  try {
    const store = storeOn(connection)
    const taken = journalled === 0 || takenFrames(connection) >= journalled
    // SQLite removes it in the end; somebody may still get the last records out of it.
    if (!taken) copyFileSync(`${paths.database}-wal`, `${paths.database}-wal.${Date.now()}.损坏`)
    const made: Record<string, string> = {}
    migrate(store, migrations, () => {
      const now = new Date()
      const name = backupName(now, 'up')
      const madeAt = now.toISOString()
      const target = join(paths.backups, name)
      writeBackup({ dataDir, key, target, cause: 'migration', madeAt, bundled: false })
      made[name] = madeAt
    })
    // Only now: where the upgrade fails, the old file stays as it was, byte for byte.
    if (Object.keys(made).length > 0) {
      keepNote(store, 'backupsVerified', { ...note(store, 'backupsVerified'), ...made })
    }
    if (!readMeta(store, 'vaultId')) {
      writeMeta(store, 'vaultId', randomUUID())
      writeMeta(store, 'replica', String(newReplica))
    }
    return {
      dataDir,
      paths,
      key,
      store,
      journal: !taken ? 'damaged' : !present && journalIsMissing(store) ? 'missing' : 'whole',
      ids: new IdSource(Number(readMeta(store, 'replica')), store),
      memo: new Memo(),
      attachments: new AttachmentFiles(paths.attachments, key, formerKeys(store)),
      staged: new StagedFiles(paths.staged, key),
      release,
      closeDatabase,
      close() {
        closeDatabase()
        release()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** A new recovery sheet, and what the keyring keeps of it. */
export function newRecovery(
  key: Uint8Array,
  vaultId: string,
  now: string,
): { sheet: RecoverySheet; recovery: Keyring['recovery'] } {
  const halves: [Uint8Array, Uint8Array] = [newHalf(), newHalf()]
  return {
    sheet: {
      vaultId,
      createdAt: now,
      halves: [
        { label: '甲联', code: printHalf(halves[0]) },
        { label: '乙联', code: printHalf(halves[1]) },
      ],
    },
    recovery: { createdAt: now, key: wrapWithHalves(key, halves) },
  }
}

function existingKeyring(dataDir: string): Keyring {
  const keyring = readKeyring(checkedDir(dataDir))
  if (!keyring) throw failure('NOT_FOUND', '这个文件夹里还没有数据库，请先完成初次设置。')
  return keyring
}

function readKeyringSafely(dataDir: string): boolean {
  try {
    return readKeyring(dataDir) !== null
  } catch (error) {
    // A damaged vault is still a vault: never write over it.
    if (error instanceof FailureError) return true
    throw error
  }
}

/** A database without keyring is what a set-up left that was cut off: nobody can ever open it. */
function setAsideLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name === 'sangyu.db') {
      renameSync(join(dataDir, name), join(dataDir, `未完成的设置-${Date.now()}.db`))
    } else if (name.startsWith('sangyu.db-')) {
      rmSync(join(dataDir, name))
    }
  }
}

/** A whole path where a vault may lie; VALIDATION where it may not. */
export function checkedDir(dataDir: string): string {
  if (!isAbsolute(dataDir)) {
    throw failure('VALIDATION', '数据文件夹要写完整路径。', { dataDir: '请写完整路径' })
  }
  const path = resolve(dataDir)
  // The raw text too: resolving turns a UNC path written with slashes into a plain one.
  const refusal = refuseLocation(dataDir) ?? refuseLocation(path)
  if (refusal) throw refusal
  return path
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch {
    throw failure('VALIDATION', '建不了这个文件夹，可能没有写入权限。请选别的位置。', {
      dataDir: '这个位置不能写入',
    })
  }
}
