import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import { Core } from '../../electron/core/core'
import { finishedJob, testFounding } from '../../electron/core/test-vault'
import { inlineWorker, ThreadWorker } from '../../electron/core/worker-port'
import type { Result } from '../../electron/core/core'
import type { Chance } from '../../shared/domain/sample/random'
import { anyDamage, reencode } from './damage'
import { damagePackage, zipBomb } from './package-damage'
import { seedLedgers, type SeedLedgers } from './seed-ledgers'
import type { FuzzSubject } from './subject'
import { textDamage } from './text-damage'

/** Workbooks and text tables, handed to 导入台账 as a clerk would. */
export async function workbooks(options: {
  /** Whether files are read on a thread of their own, as in the program; needs a build. */
  threads: boolean
  ledgers: string | null
}): Promise<FuzzSubject> {
  const programDir = resolve(import.meta.dirname, '../..')
  const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-fuzz-'))
  const worker = options.threads
    ? new ThreadWorker(join(programDir, 'out/main/worker.js'))
    : inlineWorker()
  const core = new Core({ dataDir, programDir, worker, now: () => new Date('2026-11-21T09:00:00') })
  const seeds = await seedLedgers(options.ledgers)
  valueOf(await core.call('vault.create', testFounding))
  return {
    input(chance) {
      const { bytes, made } = malformed(seeds, chance)
      return { made, feed: () => feed(core, bytes) }
    },
    async fingerprint() {
      const people = valueOf(await core.call('recipients.list', {}))
      const past = valueOf(await core.call('imports.history', {}))
      const waiting = valueOf(await core.call('imports.waiting', {}))
      const last = valueOf(await core.call('changes.latestOwn', {}))
      return JSON.stringify([people, past, waiting, last])
    },
    async close() {
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Opens the file and looks at everything the wizard shows; a refusal must be one for clerks. */
async function feed(core: Core, bytes: Buffer): Promise<'taken' | 'refused'> {
  const content = bytes.toString('base64')
  const started = await core.call('imports.open', { fileName: '台账.xlsx', content })
  if (!started.ok) return refusal(started.error)
  const { jobId } = started.value as { jobId: number }
  const job = await finishedJob(core, jobId)
  if (job.error) return refusal(job.error)
  const { importId } = job.result as { importId: string }
  const { sheets } = valueOf(await core.call('imports.state', { importId })) as {
    sheets: { index: number }[]
  }
  valueOf(await core.call('imports.preview', { importId, limit: 100 }))
  for (const { index } of sheets.slice(0, 3))
    valueOf(await core.call('imports.grid', { importId, sheet: index }))
  valueOf(await core.call('imports.discard', { importId }))
  return 'taken'
}

function refusal(error: { code: string; message: string }): 'refused' {
  if (error.code === 'VALIDATION') return 'refused'
  throw new Error(`${error.code}: ${error.message}`)
}

function valueOf(result: Result): unknown {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

interface Malformed {
  bytes: Buffer
  made: string
}
type Making = (seeds: SeedLedgers, chance: Chance) => Malformed

const anyFile: Making = (seeds, chance) => {
  const format = chance.pick(['xlsx', 'xls', 'text'] as const)
  const [name, damage] = chance.pick(Object.entries(anyDamage))
  return { bytes: damage(chance.pick(seeds[format]), chance), made: `${format} ${name}` }
}

const oldWorkbook: Making = (seeds, chance) => {
  let bytes = chance.pick(seeds.xls)
  const made: string[] = []
  for (let i = chance.between(1, 3); i > 0; i--) {
    const [name, damage] = chance.pick(Object.entries(anyDamage))
    bytes = damage(bytes, chance)
    made.push(name)
  }
  // Whatever else is gone, it still calls itself an old workbook.
  bytes = Buffer.from(bytes)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0]).copy(bytes)
  return { bytes, made: `xls ${made.join('+')}` }
}

const innerDamage: Making = (seeds, chance) => {
  const { bytes, made } = damagePackage(chance.pick(seeds.xlsx), chance)
  return { bytes, made: `package ${made}` }
}

const damagedText: Making = (seeds, chance) => {
  const [name, damage] = chance.pick(Object.entries(textDamage))
  const text = damage(iconv.decode(chance.pick(seeds.text), 'gb18030'), chance)
  return { bytes: reencode(text, chance), made: `text ${name}` }
}

const bombs: Making = (seeds, chance) => ({
  bytes: zipBomb(chance.pick(seeds.xlsx), chance),
  made: 'zip bomb',
})

const noise: Making = (_, chance) => {
  const head = chance.pick(['', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '<table>', '\xff\xfe', 'ID;P'])
  const tail = Array.from({ length: chance.below(2000) }, () => chance.below(256))
  return { bytes: Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(tail)]), made: 'noise' }
}

const makings: readonly (readonly [Making, number])[] = [
  [anyFile, 25],
  [oldWorkbook, 20],
  [innerDamage, 30],
  [damagedText, 20],
  [noise, 4.5],
  [bombs, 0.5],
]

const malformed = (seeds: SeedLedgers, chance: Chance): Malformed =>
  chance.weigh(makings)(seeds, chance)
