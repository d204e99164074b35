import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TemplateHandler, type TemplateData } from 'easy-template-x'
import type { TemplatePicture, TemplateRecord } from '@electron/documents/forms/engine'
import { fieldsOf, personData } from '@electron/documents/forms/fields'
import { office, person } from '@electron/documents/forms/record.fixture'
import { fillForms, mergeForms } from '@electron/documents/forms/render'

/*
 * How fast elder files with a photograph are written, and in how much memory: this engine beside
 * easy-template-x, the fastest library measured, in the same run. Each case has a process of its
 * own, so that its peak of memory is its own. Prints one JSON line.
 *
 *   npx tsx scripts/bench/forms.ts [files]
 */

const self = fileURLToPath(import.meta.url)
const template = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../resources/templates/recipient-file.docx')),
)
const fields = fieldsOf('person')
/** A portrait of 2 寸 as a phone's picture is after shrinking. */
const photoBytes = 30_000

/** Bytes that look like a JPEG to whoever only reads its head, different for each person. */
function photo(seed: number): Uint8Array {
  const bytes = new Uint8Array(photoBytes)
  let state = seed + 1
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 24
  }
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  return bytes
}

function recordOf(index: number): TemplateRecord {
  const portrait = { bytes: photo(index), mime: 'image/jpeg' as const }
  return personData(person({ name: `测试${index}`, photo: portrait }), office)
}

function* recordsOf(count: number): Generator<TemplateRecord> {
  for (let index = 0; index < count; index += 1) yield recordOf(index)
}

function forLibrary(record: TemplateRecord): TemplateData {
  const picture = record['照片'] as TemplatePicture
  const pixelsPerMm = 96 / 25.4
  return {
    ...record,
    照片: {
      _type: 'image',
      source: Buffer.from(picture.bytes),
      format: 'image/jpeg',
      width: picture.widthMm * pixelsPerMm,
      height: picture.heightMm * pixelsPerMm,
      altText: picture.alt,
    },
  } as TemplateData
}

const cases: Record<string, (count: number) => Promise<number>> = {
  async engine(count) {
    let bytes = 0
    for (const record of recordsOf(count))
      bytes += fillForms({ template, records: [record], fields })[0]!.length
    return bytes
  },
  async library(count) {
    let bytes = 0
    for (const record of recordsOf(count)) {
      const filled = await new TemplateHandler().process(Buffer.from(template), forLibrary(record))
      bytes += filled.length
    }
    return bytes
  },
  async merged(count) {
    return mergeForms({ template, records: [...recordsOf(count)], fields }).length
  },
}

interface Measured {
  files: number
  perSecond: number
  peakMb: number
  bytes: number
}

/** Runs in the child: one case, after a few files to warm up. */
async function measure(name: string, files: number): Promise<Measured> {
  const run = cases[name]!
  await run(Math.min(20, files))
  const start = performance.now()
  const bytes = await run(files)
  const seconds = (performance.now() - start) / 1000
  return {
    files,
    perSecond: Math.round(files / seconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    bytes,
  }
}

function inOwnProcess(name: string, files: number): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', self, name, String(files)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the case ${name} failed: ${stderr}`)
  return JSON.parse(stdout) as Measured
}

/** The library is measured on fewer files, as it takes several times as long. */
export function benchForms(files: number): Record<string, unknown> {
  const engine = inOwnProcess('engine', files)
  const library = inOwnProcess('library', Math.ceil(files / 4))
  const merged = inOwnProcess('merged', files)
  return {
    bench: 'forms',
    engine,
    library: { name: 'easy-template-x', ...library },
    timesLibrary: Number((engine.perSecond / library.perSecond).toFixed(1)),
    merged,
  }
}

if (process.argv[1] === self) {
  const [, , first = '1000', second] = process.argv
  const result = second ? await measure(first, Number(second)) : benchForms(Number(first))
  console.log(JSON.stringify(result))
}
