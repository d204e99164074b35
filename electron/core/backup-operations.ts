import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve } from 'node:path'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { latestChangeSet } from '@db/vault-facts'
import type { InputOf, OpName, OutputOf } from '@shared/contract'
import { failure, FailureError } from '@shared/contract/failure'
import { backupsToThin } from '@shared/domain/backups/thinning'
import type { BackupCause } from '@shared/domain/backups/vocabulary'
import { diffDays, todayLocal } from '@shared/domain/calendar/days'
import type { CommandContext, QueryContext } from './context'
import type { Jobs } from './jobs'
import { unsealManifest } from './vault/backup-manifest'
import { backupPart, copyPart, expectedBytes } from './vault/backup-making'
import { keepNote, note, type Drill } from './vault/backup-notes'
import { backupName, backupsIn, headingOf, type FoundBackup } from './vault/backup-shelf'
import { refuseLocation } from './vault/location'
import { formerKeys } from './vault/rekeying'
import { readKeyring, type OpenVault } from './vault/vault'
import type { WorkerPort } from './worker-port'

/** What these operations need of the core. */
export interface BackupHost {
  vault(): OpenVault
  query(): QueryContext
  write<Value>(operation: string, work: (ctx: CommandContext) => Value): Value
  readonly jobs: Jobs
  worker(): WorkerPort
  now(): Date
  migrations(): string
}

type Progress = (done: number, total: number, label: string) => void
type Settings = InputOf<'backups.saveSettings'>

const SETTINGS = 'backups'
const usual: Settings = { everyHours: 4, outsideDays: 7 }

/** How often it is looked whether a backup is due, in milliseconds; the first time after as long. */
const LOOK_EVERY = 60_000
const HOUR = 3_600_000
const DRILL_EVERY_DAYS = 30

/** Large steps that a backup goes before. */
export const backedUpBefore: Partial<Record<OpName, BackupCause>> = {
  'imports.apply': 'import',
  'recipients.merge': 'merge',
}

/** Makes backups, by itself and when asked, and looks after those there are. */
export class Backups {
  private timer: NodeJS.Timeout | undefined
  /** Why the last automatic backup was not made. */
  private trouble: string | null = null
  private quietUntil = 0

  constructor(private readonly core: BackupHost) {}

  readonly operations = {
    'vault.backUp': () => this.start('vault.backUp', 'manual'),
    'backups.list': () => this.list(),
    'backups.toFolder': ({ folder }: InputOf<'backups.toFolder'>) => this.toFolder(folder),
    'backups.verify': ({ fileName }: InputOf<'backups.verify'>) => this.verify(fileName),
    'backups.drill': () => this.startDrill(),
    'backups.saveSettings': (settings: Settings) => {
      this.core.write('backups.saveSettings', (ctx) => writeSetting(ctx, SETTINGS, settings))
      return {}
    },
  }

  /** From now on looks every minute whether a backup or a drill is due. */
  watch(): void {
    this.rest()
    this.quietUntil = 0
    this.timer = setInterval(() => this.look(), LOOK_EVERY)
    this.timer.unref()
  }

  rest(): void {
    clearInterval(this.timer)
  }

  /** Makes the backup that stands before a large step; without it the step is not taken. */
  async before(cause: BackupCause, signal?: AbortSignal): Promise<void> {
    const vault = this.core.vault()
    if (note(vault.store, 'lastBackup')?.changeSet === latestChangeSet(vault.store)) return
    try {
      await this.makeLocal(vault, cause, () => {}, signal)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      const { code, message } = error.failure
      throw failure(code, `这一步之前要先做备份，没有做成，所以这一步也没有做。${message}`)
    }
  }

  /** The newest backup that was read whole, in words for somebody whose database is damaged. */
  lastGood(vault: OpenVault): string | null {
    const verified = note(vault.store, 'backupsVerified') ?? {}
    const found = this.shelf(vault).backups.find(({ fileName }) => verified[fileName])
    return found ? new Date(found.manifest.madeAt).toLocaleString('zh-CN') : null
  }

  /** Starts what is due now; answers the job's id, or null where nothing is. */
  look(): number | null {
    const { jobs } = this.core
    const now = this.core.now()
    if (jobs.running > 0 || Date.now() < this.quietUntil) return null
    const vault = this.core.vault()
    const last = note(vault.store, 'lastBackup')
    const made = last && new Date(last.at)
    const noneToday = !made || todayLocal(made) !== todayLocal(now)
    const { everyHours } = this.settings()
    const longAgo = made && now.getTime() - made.getTime() >= everyHours * HOUR
    if (noneToday || (longAgo && last?.changeSet !== latestChangeSet(vault.store))) {
      return this.start('vault.backUp', 'automatic').jobId
    }
    const drill = note(vault.store, 'restoreDrill')
    if (!drill || diffDays(todayLocal(new Date(drill.at)), todayLocal(now)) >= DRILL_EVERY_DAYS) {
      return this.startDrill().jobId
    }
    return null
  }

