import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AnswerOf, InputOf, OpName } from '@shared/contract'
import { FailureError } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'
import type { CommandContext } from './context'
import { Core, type CoreOptions } from './core'
import { inlineWorker } from './worker-port'

/*
 * A real vault in a temporary folder, for tests: production migrations, encryption, dispatch.
 * `close` in `afterEach`/`afterAll` removes it; `closeTestVaults` does so for all of a file.
 */

export const programDir = resolve(import.meta.dirname, '../..')

const folders: string[] = []
const cores: Core[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-'))
  folders.push(folder)
  return folder
}

/** A core on a folder that may hold a vault or not; by default at nine on 2026-11-21. */
export function coreOn(
  dataDir: string,
  today = '2026-11-21',
  options: Partial<CoreOptions> = {},
): Core {
  const core = new Core({
    dataDir,
    programDir,
    worker: inlineWorker(),
    checkOutput: true,
    now: () => new Date(`${today}T09:00:00`),
    ...options,
  })
  cores.push(core)
  return core
}

export async function closeTestVaults(): Promise<void> {
  for (const core of cores.splice(0)) await core.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Waits for a job to end and answers its last state. */
export async function finishedJob(core: Core, jobId: number): Promise<JobState> {
  for (;;) {
    const state = core.job(jobId)
    if (state.status !== 'running') return state
    await new Promise((resume) => {
      setTimeout(resume, 5)
    })
  }
}

export const testFounding = {
  centre: {
    name: '青石镇留守老人关爱服务中心',
    county: '青石县',
    township: '青石镇',
    regionCode: '610999',
  },
  villages: [
    { name: '下河村', kind: 'village' as const },
    { name: '柳林村', kind: 'village' as const },
  ],
  operator: { name: '王经办', password: '松绿-2026-桑榆' },
}

export interface TestVault {
  core: Core
  dataDir: string
  /** The operation's value; throws its failure (a `FailureError`) where it has one. */
  must<Name extends OpName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>
  /** Writes straight through the change writer, for what no operation of the test's area makes. */
  write<Value>(work: (ctx: CommandContext) => Value): Value
  close(): Promise<void>
}

/** Asks an operation of a core for its value. */
export const mustOn =
  (core: Core): TestVault['must'] =>
  async (name, input) => {
    const result = await core.do(name, input)
    if (!result.ok) throw new FailureError(result.error)
    return result.value
  }

/** @param today the day on the wall, at nine in the morning local time */
export async function openTestVault(
  today = '2026-11-21',
  founding: InputOf<'vault.create'> = testFounding,
): Promise<TestVault> {
  const dataDir = temporaryFolder()
  const core = coreOn(dataDir, today)
  const must = mustOn(core)
  await must('vault.create', founding)
  return {
    core,
    dataDir,
    must,
    write: (work) => core.apply('test', work),
    async close() {
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
