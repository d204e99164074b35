import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openConnection } from '../../db/open'
import { Core } from '../../electron/core/core'
import { createSampleVault } from '../../electron/core/sample-vault'
import { openEntry, type Keyring } from '../../electron/core/vault/keyring'
import { vaultPaths } from '../../electron/core/vault/files'
import { ThreadWorker } from '../../electron/core/worker-port'
import { sampleAccess } from '../../electron/services/sample'
import type { AnswerOf, InputOf, OpName } from '../../shared/contract'
import type { JobState } from '../../shared/contract/jobs'
import type { SampleRequest } from '../../shared/domain/sample/township'

export const programDir = resolve(import.meta.dirname, '../..')

/** A generated vault on disk; `remove` deletes it. */
export interface BenchVault {
  dataDir: string
  operatorId: number
  request: SampleRequest
  remove(): void
}

export async function generateVault(request: SampleRequest): Promise<BenchVault> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-bench-'))
  const { vault, operatorId } = await createSampleVault({ dataDir, programDir, request })
  vault.close()
  return {
    dataDir,
    operatorId,
    request,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** The core on a generated vault, unlocked, standing on the vault's last day. */
export class BenchCore {
  private constructor(
    readonly core: Core,
    readonly dataDir: string,
  ) {}

  static async open(vault: BenchVault): Promise<BenchCore> {
    const core = new Core({
      dataDir: vault.dataDir,
      programDir,
      worker: new ThreadWorker(join(programDir, 'out/main/worker.js')),
      now: () => new Date(`${vault.request.until}T12:00:00`),
    })
    const bench = new BenchCore(core, vault.dataDir)
    await bench.do('vault.unlock', {
      operatorId: vault.operatorId,
      password: sampleAccess.password,
    })
    return bench
  }

  async do<Name extends OpName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
    const result = await this.core.do(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }

  /** Starts a job and waits for its end. */
  async job<Name extends OpName>(name: Name, input: InputOf<Name>): Promise<JobState> {
    const { jobId } = (await this.do(name, input)) as { jobId: number }
    for (;;) {
      const state = this.core.job(jobId)
      if (state.status === 'done') return state
      if (state.status !== 'running') throw new Error(`${name}: ${state.error?.message}`)
      await new Promise((resume) => {
        setTimeout(resume, 20)
      })
    }
  }

  /** A second connection to the same file, for what a baseline asks SQLite directly. */
  async connection(): Promise<ReturnType<typeof openConnection>> {
    const paths = vaultPaths(this.dataDir)
    const keyring = JSON.parse(readFileSync(paths.keyring, 'utf8')) as Keyring
    const key = await openEntry(keyring.operators[0]!, sampleAccess.password)
    return openConnection(paths.database, key!, { readonly: true })
  }
}
