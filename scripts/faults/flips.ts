import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Core } from '@electron/core/core'
import { Chance } from '@shared/domain/sample/random'
import { addPerson, copyOf, coreOn, inFolder, trialVault, unlock, type Trial } from './trial'

export interface FlipReport {
  /** Single bits turned over, each in a vault of its own. */
  flips: number
  /** Told when the program started or the vault was opened. */
  told: number
  /** Of no consequence: everything could be read as before (the keyring has a copy, padding). */
  harmless: number
  /** Neither told nor harmless, by file and bit. */
  silent: string[]
  /** Told, and the damaged file was altered or removed by the program. */
  altered: string[]
}

/** Files a flipped bit of which can harm nobody: a lock, an index SQLite builds anew, the log. */
const idle = /(^|\/)(lock\.db|.*-shm|logs\/.*)$/

/** Files an open vault writes to, damaged or not; everything else must stay byte by byte. */
const written = /(^sangyu\.db|-wal|keyring[^/]*)$/

/**
 * Turns single bits over in files of a vault as a killed program left it, opens it as a clerk would
 * and looks whether it is told or everything is there.
 */
export async function flipBits(flips: number, seed = 1): Promise<FlipReport> {
  return inFolder(async (folder) => {
    const report: FlipReport = { flips: 0, told: 0, harmless: 0, silent: [], altered: [] }
    const closed = await trialVault(join(folder, 'closed'))
    const pristine = await killedVault(closed, join(folder, 'killed'))
    const files = filesOf(pristine.dataDir).filter((file) => !idle.test(file))
    const chance = new Chance(seed)
    for (let turn = 0; turn < flips; turn += 1) {
      const trial = copyOf(pristine, join(folder, 'trial'))
      const file = files[turn % files.length]!
      const path = join(trial.dataDir, file)
      const bit = chance.below(statSync(path).size * 8)
      flip(path, bit)
      const damaged = readFileSync(path)
      const verdict = await openAndLook(trial)
      report.flips += 1
      if (verdict === 'silent') report.silent.push(`${file} bit ${bit}`)
      else report[verdict] += 1
      if (verdict === 'told' && !kept(trial, file, damaged))
        report.altered.push(`${file} bit ${bit}`)
    }
    return report
  })
}

/** The vault with its journal, as the end of the process leaves it: copied while it is open. */
async function killedVault(closed: Trial, dataDir: string): Promise<Trial> {
  const core = coreOn(closed.dataDir)
  try {
    await unlock(core, closed)
    for (const name of ['仇大山', '路遥', '单雄信']) await addPerson(core, closed, name)
    return copyOf(closed, dataDir)
  } finally {
    await core.close()
  }
}

/** The names in the trial vault, in order of the alphabet. */
const everybody = ['尉迟彩霞', '解旺', '仇大山', '路遥', '单雄信'].sort().join()

async function openAndLook(trial: Trial): Promise<'told' | 'harmless' | 'silent'> {
  const core = coreOn(trial.dataDir)
  try {
    const opened = await unlock(core, trial)
    if (!opened.ok) return opened.error.code === 'CORRUPT' ? 'told' : 'silent'
    if (await tells(core)) return 'told'
    const list = await core.call('recipients.list', {})
    if (!list.ok) return list.error.code === 'CORRUPT' ? 'told' : 'silent'
    const { rows } = list.value as { rows: { name: string }[] }
    const names = rows.map(({ name }) => name).sort()
    return names.join() === everybody ? 'harmless' : 'silent'
  } finally {
    await core.close()
  }
}

/** Waits until the files were looked through; whether anything was said. */
async function tells(core: Core): Promise<boolean> {
  await core.looking
  const status = await core.call('vault.status', {})
  return status.ok && (status.value as { problem: unknown }).problem !== null
}

function flip(path: string, bit: number): void {
  const bytes = readFileSync(path)
  bytes[bit >> 3]! ^= 1 << (bit & 7)
  writeFileSync(path, bytes)
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** Whether what was damaged is still there, in its place or set aside. */
function kept({ dataDir }: Trial, file: string, damaged: Buffer): boolean {
  const path = join(dataDir, file)
  if (!written.test(file)) return existsSync(path) && readFileSync(path).equals(damaged)
  return existsSync(path) || readdirSync(dataDir).some((name) => name.endsWith('损坏'))
}