  private start(op: string, cause: BackupCause): { jobId: number } {
    const vault = this.core.vault()
    const jobId = this.core.jobs.start(op, async (signal, progress) => {
      try {
        const made = await this.makeLocal(vault, cause, progress, signal)
        this.trouble = null
        return made
      } catch (error) {
        // The clerk is told on the page; the next try is not a minute later.
        this.quietUntil = Date.now() + HOUR
        if (!signal.aborted) {
          this.trouble =
            error instanceof FailureError ? error.failure.message : '备份没有做成，请看磁盘和权限。'
        }
        throw error
      }
    })
    return { jobId }
  }

  private async makeLocal(
    vault: OpenVault,
    cause: BackupCause,
    progress: Progress,
    signal?: AbortSignal,
  ): Promise<{ fileName: string; bytes: number }> {
    const { path, bytes } = await this.make(vault, vault.paths.backups, cause, progress, signal)
    this.thin(vault)
    return { fileName: basename(path), bytes }
  }

  private async make(
    vault: OpenVault,
    folder: string,
    cause: BackupCause,
    progress: Progress,
    signal?: AbortSignal,
  ): Promise<{ path: string; bytes: number }> {
    const now = this.core.now()
    const madeAt = now.toISOString()
    const { dataDir } = vault
    const target = join(folder, backupName(now, randomBytes(2).toString('hex')))
    const bundled = cause === 'outside'
    const changeSet = latestChangeSet(vault.store)
    const parts = [copyPart(dataDir, target), backupPart(target)]
    const total = expectedBytes(dataDir, bundled)
    const tell = (): void => {
      const [copied = 0, written = 0] = parts.map((path) => sizeOf(path))
      const done = Math.min(total, written || copied)
      progress(done, total, written ? '正在写入备份文件' : '正在复制数据库')
    }
    tell()
    const timer = setInterval(tell, 300)
    try {
      const request = { dataDir, key: new Uint8Array(vault.key), target, cause, madeAt, bundled }
      const { bytes } = await this.core.worker().run('makeBackup', request, signal)
      if (bundled) keepNote(vault.store, 'outsideBackup', { at: madeAt, path: target })
      else {
        const verified = note(vault.store, 'backupsVerified')
        keepNote(vault.store, 'backupsVerified', { ...verified, [basename(target)]: madeAt })
        keepNote(vault.store, 'lastBackup', { at: madeAt, changeSet })
      }
      progress(total, total, '备份完成，已回读核对')
      return { path: target, bytes }
    } finally {
      clearInterval(timer)
      // A cancelled thread cannot tidy up behind itself.
      for (const part of parts) rmSync(part, { force: true, maxRetries: 5, retryDelay: 100 })
    }
  }

  private toFolder(folder: string): { jobId: number } {
    const vault = this.core.vault()
    const path = outsideFolder(folder, vault.dataDir)
    const jobId = this.core.jobs.start('backups.toFolder', (signal, progress) =>
      this.make(vault, path, 'outside', progress, signal),
    )
    return { jobId }
  }

  private verify(fileName: string): { jobId: number } {
    const vault = this.core.vault()
    const found = this.shelf(vault).backups.find((backup) => backup.fileName === fileName)
    if (!found) throw failure('NOT_FOUND', '没有这份备份，或它已读不出来。请刷新后再看。')
    const jobId = this.core.jobs.start('backups.verify', async (signal, progress) => {
      progress(0, 1, '正在逐字节核对')
      const problem = await this.core.worker().run('checkBackup', { path: found.path }, signal)
      const { [fileName]: _, ...others } = note(vault.store, 'backupsVerified') ?? {}
      const at = this.core.now().toISOString()
      keepNote(vault.store, 'backupsVerified', problem ? others : { ...others, [fileName]: at })
      return { ok: problem === null, problem }
    })
    return { jobId }
  }

  private startDrill(): { jobId: number } {
    const vault = this.core.vault()
    const jobId = this.core.jobs.start('backups.drill', async (signal, progress) => {
      progress(0, 1, '正在试着恢复最近一份备份')
      const report = await this.drill(vault, signal)
      keepNote(vault.store, 'restoreDrill', report)
      return report
    })
    return { jobId }
  }

