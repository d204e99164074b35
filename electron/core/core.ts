import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ChangeWriter } from '@db/changes'
import { operator } from '@db/schema'
import { getTableName } from 'drizzle-orm'
import { contract, type AnswerOf, type InputOf, type OpName } from '@shared/contract'
import { failure, FailureError, type Failure } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'
import type { Op } from '@shared/contract/op'
import { todayLocal } from '@shared/domain/calendar/days'
import { mayDo } from '@shared/domain/rights'
import { sampleCentre } from '@shared/domain/sample/wording'
import { sampleAccess, standardSample } from '../services/sample'
import { foundVault } from '../services/vault/founding'
import { ArtifactShelf } from './artifacts'
import { recordLogin, recordRefusal, recordTakenOut } from './audit-trail'
import type { CommandContext, JobContext, PreparedCommand, QueryContext } from './context'
import { explainFailure, inputFailure } from './failures'
import { handlers } from './handlers'
import { Jobs } from './jobs'
import { Log } from './log'
import { maskerFor } from './masking'
import type { CoreEvent, CoreOptions, Result } from './options'
import { requireRight } from './rights'
import { PasswordGuesses } from './password-guesses'
import { sessionOf, type Session } from './session'
import { shownFailure } from './stale-save'
import {
  clockTrouble,
  databaseIsSound,
  journalTrouble,
  latestMoment,
  lookAtFiles,
} from './vault-health'
import { backedUpBefore, Backups, type BackupHost } from './backup-operations'
import { operatorOperations, type KeyHolder } from './operator-operations'
import { restoreOperations, type RestoreHost } from './restore-operations'
import { createSampleVault } from './sample-vault'
import { createVault, readKeyring, recoverVault, unlockVault, type OpenVault } from './vault/vault'
import { vaultPaths } from './vault/files'
import { finishTakeOver } from './vault/restoring'

export type { CoreEvent, CoreOptions, Result } from './options'

/**
 * The program itself, without a window: one vault, one session, all operations of the contract.
 * Both hosts hold one Core and forward calls to it.
 */
export class Core {
  readonly artifacts = new ArtifactShelf()
  private dataDir: string | null
  private vault: OpenVault | null = null
  private session: Session | null = null
  /** A login that is not yet in the chain of changes: nothing is written before the file is sound. */
  private untoldLogin: 'vault.unlock' | 'vault.recover' | null = null
  private problem: Failure | null = null
  /** The latest moment recorded before the vault was opened, in milliseconds: the clock is behind it. */
  private latest = 0
  /** Ends when the vault opened last was looked through for damage. */
  looking: Promise<void> = Promise.resolve()
  private readonly guesses = new PasswordGuesses()
  private opening: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<(event: CoreEvent) => void>()
  private readonly log = new Log(() => (this.dataDir ? vaultPaths(this.dataDir).logs : null))
  private readonly jobs = new Jobs(
    (job) => this.emit({ type: 'job', job }),
    (error, op) => this.explained(error, op),
  )
  private readonly maskers = new Map<string, ReturnType<typeof maskerFor>>()

  constructor(private readonly options: CoreOptions) {
    this.dataDir = options.dataDir
    if (options.dataDir) finishTakeOver(options.dataDir)
  }

