import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addPerson,
  copyOf,
  coreOn,
  inFolder,
  must,
  password,
  scanOf,
  trialVault,
  unlock,
  type Trial,
} from './trial'

export interface FullDiskReport {
  /** Amounts of room left on the disk that were tried. */
  points: number
  /** Steps refused because of the disk, in words. */
  refused: number
  /** Steps the program said were saved. */
  acknowledged: number
  /** Of those, not there afterwards. */
  lost: number
  /** Vaults that did not open or were damaged afterwards. */
  corrupt: number
  /** Answers that did not say what was the matter. */
  unexplained: string[]
}

/** What a step may be refused with; CORRUPT only where the disk itself fails. */
const explained = ['DISK_FULL', 'BUSY']

/** A small disk of its own, in memory; null where this user may not mount one. */
export function smallDisk(folder: string, megabytes: number): { release(): void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  mkdirSync(folder, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  return { release: () => void spawnSync('umount', [folder]) }
}

/**
 * Opens the vault on a disk with so much room left, works until nothing can be saved any more,
 * makes room and looks for everything that was acknowledged. Null where no disk can be made.
 * @param rooms bytes left on the disk, one trial each
 */
export async function fillDisk(rooms: readonly number[]): Promise<FullDiskReport | null> {
  return inFolder(async (folder) => {
    const disk = smallDisk(join(folder, 'disk'), 24)
    if (!disk) return null
    try {
      const report: FullDiskReport = {
        points: 0,
        refused: 0,
        acknowledged: 0,
        lost: 0,
        corrupt: 0,
        unexplained: [],
      }
      const pristine = await trialVault(join(folder, 'pristine'))
      for (const room of rooms) {
        const trial = copyOf(pristine, join(folder, 'disk/data'))
        const filler = join(folder, 'disk/filler')
        const { bavail, bsize } = statfsSync(join(folder, 'disk'))
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)))
        const saved = await workUntilFull(trial, report)
        rmSync(filler)
        await lookFor(trial, saved, report)
        report.points += 1
      }
      return report
    } finally {
      disk.release()
    }
  })
}

interface Saved {
  people: number[]
  scans: number[]
}

async function workUntilFull(trial: Trial, report: FullDiskReport): Promise<Saved> {
  const saved: Saved = { people: [], scans: [] }
  const core = coreOn(trial.dataDir)
  const step = async (name: string, input: unknown): Promise<{ id?: number } | null> => {
    const result = await core.call(name, input)
    if (result.ok) {
      report.acknowledged += 1
      return (result.value ?? {}) as { id?: number }
    }
    report.refused += 1
    const { code, message } = result.error
    if (!explained.includes(code)) report.unexplained.push(`${name}: ${code} ${message}`)
    return null
  }
  try {
    const { operatorId } = trial
    if (!(await step('vault.unlock', { operatorId, password }))) return saved
    for (let turn = 0; turn < 40; turn += 1) {
      const person = await step('recipients.create', {
        facts: { name: '仇大山' },
        villageId: trial.villageId,
        from: '2026-01-01',
        allowSimilar: true,
      })
      if (!person) break
      saved.people.push(person.id!)
      const scan = await step('attachments.add', scanOf(person.id!, 'x'.repeat(turn * 700)))
      if (scan) saved.scans.push(scan.id!)
    }
    await step('operators.setPassword', { id: operatorId, password })
    await step('vault.lock', {})
  } finally {
    await core.close()
  }
  return saved
}

async function lookFor(trial: Trial, saved: Saved, report: FullDiskReport): Promise<void> {
  const core = coreOn(trial.dataDir)
  try {
    const opened = await unlock(core, trial)
    if (!opened.ok) {
      report.corrupt += 1
      report.unexplained.push(`afterwards: ${opened.error.message}`)
      return
    }
    const list = (await must(core, 'recipients.list', {})) as { rows: { id: number }[] }
    const people = new Set(list.rows.map(({ id }) => id))
    report.lost += saved.people.filter((id) => !people.has(id)).length
    for (const id of saved.scans) {
      const scan = await core.call('attachments.content', { id })
      if (!scan.ok) report.lost += 1
    }
    // A half written file would have been found by now, and room again lets one work again.
    if ((await addPerson(core, trial, '路遥')) === null) report.corrupt += 1
  } finally {
    await core.close()
  }
}