  /** Restores the newest backup beside the others, looks at it, and removes it again. */
  private async drill(vault: OpenVault, signal: AbortSignal): Promise<Drill> {
    const at = this.core.now().toISOString()
    const [backup] = this.shelf(vault).backups
    if (!backup) return { at, fileName: null, ok: false, lines: ['还没有备份可以演练。'] }
    const { fileName } = backup
    const folder = join(vault.paths.backups, '恢复演练（会自动清空）')
    try {
      const { facts, attachments, missing } = await this.core.worker().run(
        'unpackBackup',
        {
          backup: backup.path,
          key: keyOf(backup, vault),
          folder,
          knownSchema: backup.manifest.schema,
          sharedAttachments: vault.paths.attachments,
          at,
        },
        signal,
      )
      const { recipient = 0, contact = 0 } = facts.counts
      return {
        at,
        fileName,
        ok: missing === 0,
        lines: [
          '备份文件逐字节核对：与做备份时一致',
          '数据库解开并检查：完好',
          `各表条数与做备份时一致：档案 ${recipient} 份，走访联系 ${contact} 条，共 ${Object.keys(facts.counts).length} 张表`,
          missing === 0
            ? `附件 ${attachments} 个，都在`
            : `附件在 ${attachments} 个，缺 ${missing} 个，请尽快备份到U盘并查找原因`,
        ],
      }
    } catch (error) {
      if (signal.aborted || !(error instanceof FailureError)) throw error
      return { at, fileName, ok: false, lines: [error.failure.message] }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }

  private list(): OutputOf<'backups.list'> {
    const vault = this.core.vault()
    const { backups, unreadable } = this.shelf(vault)
    const verified = note(vault.store, 'backupsVerified') ?? {}
    const outside = note(vault.store, 'outsideBackup')
    const settings = this.settings()
    const today = todayLocal(this.core.now())
    const daysAgo = (instant: string): number => diffDays(todayLocal(new Date(instant)), today)
    const began = readKeyring(vault.dataDir)?.createdAt
    const since = outside?.at ?? began
    return {
      folder: vault.paths.backups,
      backups: backups.map((backup) => ({
        ...headingOf(backup),
        verifiedAt: verified[backup.fileName] ?? null,
      })),
      unreadable,
      outsideAgo: outside ? daysAgo(outside.at) : null,
      outside: outside ?? null,
      outsideDue: since !== undefined && daysAgo(since) > settings.outsideDays,
      settings,
      drill: note(vault.store, 'restoreDrill') ?? null,
      restored: note(vault.store, 'restored') ?? null,
      trouble: this.trouble,
    }
  }

  private settings(): Settings {
    return { ...usual, ...readSetting<Partial<Settings>>(this.core.query(), SETTINGS) }
  }

  private thin(vault: OpenVault): void {
    const verified = note(vault.store, 'backupsVerified') ?? {}
    const { backups } = this.shelf(vault)
    const gone = backupsToThin(
      backups.map(({ fileName, manifest }) => ({
        name: fileName,
        madeAt: manifest.madeAt,
        day: todayLocal(new Date(manifest.madeAt)),
        sound: verified[fileName] !== undefined,
      })),
      todayLocal(this.core.now()),
    )
    for (const name of gone) rmSync(join(vault.paths.backups, name), { force: true })
    const left = backups.flatMap(({ fileName }): [string, string][] =>
      verified[fileName] && !gone.has(fileName) ? [[fileName, verified[fileName]]] : [],
    )
    keepNote(vault.store, 'backupsVerified', Object.fromEntries(left))
  }

  private shelf(vault: OpenVault) {
    return existsSync(vault.paths.backups)
      ? backupsIn(vault.paths.backups)
      : { backups: [], unreadable: [] }
  }
}

/** The key a backup was made under: the present one, or one from before a change of keys. */
function keyOf({ manifest }: FoundBackup, vault: OpenVault): Uint8Array {
  const keys = [new Uint8Array(vault.key), ...formerKeys(vault.store)]
  return keys.find((key) => unsealManifest(manifest, key) !== null) ?? keys[0]!
}

/** A folder for a copy outside the vault; VALIDATION where it is no place for one. */
function outsideFolder(folder: string, dataDir: string): string {
  const refuse = (why: string) => failure('VALIDATION', `${why}没有备份。`, { folder: why })
  if (!isAbsolute(folder)) throw refuse('请写完整路径，如 E:\\桑榆备份。')
  const path = resolve(folder)
  if (refuseLocation(folder) ?? refuseLocation(path)) {
    throw refuse('备份不能放在网络共享盘或同步盘里，个人信息会传到网上。请选U盘或移动硬盘。')
  }
  const within = relative(dataDir, path)
  if (within === '' || (!within.startsWith('..') && !isAbsolute(within))) {
    throw refuse('这是数据文件夹里面，硬盘坏了会一起丢。请选U盘或移动硬盘。')
  }
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw failure('NOT_FOUND', '找不到这个文件夹，没有备份。请检查U盘是否插好。', {
      folder: '找不到这个文件夹',
    })
  }
  return path
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
