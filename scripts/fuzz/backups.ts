import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Core, type Result } from '../../electron/core/core'
import { finishedJob, testFounding } from '../../electron/core/test-vault'
import { archivedBytes, archiveEntries, writeArchive } from '../../electron/core/vault/archive'
import { entryNames, withFile } from '../../electron/core/vault/backup-file'
import { inlineWorker, ThreadWorker } from '../../electron/core/worker-port'
import type { Chance } from '../../shared/domain/sample/random'
import { anyDamage } from './damage'
import { damagedJson } from './json-damage'
import type { FuzzSubject } from './subject'

/** Backups, found on a stick and restored as far as they go. */
export async function backups(options: {
  /** Whether backups are unpacked on a thread of their own, as in the program; needs a build. */
  threads: boolean
}): Promise<FuzzSubject> {
  const programDir = resolve(import.meta.dirname, '../..')
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-fuzz-'))
  const [dataDir, sound, stick] = ['data', 'sound', 'stick'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(sound)
  mkdirSync(stick)
  const worker = options.threads
    ? new ThreadWorker(join(programDir, 'out/main/worker.js'))
    : inlineWorker()
  const core = new Core({ dataDir, programDir, worker, now: () => new Date('2026-11-21T09:00:00') })
  valueOf(await core.call('vault.create', testFounding))
  const { operator } = valueOf(await core.call('session.me', {})) as { operator: { id: number } }
  const made = valueOf(await core.call('backups.toFolder', { folder: sound })) as { jobId: number }
  const { result, error } = await finishedJob(core, made.jobId)
  if (error) throw new Error(error.message)
  const seed = readFileSync((result as { path: string }).path)
  const path = join(stick, '备份.sybak')
  const scratch = join(sound, 'scratch')
  return {
    input(chance) {
      const { bytes, made: how, opens } = malformed(seed, chance, scratch)
      return {
        made: how,
        feed: () => {
          writeFileSync(path, bytes)
          return feed(core, path, stick, opens ? operator.id : null)
        },
      }
    },
    /** The records, and what lies beside the vault: no half of a restored one may stay. */
    async fingerprint() {
      const people = valueOf(await core.call('recipients.list', {}))
      return JSON.stringify([people, readdirSync(folder), readdirSync(dataDir)])
    },
    async close() {
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @param operatorId whose password is tried; null asks only who could open it */
async function feed(
  core: Core,
  path: string,
  stick: string,
  operatorId: number | null,
): Promise<'taken' | 'refused'> {
  valueOf(await core.call('backups.find', { folder: stick }))
  const asked = await core.call('backups.operators', { path })
  if (!asked.ok) return refusal(asked.error)
  if (operatorId === null) return 'taken'
  const access = { by: 'password', operatorId, password: testFounding.operator.password }
  const started = valueOf(await core.call('backups.restore', { path, access }))
  const job = await finishedJob(core, (started as { jobId: number }).jobId)
  if (job.error) return refusal(job.error)
  const { restoreId } = job.result as { restoreId: string }
  valueOf(await core.call('backups.discard', { restoreId }))
  return 'taken'
}

/** What a clerk can be told of a file: that it is none, is damaged, another's, or asks for too much. */
const told = new Set(['VALIDATION', 'CORRUPT', 'CONFLICT', 'DISK_FULL'])

function refusal(error: { code: string; message: string }): 'refused' {
  if (told.has(error.code)) return 'refused'
  throw new Error(`${error.code}: ${error.message}`)
}

function valueOf(result: Result): unknown {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

interface Malformed {
  bytes: Buffer
  made: string
  /** Whether the keyring is the office's own, so that its password is worth a try. */
  opens: boolean
}
type Making = (seed: Buffer, chance: Chance, scratch: string) => Malformed

const anyFile: Making = (seed, chance) => {
  const [name, damage] = chance.pick(Object.entries(anyDamage))
  return { bytes: damage(seed, chance), made: name, opens: true }
}

/** The entries of a backup as they lie in the file at `scratch`. */
function entriesOf(bytes: Buffer, scratch: string) {
  writeFileSync(scratch, bytes)
  return withFile(scratch, (file) => [...archiveEntries(file)])
}

const sizes = [
  '-00000000777',
  '-00000001000',
  '77777777777',
  '00000000000',
  'zzzzzzzzzzz',
  '1e9',
  '\u0000'.repeat(11),
]
const names = ['../../keyring.json', '/etc/x', 'C:\\x', 'keyring.json', 'sangyu.db', '', '\u0000']

/** Headers of entries that lie about size or name, with a checksum that fits. */
const wildHeaders: Making = (seed, chance, scratch) => {
  const bytes = Buffer.from(seed)
  const entries = entriesOf(seed, scratch)
  for (let i = chance.between(1, 2); i > 0; i--) {
    const at = chance.pick(entries).offset - 512
    const block = bytes.subarray(at, at + 512)
    if (chance.happens(0.6)) block.write(chance.pick(sizes).padEnd(12, '\0'), 124, 'latin1')
    else block.write(chance.pick(names).padEnd(100, '\0'), 0, 'latin1')
    block.fill(' ', 148, 156)
    const sum = block.reduce((total, byte) => total + byte, 0)
    block.write(`${sum.toString(8).padStart(6, '0')}\0`, 148, 'latin1')
  }
  return { bytes, made: 'headers', opens: true }
}

/** Content changed by somebody who mends sizes and digests afterwards. */
const forged: Making = (seed, chance, scratch) => {
  const contents = new Map(
    entriesOf(seed, scratch).map(({ name, offset, bytes }) => [
      name,
      seed.subarray(offset, offset + bytes),
    ]),
  )
  const manifest = JSON.parse(contents.get(entryNames.manifest)!.toString()) as {
    digests: Record<string, string>
    rest: number
  }
  const changed = chance.pick(Object.values(entryNames))
  if (changed !== entryNames.manifest) {
    const before = contents.get(changed)!
    const content =
      changed !== entryNames.database
        ? Buffer.from(damagedJson(JSON.parse(before.toString()), chance))
        : chance.pick(Object.values(anyDamage))(before, chance)
    contents.set(changed, content)
    manifest.digests[changed] = createHash('sha256').update(content).digest('hex')
    manifest.rest = 1024
    for (const [name, bytes] of contents)
      if (name !== entryNames.manifest) manifest.rest += archivedBytes(bytes.length)
  }
  const text =
    changed === entryNames.manifest ? damagedJson(manifest, chance) : JSON.stringify(manifest)
  contents.set(entryNames.manifest, Buffer.from(text))
  rmSync(scratch, { force: true })
  writeArchive(
    scratch,
    [...contents].map(([name, content]) => ({ name, bytes: content.length, content })),
  )
  const opens = changed !== entryNames.keyring
  return { bytes: readFileSync(scratch), made: `forged ${changed}`, opens }
}

const intact: Making = (seed) => ({ bytes: seed, made: 'intact', opens: true })

const makings: readonly (readonly [Making, number])[] = [
  [anyFile, 30],
  [wildHeaders, 30],
  [forged, 35],
  [intact, 5],
]

const malformed: Making = (seed, chance, scratch) => chance.weigh(makings)(seed, chance, scratch)
