import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Core } from '@electron/core/core'
import { finishedJob, testFounding } from '@electron/core/test-vault'
import { inlineWorker } from '@electron/core/worker-port'

/* A small vault with something of everything, and what a trial of a fault does with it. */

export const programDir = resolve(import.meta.dirname, '../..')
export const { password } = testFounding.operator

/** @param now the office's clock */
export function coreOn(dataDir: string, now = '2026-11-21T09:00:00'): Core {
  return new Core({ dataDir, programDir, worker: inlineWorker(), now: () => new Date(now) })
}

export interface Trial {
  dataDir: string
  operatorId: number
  villageId: number
}

/** Two people, a scan and a backup in a new vault, closed. */
export async function trialVault(dataDir: string): Promise<Trial> {
  const core = coreOn(dataDir)
  try {
    await must(core, 'vault.create', testFounding)
    const [village] = (await must(core, 'villages.list', {})) as { id: number }[]
    const me = (await must(core, 'session.me', {})) as { operator: { id: number } }
    const trial = { dataDir, operatorId: me.operator.id, villageId: village!.id }
    const recipientId = await addPerson(core, trial, '尉迟彩霞')
    await addPerson(core, trial, '解旺')
    await must(core, 'attachments.add', scanOf(recipientId!))
    const { jobId } = (await must(core, 'vault.backUp', {})) as { jobId: number }
    await finishedJob(core, jobId)
    return trial
  } finally {
    await core.close()
  }
}

/** The id of a new person; null where it was refused. */
export async function addPerson(
  core: Core,
  { villageId }: Trial,
  name: string,
): Promise<number | null> {
  const result = await core.call('recipients.create', {
    facts: { name },
    villageId,
    from: '2026-01-01',
    allowSimilar: true,
  })
  return result.ok ? (result.value as { id: number }).id : null
}

export const scanOf = (recordId: number, text = 'scan') => ({
  entity: 'recipient',
  recordId,
  name: '残疾证.pdf',
  base64: Buffer.from(`%PDF-1.7 ${text}`).toString('base64'),
})

export async function must(core: Core, name: string, input: unknown): Promise<unknown> {
  const result = await core.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
  return result.value
}

export const unlock = (core: Core, { operatorId }: Trial) =>
  core.call('vault.unlock', { operatorId, password })

/** Gives `work` a folder of its own and removes it afterwards. */
export async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A copy of the vault to try a fault on. */
export function copyOf(trial: Trial, dataDir: string): Trial {
  rmSync(dataDir, { recursive: true, force: true })
  cpSync(trial.dataDir, dataDir, { recursive: true })
  return { ...trial, dataDir }
}
