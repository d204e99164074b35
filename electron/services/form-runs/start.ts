import { addRun, findRun, unfinishedRunIds } from '@db/repositories/form-runs'
import { failure } from '@shared/contract/failure'
import type { formRunsContract } from '@shared/contract/form-runs'
import { formats } from '@shared/domain/formats/formats'
import { fileNameTags, tagsOfFileName } from '@shared/domain/templates/file-name'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { somebodyChosen } from '../documents/chosen'
import { digestOf } from '../templates/files'
import { produce } from './produce'
import { templateFor } from './template'

type Wanted = z.output<(typeof formRunsContract)['formRuns.start']['input']>

/** Writes down what is wanted, so that it can go on after a break, and begins. */
export async function startRun(ctx: JobContext, { people: chosen, ...wanted }: Wanted) {
  const people = somebodyChosen(ctx, chosen)
  const { fields, template } = templateFor(ctx, wanted)
  refuseStrangeTags(wanted.fileName, [...fields.tags, ...fileNameTags])
  const run = ctx.commit((writing) => {
    ctx.staged.keepOnly(unfinishedRunIds(writing))
    const id = addRun(writing, {
      ...wanted,
      templateId: wanted.templateId ?? null,
      templateDigest: digestOf(template),
      operatorId: ctx.operator.id,
      people: people.map(({ id }) => id),
      startedAt: ctx.now,
    })
    return findRun(writing, id)!
  })
  return produce(ctx, run)
}

/** Before anything is made: a slip in the pattern would be in the name of every file. */
function refuseStrangeTags(pattern: string, known: readonly string[]): void {
  for (const tag of tagsOfFileName(pattern)) {
    const strange = tag.formats.find((format) => !Object.hasOwn(formats, format))
    const words = !known.includes(tag.name)
      ? `文件名里的“${tag.raw}”没有这个字段，请对照字段表改正。`
      : strange && `文件名里的格式“${strange}”没有，可以用${Object.keys(formats).join('、')}。`
    if (words) throw failure('VALIDATION', `${words}没有生成文件。`, { fileName: words })
  }
}
