import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { findOperator } from '@db/repositories/operators'
import { knownSchema } from '@db/migrate'
import { openConnection, storeOn } from '@db/open'
import type { VaultFacts } from '@db/vault-facts'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure, FailureError } from '@shared/contract/failure'
import { mayDo } from '@shared/domain/rights'
import type { BackupHost } from './backup-operations'
import type { PasswordGuesses } from './password-guesses'
import { keyringOfBackup, summariseBackup, tooNew } from './vault/backup-file'
import { backupsIn, headingOf, localStamp } from './vault/backup-shelf'
import { vaultPaths } from './vault/files'
import { openEntry, unwrapWithHalves, type Keyring } from './vault/keyring'
import { readHalf } from './vault/recovery-code'
import { restoredDir, takeOver } from './vault/restoring'
import { checkedDir, readKeyring, wrongPassword } from './vault/vault'
import type { WorkerPort } from './worker-port'

/** What restoring needs of the core beyond what making backups needs: it ends what is open. */
export interface RestoreHost extends Pick<BackupHost, 'jobs' | 'worker' | 'now' | 'migrations'> {
  /** Where the office's own vault lies or shall lie. */
  dataDir(): string | null
  readonly guesses: PasswordGuesses
  /** Locks whatever is open and goes on at `dataDir`. */
  leaveFor(dataDir: string): void
}

type Access = InputOf<'backups.restore'>['access']
type Restored = OutputOf<'backups.restore'>

/** Restores backups, with or without a vault of one's own, and exchanges it for the restored one. */
export function restoreOperations(core: RestoreHost) {
  /** What was restored last and waits for a word. */
  let waiting: { id: string; dataDir: string } | null = null

  const waitingFor = (restoreId: string): { dataDir: string } => {
    if (waiting?.id !== restoreId || !existsSync(restoredDir(waiting.dataDir))) {
      throw failure('NOT_FOUND', '这次恢复已经结束或取消了，数据没有改动。请重新恢复。')
    }
    return waiting
  }

  const restore = async (
    input: InputOf<'backups.restore'>,
    signal: AbortSignal,
    progress: (done: number, total: number, label: string) => void,
  ): Promise<Restored> => {
    const { path, access } = input
    const dataDir = checkedDir(input.dataDir ?? core.dataDir() ?? '')
    const { manifest } = summariseBackup(path)
    const known = knownSchema(core.migrations())
    if (manifest.schema > known) throw tooNew()
    const present = presentKeyring(dataDir)
    if (present.keyring && present.keyring.vaultId !== manifest.vaultId) {
      throw failure(
        'CONFLICT',
        `这是“${manifest.centreName}”另一个数据库的备份，不是本机这个的，没有恢复。要看它，请恢复到另外的文件夹。`,
      )
    }
    const key = await keyFor(keyringOfBackup(path), access, core.guesses)
    progress(0, 1, '正在核对备份并解开到新文件夹')
    const folder = restoredDir(dataDir)
    const shared = vaultPaths(dirname(dirname(path))).attachments
    const at = core.now().toISOString()
    try {
      const { facts, attachments, missing } = await core.worker().run(
        'unpackBackup',
        {
          backup: path,
          key,
          folder,
          knownSchema: known,
          sharedAttachments: existsSync(shared) ? shared : vaultPaths(dataDir).attachments,
          at,
        },
        signal,
      )
      if (present.keyring && access.by === 'password') requireAdmin(folder, key, access.operatorId)
      const held = await presentFacts(dataDir, present.keyring, key, access, core.worker())
      signal.throwIfAborted()
      const restoreId = randomUUID()
      waiting = { id: restoreId, dataDir }
      progress(1, 1, '已解开，等待确认')
      return {
        restoreId,
        madeAt: manifest.madeAt,
        centreName: manifest.centreName,
        dataDir,
        attachments,
        missingAttachments: missing,
        restored: holdingsOf(facts),
        present: held && holdingsOf(held),
        presentState: present.absent ? 'absent' : held ? 'open' : 'unreadable',
      }
    } catch (error) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      throw error
    }
  }

  return {
    'backups.find': ({ folder }: InputOf<'backups.find'>): OutputOf<'backups.find'> => {
      const own = core.dataDir()
      const searched = folder ?? (own && vaultPaths(own).backups)
      if (!searched || (!folder && !existsSync(searched))) {
        return { folder: null, backups: [], unreadable: [] }
      }
      requireWhole(searched)
      const { backups, unreadable } = backupsIn(searched)
      return { folder: searched, backups: backups.map(headingOf), unreadable }
    },
    'backups.operators': ({ path }: InputOf<'backups.operators'>) => {
      requireWhole(path)
      return keyringOfBackup(path).operators.map(({ id, name }) => ({ id, name }))
    },
    'backups.restore': (input: InputOf<'backups.restore'>) => {
      requireWhole(input.path)
      core.guesses.refuseHaste()
      const jobId = core.jobs.start('backups.restore', (signal, progress) =>
        restore(input, signal, progress),
      )
      return { jobId }
    },
    'backups.takeOver': ({ restoreId }: InputOf<'backups.takeOver'>) => {
      const { dataDir } = waitingFor(restoreId)
      if (core.jobs.running > 0) {
        throw failure('BUSY', '还有任务正在进行，数据没有改动。请等它们结束后再换。')
      }
      core.leaveFor(dataDir)
      const aside = takeOver(dataDir, localStamp(core.now()))
      waiting = null
      return { aside }
    },
    'backups.discard': ({ restoreId }: InputOf<'backups.discard'>) => {
      const { dataDir } = waitingFor(restoreId)
      rmSync(restoredDir(dataDir), { recursive: true, force: true })
      waiting = null
      return {}
    },
  }
}

