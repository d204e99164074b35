import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Core, type Result } from '../../electron/core/core'
import { testFounding } from '../../electron/core/test-vault'
import { inlineWorker, ThreadWorker } from '../../electron/core/worker-port'
import { openPackage, partText, sealPackage, setPartText } from '../../electron/documents/package'
import type { Chance } from '../../shared/domain/sample/random'
import { shippedForms } from '../../shared/domain/templates/forms'
import { anyDamage } from './damage'
import { damageXml } from './package-damage'
import type { FuzzSubject } from './subject'

/** Word templates, handed in as the next version of a template by somebody who means harm. */
export async function templates(options: {
  /** Whether files are checked on a thread of their own, as in the program; needs a build. */
  threads: boolean
}): Promise<FuzzSubject> {
  const programDir = resolve(import.meta.dirname, '../..')
  const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-fuzz-'))
  const worker = options.threads
    ? new ThreadWorker(join(programDir, 'out/main/worker.js'))
    : inlineWorker()
  const core = new Core({ dataDir, programDir, worker, now: () => new Date('2026-11-21T09:00:00') })
  const seeds = shippedForms.map(({ file }) =>
    readFileSync(join(programDir, 'resources/templates', file)),
  )
  valueOf(await core.call('vault.create', testFounding))
  return {
    input(chance) {
      const { bytes, made } = malformed(chance.pick(seeds), chance)
      return { made, feed: () => feed(core, bytes) }
    },
    /** What is taken is voided again: everything else must be as before. */
    async fingerprint() {
      const people = valueOf(await core.call('recipients.list', {}))
      return JSON.stringify([people, valueOf(await core.call('templates.list', {}))])
    },
    async close() {
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function feed(core: Core, bytes: Buffer): Promise<'taken' | 'refused'> {
  const handed = await core.call('templates.upload', {
    form: 'ownPerson',
    name: '试',
    fileName: '试.docx',
    base64: bytes.toString('base64') || 'AA==',
  })
  if (!handed.ok) {
    if (handed.error.code === 'VALIDATION') return 'refused'
    throw new Error(`${handed.error.code}: ${handed.error.message}`)
  }
  const { id } = handed.value as { id: number }
  valueOf(await core.call('templates.void', { id, reason: '试' }))
  return 'taken'
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

/** Text that a template should not hold, put in among its own. */
const strangeTexts = [
  '{',
  '}',
  '{{姓名}}',
  '{#家庭成员}',
  '{/家庭成员}',
  '{#家庭成员}{#家庭成员}{/家庭成员}{/家庭成员}',
  '{姓名|农历|农历|没有}',
  `{${'长'.repeat(5000)}}`,
  '{#'.repeat(400),
  '{constructor}{__proto__}{#toString}{/toString}',
  '{姓名 [loopOver: "row"]}',
]

const strangeTags: Making = (seed, chance) => {
  const parts = openPackage(new Uint8Array(seed))
  const texts = partText(parts, 'word/document.xml').split(/(?<=<w:t[^>]*>)/)
  for (let i = chance.between(1, 4); i > 0; i--)
    texts[chance.below(texts.length)] += chance.pick(strangeTexts)
  setPartText(parts, 'word/document.xml', texts.join(''))
  return { bytes: Buffer.from(sealPackage(parts)), made: 'tags' }
}

const tornXml: Making = (seed, chance) => {
  const parts = openPackage(new Uint8Array(seed))
  const path = chance.pick([...parts.keys()].filter((name) => /\.(xml|rels)$/.test(name)))
  setPartText(parts, path, damageXml(partText(parts, path), chance))
  return { bytes: Buffer.from(sealPackage(parts)), made: `xml of ${path}` }
}

const makings: readonly (readonly [Making, number])[] = [
  [anyFile, 30],
  [strangeTags, 35],
  [tornXml, 35],
]

const malformed: Making = (seed, chance) => chance.weigh(makings)(seed, chance)
