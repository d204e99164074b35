import type { StoreContext } from '@db/context'
import { findRun, latestRuns, voidRun, type FormRun } from '@db/repositories/form-runs'
import { findTemplate } from '@db/repositories/templates'
import { failure } from '@shared/contract/failure'
import type { formRunsContract } from '@shared/contract/form-runs'
import { forms, isOwnForm } from '@shared/domain/templates/forms'
import { filesOfRun } from '@shared/domain/templates/runs'
import type { HandlersOf, QueryContext } from '../../core/context'
import { produce } from './produce'
import { startRun } from './start'
import { stillThere } from './people'

const shownRuns = 20

export const formRunsHandlers: HandlersOf<typeof formRunsContract> = {
  'formRuns.start': startRun,

  'formRuns.resume': async (ctx, { id }) => {
    const run = requireRun(ctx, id)
    if (run.finishedAt !== null)
      throw failure('CONFLICT', '这一批已经出完了。要再出一次，请重新选人生成。')
    return produce(ctx, run)
  },

  'formRuns.list': (ctx) =>
    latestRuns(ctx, shownRuns).map((run) => {
      const { id, mode, people, startedAt, finishedAt, results } = run
      const { files, doneFiles } = progressOf(ctx, run)
      return {
        id,
        title: titleOf(ctx, run),
        mode,
        people: people.length,
        startedAt,
        finishedAt,
        doneFiles,
        files,
        leftOut: results?.filter(({ file }) => file === null).length ?? 0,
      }
    }),

  'formRuns.results': (ctx, { id }) => requireRun(ctx, id).results ?? [],

  'formRuns.discard': (ctx, { id }) => {
    const run = requireRun(ctx, id)
    if (run.finishedAt !== null) throw failure('CONFLICT', '这一批已经出完了，不用放弃。')
    voidRun(ctx, id)
    ctx.staged.discard(id)
    return {}
  },
}

function requireRun(ctx: StoreContext, id: number): FormRun {
  const run = findRun(ctx, id)
  if (!run) throw failure('NOT_FOUND', '没有这一批，它可能已被放弃，或者是别的经办人出的。')
  return run
}

function titleOf(ctx: StoreContext, { form, templateId }: FormRun): string {
  const own = isOwnForm(form) && templateId !== null ? findTemplate(ctx, templateId) : undefined
  return own?.name ?? forms[form].title
}

function progressOf(ctx: QueryContext, run: FormRun): { files: number; doneFiles: number } {
  const { present } = stillThere(ctx, run.people)
  const files = filesOfRun(run.mode, present)
  const done = run.finishedAt
    ? files.length
    : files.filter(({ key }) => ctx.staged.has(run.id, key)).length
  return { files: files.length, doneFiles: done }
}