  on(listener: (event: CoreEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** `call` with types, for code that knows the contract. */
  async do<Name extends OpName>(name: Name, input: InputOf<Name>): Promise<Result<AnswerOf<Name>>> {
    return (await this.call(name, input)) as Result<AnswerOf<Name>>
  }

  /** Runs an operation by name on whatever a host received. Never throws: failures are values. */
  async call(name: string, raw: unknown): Promise<Result> {
    try {
      if (!Object.hasOwn(contract, name)) throw failure('NOT_FOUND', `没有名为“${name}”的操作。`)
      const spec: Op = contract[name as OpName]
      if (spec.right) this.requireRight(spec.right)
      const parsed = spec.input.safeParse(raw ?? {})
      if (!parsed.success) return { ok: false, error: inputFailure(parsed.error) }
      return { ok: true, value: await this.run(name as OpName, spec, parsed.data as never) }
    } catch (error) {
      return { ok: false, error: this.explained(error, name) }
    }
  }

  /** Writes as one change set what no operation writes: the sample township, the set-up of tests. */
  apply<Value>(operation: string, work: (ctx: CommandContext) => Value): Value {
    return this.inOneChangeSet(this.openVault(), operation, work)
  }

  job(id: number): JobState {
    return this.jobs.get(id)
  }

  async close(): Promise<void> {
    this.lock()
    await this.options.worker.close()
  }

  private async run(name: OpName, spec: Op, input: never): Promise<unknown> {
    const own = this.ownHandlers[name]
    if (own) return own(input)
    const handler = handlers[name as keyof typeof handlers] as unknown as
      ((ctx: unknown, input: unknown) => unknown) | PreparedCommand<unknown, unknown>
    const vault = this.openVault()
    const cause = this.options.automaticBackups ? backedUpBefore[name] : undefined
    if (cause && spec.kind !== 'job') await this.backups.before(cause)
    if (this.vault !== vault) throw failure('LOCKED', '程序已锁定，这一步没有写入任何内容。')
    if (typeof handler !== 'function') {
      const { worker } = this.options
      const apply = await handler.prepare({ ...this.queryContext(vault), worker }, input)
      if (this.vault !== vault) throw failure('LOCKED', '程序已锁定，这一步没有写入任何内容。')
      if (spec.right) this.requireRight(spec.right)
      return this.shown(name, spec, this.inOneChangeSet(vault, name, apply))
    }
    if (spec.kind === 'query') {
      return this.shown(name, spec, await handler(this.queryContext(vault), input))
    }
    if (spec.kind === 'command') {
      return this.shown(
        name,
        spec,
        this.inOneChangeSet(vault, name, (ctx) => handler(ctx, input)),
      )
    }
    const jobId = this.jobs.start(name, async (signal, progress) => {
      const context: JobContext = {
        ...this.queryContext(vault),
        worker: this.options.worker,
        signal,
        progress,
        commit: (apply) => {
          signal.throwIfAborted()
          if (this.vault !== vault)
            throw failure('LOCKED', '程序已锁定，这项任务没有写入任何内容。')
          if (spec.right) this.requireRight(spec.right)
          return this.inOneChangeSet(vault, name, apply)
        },
      }
      if (cause) await this.backups.before(cause, signal)
      const value = await handler(context, input)
      if (this.vault === vault) {
        recordTakenOut(value, (work) => this.inOneChangeSet(vault, name, work))
      }
      return this.shown(name, spec, value)
    })
    return { jobId }
  }

  /** Runs a command's work in one transaction and seals its change set. */
  private inOneChangeSet<Value>(
    vault: OpenVault,
    operation: string,
    work: (ctx: CommandContext) => Value,
  ): Value {
    const base = this.queryContext(vault)
    const writer = new ChangeWriter(vault.store, vault.ids, {
      operation,
      operatorId: base.operator.id,
      at: base.now,
    })
    const value = vault.store.$client
      .transaction(() => {
        const memo = vault.memo.whileWriting(writer.touched)
        const result = work({ ...base, writer, memo })
        // A promise would go on after the commit: nothing may await inside a transaction.
        if (result instanceof Promise) throw new Error(`${operation} must be synchronous`)
        writer.finish()
        return result
      })
      .immediate()
    if (writer.touched.size > 0) {
      vault.memo.touch(writer.touched)
      this.emit({ type: 'changed', entities: [...writer.touched] })
    }
    if (writer.touched.has(getTableName(operator)))
      this.session = sessionOf(vault, base.operator.id)
    return value
  }

  private queryContext(vault: OpenVault): QueryContext {
    if (!this.session) throw failure('LOCKED', '程序已锁定，请先输入密码解锁。')
    const now = this.now()
    return {
      db: vault.store,
      memo: vault.memo,
      attachments: vault.attachments,
      staged: vault.staged,
      artifacts: this.artifacts,
      resourcesDir: join(this.options.programDir, 'resources'),
      operator: this.session.operator,
      scope: this.session.scope,
      today: todayLocal(now),
      now: now.toISOString(),
    }
  }

  private shown(name: string, spec: Op, value: unknown): unknown {
    const checked = this.options.checkOutput ? spec.output.parse(value) : value
    if (this.session && mayDo(this.session.operator.role, 'sensitive.read')) return checked
    if (!this.maskers.has(name)) this.maskers.set(name, maskerFor(spec.output))
    const masker = this.maskers.get(name)
    return masker ? masker(checked) : checked
  }

  private explained(error: unknown, name: string): Failure {
    const mayReadAll = this.session !== null && mayDo(this.session.operator.role, 'sensitive.read')
    return shownFailure(explainFailure(error, name, this.log), name, mayReadAll)
  }

  private requireRight(right: NonNullable<Op['right']>): void {
    if (!this.session) throw failure('LOCKED', '程序已锁定，请先输入密码解锁。')
    requireRight(this.session.operator, right)
  }

  private openVault(): OpenVault {
    if (!this.vault) throw failure('LOCKED', '程序已锁定，请先输入密码解锁。')
    return this.vault
  }

  private now(): Date {
    return this.options.now?.() ?? new Date()
  }

  private emit(event: CoreEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  // ── Operations on the vault and its session: they work without or change the open vault ──

  /** What the operations beside this file need of the core. */
  private get host(): KeyHolder & BackupHost & RestoreHost {
    return {
      jobs: this.jobs,
      worker: () => this.options.worker,
      guesses: this.guesses,
      vault: () => this.openVault(),
      dataDir: () => this.dataDir,
      query: () => this.queryContext(this.openVault()),
      write: (operation, work) => this.apply(operation, work),
      replaceVault: (open) => this.replaceVault(open),
      leaveFor: (dataDir) => {
        this.lock()
        this.dataDir = dataDir
        this.problem = null
        this.emit({ type: 'vault', state: 'locked', dataDir })
      },
      migrations: () => this.migrationsDir,
      now: () => this.now(),
    }
  }

  private readonly backups = new Backups(this.host)

  private readonly ownHandlers: Partial<Record<OpName, (input: never) => unknown>> = {
    'vault.status': () => this.status(),
    'vault.create': (input: InputOf<'vault.create'>) => this.inTurn(() => this.create(input)),
    'vault.unlock': (input: InputOf<'vault.unlock'>) => this.inTurn(() => this.unlock(input)),
    'vault.recover': (input: InputOf<'vault.recover'>) => this.inTurn(() => this.recover(input)),
    'vault.openSample': () => this.inTurn(() => this.openSample()),
    'vault.lock': ({ unlessBusy }: InputOf<'vault.lock'>) => {
      if (unlessBusy && this.jobs.running > 0) {
        throw failure('BUSY', '还有任务正在进行，等它结束后再锁定。')
      }
      this.lock()
      return {}
    },
    ...this.backups.operations,
    ...restoreOperations(this.host),
    ...operatorOperations(this.host),
    'jobs.get': ({ jobId }: InputOf<'jobs.get'>) => this.shownJob(jobId),
    'jobs.cancel': ({ jobId }: InputOf<'jobs.cancel'>) => {
      this.shownJob(jobId)
      this.jobs.cancel(jobId)
      return {}
    },
  }

  /** One opening of a vault after the other: guesses sent at once wait like guesses in a row. */
  private inTurn<Value>(open: () => Promise<Value>): Promise<Value> {
    const opened = this.opening.then(open)
    this.opening = opened.catch(() => undefined)
    return opened
  }

  /** Before anybody is in, only a restoration can be followed: it is started from there. */
  private shownJob(jobId: number): JobState {
    if (this.session) return this.jobs.get(jobId)
    const job = this.jobs.find(jobId)
    if (job?.op === 'backups.restore') return job
    throw failure('LOCKED', '程序已锁定，请先输入密码解锁。')
  }

  private status(): AnswerOf<'vault.status'> {
    const base = {
      dataDir: this.dataDir,
      centreName: null,
      sample: this.sampleIsOpen,
      operators: [],
      problem: this.problem ?? (this.vault ? clockTrouble(this.latest, this.now()) : null),
    }
    if (this.sampleIsOpen) return { ...base, state: 'unlocked', centreName: sampleCentre.name }
    if (!this.dataDir) return { ...base, state: 'absent' }
    try {
      const keyring = readKeyring(this.dataDir)
      if (!keyring) return { ...base, state: 'absent' }
      return {
        ...base,
        state: this.vault ? 'unlocked' : 'locked',
        centreName: keyring.centreName,
        operators: keyring.operators.map(({ id, name }) => ({ id, name })),
      }
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      return { ...base, state: 'locked', problem: error.failure }
    }
  }

  private async create(input: InputOf<'vault.create'>): Promise<AnswerOf<'vault.create'>> {
    const dataDir = input.dataDir ?? this.dataDir
    if (!dataDir) throw failure('VALIDATION', '请先选择数据文件夹。', { dataDir: '请选择' })
    if (this.vault) throw failure('CONFLICT', '已经有一个打开的数据库，请先锁定。')
    const now = this.now()
    const { vault, operatorId, sheet } = await createVault({
      dataDir,
      migrations: this.migrationsDir,
      centreName: input.centre.name,
      operatorName: input.operator.name,
      password: input.operator.password,
      now: now.toISOString(),
      found: (opened) =>
        foundVault(opened, {
          centre: input.centre,
          villages: input.villages,
          operatorName: input.operator.name,
          today: todayLocal(now),
          at: now.toISOString(),
        }),
    })
    this.enter(vault, operatorId)
    return { recoverySheet: sheet }
  }

  private async unlock(input: InputOf<'vault.unlock'>): Promise<AnswerOf<'vault.unlock'>> {
    const dataDir = this.requireDataDir()
    if (this.vault) return {}
    this.guesses.refuseHaste()
    try {
      const vault = await unlockVault({ ...input, dataDir, migrations: this.migrationsDir })
      this.enter(vault, input.operatorId)
      this.untoldLogin = 'vault.unlock'
      return {}
    } catch (error) {
      recordRefusal(error, dataDir, { operatorId: input.operatorId, at: this.now().toISOString() })
      await this.guesses.slowDown(error)
      throw error
    }
  }

  private async recover(input: InputOf<'vault.recover'>): Promise<AnswerOf<'vault.recover'>> {
    const dataDir = this.requireDataDir()
    if (this.vault) throw failure('CONFLICT', '数据库已经打开，不需要恢复码。')
    this.guesses.refuseHaste()
    try {
      const { vault, sheet } = await recoverVault({
        dataDir,
        migrations: this.migrationsDir,
        halves: [input.firstHalf, input.secondHalf],
        operatorId: input.operatorId,
        newPassword: input.newPassword,
        now: this.now().toISOString(),
      })
      this.enter(vault, input.operatorId)
      this.untoldLogin = 'vault.recover'
      return { recoverySheet: sheet }
    } catch (error) {
      recordRefusal(error, dataDir, { operatorId: input.operatorId, at: this.now().toISOString() })
      await this.guesses.slowDown(error)
      throw error
    }
  }

  private async openSample(): Promise<Record<string, never>> {
    const { sampleDir } = this.options
    if (!sampleDir) throw failure('NOT_FOUND', '这里没有样例镇可以打开。')
    if (this.vault) throw failure('CONFLICT', '已经有一个打开的数据库，请先锁定再打开样例镇。')
    const keyring = readKeyring(sampleDir)
    const [operator] = keyring?.operators ?? []
    if (operator) {
      const { password } = sampleAccess
      const request = { dataDir: sampleDir, migrations: this.migrationsDir, password }
      this.enter(await unlockVault({ ...request, operatorId: operator.id }), operator.id)
    } else {
      const { vault, operatorId } = await createSampleVault({
        dataDir: sampleDir,
        programDir: this.options.programDir,
        request: { ...standardSample, until: todayLocal(this.now()) },
      })
      this.enter(vault, operatorId)
    }
    return {}
  }

  private get sampleIsOpen(): boolean {
    return this.vault !== null && this.vault.dataDir === this.options.sampleDir
  }

  private enter(vault: OpenVault, operatorId: number): void {
    const session = sessionOf(vault, operatorId)
    if (!session) {
      vault.close()
      throw failure('FORBIDDEN', '这位经办人已停用，不能登录。')
    }
    this.vault = vault
    if (!this.sampleIsOpen) this.dataDir = vault.dataDir
    this.session = session
    this.guesses.forget()
    this.problem = journalTrouble(vault)
    this.sweepOpenedPapers()
    this.emit({ type: 'vault', state: 'unlocked', dataDir: this.dataDir })
    if (this.options.automaticBackups) this.backups.watch()
    this.latest = latestMoment(vault)
    this.looking = this.lookForDamage(vault)
  }

  /** Goes on with the same session on a vault opened anew, or locks where that failed half-way. */
  private replaceVault(open: (vault: OpenVault) => OpenVault): void {
    const vault = this.openVault()
    if (this.jobs.running > 0) {
      throw failure('BUSY', '还有任务正在进行，钥匙没有更换。请等它们结束后再试。')
    }
    try {
      this.vault = open(vault)
    } finally {
      if (this.vault === vault && !vault.store.$client.open) {
        vault.release()
        this.vault = null
        this.session = null
        this.emit({ type: 'vault', state: 'locked', dataDir: this.dataDir })
      }
    }
  }

  private tellLogin(): void {
    const operation = this.untoldLogin
    this.untoldLogin = null
    if (!this.vault || operation === null) return
    try {
      recordLogin(this.vault, (work) => this.apply(operation, work))
    } catch (error) {
      // A full disk must keep nobody from working or from locking the door.
      explainFailure(error, operation, this.log)
    }
  }

  private lock(): void {
    if (!this.vault) return
    if (!this.problem) this.tellLogin()
    this.backups.rest()
    this.jobs.clear()
    this.artifacts.clear()
    this.sweepOpenedPapers()
    this.vault.close()
    this.vault = null
    this.session = null
    // Found again by the next opening; the lock screen must not be in its way.
    this.problem = null
    this.emit({ type: 'vault', state: 'locked', dataDir: this.dataDir })
  }

  /** Reads the vault beside the work; damage is told, never mended by deleting. */
  private async lookForDamage(vault: OpenVault): Promise<void> {
    const { worker } = this.options
    const sound = await databaseIsSound(vault, worker)
    if (sound === null || this.vault !== vault) return
    if (sound) this.tellLogin()
    const files = sound ? await lookAtFiles(vault, worker) : null
    if (this.vault !== vault || (sound && !files)) return
    const good = this.backups.lastGood(vault)
    const offer = good ? `；最近一份完好的备份是 ${good} 做的` : ''
    this.problem = {
      code: 'CORRUPT',
      message: sound
        ? `检查发现${files}。程序没有改动它们，其余资料可以照常使用，请到“设置”的“备份”里处理${offer}。`
        : `检查发现数据库文件有损坏。程序没有改动它，请不要再录入，到“设置”的“备份”里恢复${offer}。`,
    }
    this.emit({ type: 'vault', state: 'unlocked', dataDir: this.dataDir })
  }

  private requireDataDir(): string {
    if (!this.dataDir) throw failure('NOT_FOUND', '还没有选择数据文件夹，请先完成初次设置。')
    return this.dataDir
  }

  private sweepOpenedPapers(): void {
    if (!this.dataDir) return
    const { opened } = vaultPaths(this.dataDir)
    try {
      if (existsSync(opened)) rmSync(opened, { recursive: true, force: true })
    } catch {
      // A paper still open in the office program cannot be removed now; the next start tries again.
    }
  }

  private get migrationsDir(): string {
    return join(this.options.programDir, 'db', 'migrations')
  }
}