async function keyFor(
  keyring: Keyring,
  access: Access,
  guesses: PasswordGuesses,
): Promise<Uint8Array> {
  const key = await keyIn(keyring, access)
  if (key) return key
  const refusal =
    access.by === 'password'
      ? wrongPassword()
      : failure(
          'VALIDATION',
          '恢复码打不开这份备份。请逐组核对有没有抄错；要用做这份备份时的那张恢复单。',
          { firstHalf: '请核对', secondHalf: '请核对' },
        )
  await guesses.slowDown(refusal)
  throw refusal
}

async function keyIn(keyring: Keyring, access: Access): Promise<Uint8Array | null> {
  if (access.by === 'password') {
    const entry = keyring.operators.find(({ id }) => id === access.operatorId)
    return entry ? openEntry(entry, access.password) : null
  }
  const first = readHalf(access.firstHalf)
  const second = readHalf(access.secondHalf)
  return first && second && unwrapWithHalves(keyring.recovery.key, [first, second])
}

/** Setting a vault aside is the admin's: a clerk could undo months with an old backup. */
function requireAdmin(folder: string, key: Uint8Array, operatorId: number): void {
  const { database } = vaultPaths(folder)
  const connection = openConnection(database, key, { mustExist: true })
  try {
    const operator = findOperator(storeOn(connection), operatorId)
    if (operator && mayDo(operator.role, 'vault.admin')) return
    throw failure(
      'FORBIDDEN',
      '本机已有数据，用备份换下它要由管理员的密码或恢复单来办。没有做任何改动。',
    )
  } finally {
    connection.close()
  }
}

/** The keyring of the vault that would be set aside; null too where it cannot be read. */
function presentKeyring(dataDir: string): { absent: boolean; keyring: Keyring | null } {
  try {
    const keyring = readKeyring(dataDir)
    return { absent: keyring === null, keyring }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { absent: false, keyring: null }
  }
}

/** What the present vault holds, where the same password or sheet still opens it. */
async function presentFacts(
  dataDir: string,
  keyring: Keyring | null,
  backupKey: Uint8Array,
  access: Access,
  worker: WorkerPort,
): Promise<VaultFacts | null> {
  if (!keyring) return null
  const key = (await keyIn(keyring, access)) ?? backupKey
  const path = vaultPaths(dataDir).database
  try {
    return (await worker.run('inspectDatabase', { path, key })).facts
  } catch {
    return null
  }
}

function holdingsOf({ counts, lastChangeAt }: VaultFacts): Restored['restored'] {
  const { recipient: people = 0, contact: contacts = 0 } = counts
  return { lastChangeAt, people, contacts, counts }
}

function requireWhole(path: string): void {
  if (isAbsolute(path)) return
  throw failure('VALIDATION', '请写完整路径，如 E:\\桑榆备份。', { path: '请写完整路径' })
}
