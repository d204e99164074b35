import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PNG } from 'pngjs'
import { Core, type Result } from '../../electron/core/core'
import { testFounding } from '../../electron/core/test-vault'
import { inlineWorker, ThreadWorker } from '../../electron/core/worker-port'
import { phonePhoto, quarters } from '../../electron/services/pictures/test-photos'
import {
  bonesOfJpeg,
  bonesOfPng,
  bonesOfWebp,
} from '../../electron/services/pictures/test-pictures'
import type { Chance } from '../../shared/domain/sample/random'
import { anyDamage } from './damage'
import type { FuzzSubject } from './subject'

/** Pictures, put into a person's file as the photo and as a scan. */
export async function photos(options: {
  /** Whether pictures are opened on a thread of their own, as in the program; needs a build. */
  threads: boolean
}): Promise<FuzzSubject> {
  const programDir = resolve(import.meta.dirname, '../..')
  const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-fuzz-'))
  const worker = options.threads
    ? new ThreadWorker(join(programDir, 'out/main/worker.js'))
    : inlineWorker()
  const core = new Core({ dataDir, programDir, worker, now: () => new Date('2026-11-21T09:00:00') })
  valueOf(await core.call('vault.create', testFounding))
  const [village] = valueOf(await core.call('villages.list', {})) as { id: number }[]
  const { id } = valueOf(
    await core.call('recipients.create', {
      facts: { name: '尉迟彩霞' },
      villageId: village!.id,
      from: '2026-01-01',
    }),
  ) as { id: number }
  const small = quarters(40, 30)
  const png = Object.assign(new PNG(small), { data: Buffer.from(small.data) })
  const seeds = [
    phonePhoto(40, 30, 6),
    phonePhoto(40, 30, 1),
    PNG.sync.write(png),
    bonesOfJpeg(3),
    bonesOfPng(),
    bonesOfWebp(),
  ]
  return {
    input(chance) {
      const { bytes, made } = malformed(chance.pick(seeds), chance)
      return { made, feed: () => feed(core, id, bytes) }
    },
    /** Photo and scans are taken away again: everything else must be as before. */
    async fingerprint() {
      const scans = await core.call('attachments.list', { entity: 'recipient', recordId: id })
      const people = await core.call('recipients.list', {})
      const photo = await core.call('recipients.photo', { id })
      return JSON.stringify([people, scans, photo].map(valueOf))
    },
    async close() {
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function feed(core: Core, id: number, bytes: Buffer): Promise<'taken' | 'refused'> {
  const base64 = bytes.toString('base64')
  const scanned = await core.call('attachments.add', {
    entity: 'recipient',
    recordId: id,
    name: '照片.jpg',
    base64,
  })
  if (taken(scanned)) {
    const scan = scanned.ok ? (scanned.value as { id: number }).id : 0
    valueOf(await core.call('attachments.content', { id: scan }))
    valueOf(await core.call('attachments.void', { id: scan, reason: '试' }))
  }
  const shown = await core.call('recipients.setPhoto', { id, base64 })
  if (!taken(shown)) return 'refused'
  valueOf(await core.call('recipients.photo', { id }))
  valueOf(await core.call('recipients.setPhoto', { id, base64: null }))
  return 'taken'
}

/** A refusal must be one for clerks. */
function taken(result: Result): boolean {
  if (!result.ok && result.error.code !== 'VALIDATION')
    throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.ok
}

function valueOf(result: Result): unknown {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

interface Malformed {
  bytes: Buffer
  made: string
}
type Making = (seed: Buffer, chance: Chance) => Malformed

const anyFile: Making = (seed, chance) => {
  const [name, damage] = chance.pick(Object.entries(anyDamage))
  return { bytes: damage(seed, chance), made: name }
}

/** A size that no camera has, where the format writes it; the checksum of PNG is left wrong or not. */
const wildSize: Making = (seed, chance) => {
  const bytes = Buffer.from(seed)
  const size = chance.pick([0, 1, 0x7fff, 0xffff])
  const frame = [0xc0, 0xc1, 0xc2]
    .map((marker) => bytes.indexOf(Buffer.from([0xff, marker])))
    .find((at) => at >= 0)
  if (bytes.readUInt16BE(0) === 0x8950) bytes.writeUInt32BE(size * 0x8001, chance.pick([16, 20]))
  else if (frame !== undefined && frame + 9 < bytes.length)
    bytes.writeUInt16BE(size, frame + chance.pick([5, 7]))
  return { bytes, made: `size ${size}` }
}

/** Segments and chunks that say they are longer or shorter than they are. */
const wildLengths: Making = (seed, chance) => {
  const bytes = Buffer.from(seed)
  for (let i = chance.between(1, 4); i > 0; i--) {
    const at = bytes.indexOf(0xff, chance.below(bytes.length))
    if (at >= 0 && at + 4 < bytes.length)
      bytes.writeUInt16BE(chance.pick([0, 1, 2, 0xffff]), at + 2)
  }
  return { bytes, made: 'lengths' }
}

const intact: Making = (seed) => ({ bytes: seed, made: 'intact' })

const makings: readonly (readonly [Making, number])[] = [
  [anyFile, 50],
  [wildSize, 25],
  [wildLengths, 20],
  [intact, 5],
]

const malformed: Making = (seed, chance) => chance.weigh(makings)(seed, chance)
