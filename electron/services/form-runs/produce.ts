import { finishRun, restartRun, type FormRun } from '@db/repositories/form-runs'
import type { RosterPerson } from '@db/repositories/roster'
import { withCardContacts } from '@electron/documents/forms/card-contacts'
import type { TemplateRecord } from '@electron/documents/forms/engine'
import { personData } from '@electron/documents/forms/fields'
import { failure } from '@shared/contract/failure'
import { fileNameFor } from '@shared/domain/templates/file-name'
import { filesOfRun, type RunFile, type RunResult } from '@shared/domain/templates/runs'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { fileNames } from '../documents/file-names'
import { batchSize, breath, disclosureFor, officeOf, recordsOf } from '../documents/records'
import { digestOf, type ReadyTemplate } from '../templates/files'
import { stillThere } from './people'
import { templateFor } from './template'

/** Photographs of one merged file together; Word itself gives up on much larger ones. */
const mostPhotoBytes = 200 * 1024 * 1024

type File = RunFile<RosterPerson>

/** What is kept beside a staged file. */
interface About {
  /** Its name, before two of the same are told apart. */
  name: string
  /** People whose photograph could not be read. */
  withoutPhoto: number[]
}

/** Makes the files that a run lacks, each kept as soon as it is made, and hands all of them over. */
export async function produce(
  ctx: JobContext,
  run: FormRun,
): Promise<ArtifactSummary & { runId: number; leftOut: number }> {
  const ready = templateFor(ctx, run)
  const digest = digestOf(ready.template)
  if (digest !== run.templateDigest) {
    ctx.staged.discard(run.id)
    ctx.commit((writing) => restartRun(writing, run.id, digest))
  }
  const { present, gone } = stillThere(ctx, run.people)
  const files = filesOfRun(run.mode, present)
  if (run.mode === 'separate') await makeSeparate(ctx, run, ready, files)
  else await makeMerged(ctx, run, ready, files)

  const staged = files.map(({ key }) => {
    const file = ctx.staged.read(run.id, key)
    if (!file)
      throw failure('CORRUPT', `“${ready.title}”有文件没有存好，其余的都还在。请点“继续”再做一次。`)
    return { ...(JSON.parse(file.about) as About), bytes: file.bytes }
  })
  const names = fileNames(staged.map(({ name }) => name))
  const results = files.flatMap(({ people }, at) =>
    people.map(({ id, name }): RunResult => ({
      id,
      name,
      file: names[at]!,
      note: staged[at]!.withoutPhoto.includes(id) ? '照片读不出，没有印照片' : null,
    })),
  )
  const artifact = ctx.artifacts.put(
    files.length === 1 ? staged[0]!.name : `${ready.title}_${present.length}人`,
    staged.map(({ bytes }, at) => ({ name: names[at]!, bytes })),
  )
  ctx.commit((writing) => finishRun(writing, run.id, [...results, ...gone]))
  ctx.staged.discard(run.id)
  return { ...artifact, runId: run.id, leftOut: gone.length }
}

/** One file a person, made in batches that go to the worker one call at a time. */
async function makeSeparate(
  ctx: JobContext,
  run: FormRun,
  { title, template, fields }: ReadyTemplate,
  files: readonly File[],
): Promise<void> {
  const places = new Map(files.map(({ key }, at) => [key, at + 1]))
  const digits = Math.max(3, String(files.length).length)
  const lacking = files.filter(({ key }) => !ctx.staged.has(run.id, key))
  for (let start = 0; start < lacking.length; start += batchSize) {
    const batch = lacking.slice(start, start + batchSize)
    const done = files.length - lacking.length + start
    ctx.progress(done, files.length, `正在生成${title}`)
    const { records, withoutPhoto } = gather(
      ctx,
      run,
      batch.flatMap(({ people }) => people),
    )
    const made = await ctx.worker.run('fillForms', { template, records, fields }, ctx.signal)
    ctx.signal.throwIfAborted()
    for (const [at, { key, people }] of batch.entries()) {
      const own: Readonly<Record<string, string>> = {
        表名: title,
        序号: String(places.get(key)).padStart(digits, '0'),
      }
      const name = fileNameFor(run.fileName, (tag) => own[tag] ?? textOf(records[at]![tag]))
      keep(ctx, run, key, made[at]!, {
        name,
        withoutPhoto: withoutPhoto.filter((id) => people.some((person) => person.id === id)),
      })
    }
  }
}

/** One file for many people, each on pages of their own. */
async function makeMerged(
  ctx: JobContext,
  run: FormRun,
  { title, template, fields }: ReadyTemplate,
  files: readonly File[],
): Promise<void> {
  const total = files.reduce((sum, { people }) => sum + people.length, 0)
  let done = 0
  for (const { key, label, people } of files) {
    if (!ctx.staged.has(run.id, key)) {
      const records: TemplateRecord[] = []
      const withoutPhoto: number[] = []
      let photoBytes = 0
      for (let start = 0; start < people.length; start += batchSize) {
        ctx.signal.throwIfAborted()
        ctx.progress(done + start, total, `正在汇总${title}`)
        const batch = gather(ctx, run, people.slice(start, start + batchSize))
        photoBytes += batch.photoBytes
        if (photoBytes > mostPhotoBytes)
          throw failure(
            'VALIDATION',
            '照片合在一起太大，没有生成文件。请按村分开，或者每人一个文件。',
          )
        records.push(...batch.records)
        withoutPhoto.push(...batch.withoutPhoto)
        await breath()
      }
      ctx.progress(done + people.length, total, '正在合并成一个文件')
      const filled = { template, records, fields, duplex: run.newSheets ?? undefined }
      const bytes = await ctx.worker.run('mergeForms', filled, ctx.signal)
      const name = nameOf(title, label!, people)
      keep(ctx, run, key, bytes, { name, withoutPhoto })
    }
    done += people.length
  }
}

function nameOf(title: string, label: string, people: readonly RosterPerson[]): string {
  const [only, ...others] = people
  if (!only || others.length > 0) return `${title}_${label}`
  return `${title}_${only.villageName}_${only.name}`
}

function keep(ctx: JobContext, run: FormRun, key: string, bytes: Uint8Array, about: About): void {
  ctx.signal.throwIfAborted()
  ctx.staged.put(run.id, key, { about: JSON.stringify(about), bytes })
}

/** What the template prints of these people; a photograph that is lost is left out and named. */
function gather(ctx: JobContext, { form }: FormRun, people: readonly RosterPerson[]) {
  const withoutPhoto: number[] = []
  const records = recordsOf(ctx, people, {
    disclosure: disclosureFor(ctx),
    complete: true,
    attachments: ctx.attachments,
    onLostPhoto: (id) => withoutPhoto.push(id),
  })
  const office = officeOf(ctx)
  return {
    records: records.map((record) =>
      personData(form === 'wallCard' ? withCardContacts(record) : record, office),
    ),
    withoutPhoto,
    photoBytes: records.reduce((sum, { photo }) => sum + (photo?.bytes.byteLength ?? 0), 0),
  }
}

const textOf = (value: TemplateRecord[string]): string => (typeof value === 'string' ? value : '')
