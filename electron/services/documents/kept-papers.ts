import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { findPaper, type StoredPaper } from '@db/repositories/papers'
import { failure } from '@shared/contract/failure'
import type { Paper } from '@shared/domain/papers/model'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { fileNames } from './file-names'

/** Composed papers of every kind: written, shelved, and written again as they were handed in. */

/** Writes a kept paper again: the text and figures of its day, the same bytes. */
export async function reprintPaper(
  ctx: JobContext,
  { id }: { id: number },
): Promise<ArtifactSummary> {
  const stored = keptPaper(ctx, id)
  ctx.progress(0, 1, '正在排版')
  const paper = stored.facts as Paper
  return shelved(ctx, paper, await wordOf(ctx, paper, stored.writtenAt))
}

export function keptPaper(ctx: StoreContext, id: number): StoredPaper {
  requireWholeTownship(ctx)
  const stored = findPaper(ctx, id)
  if (!stored) throw failure('NOT_FOUND', '没有这份文书，它可能已被作废。')
  return stored
}

/** The bytes of a composed paper. */
export function wordOf(ctx: JobContext, paper: Paper, written: string): Promise<Uint8Array> {
  const { name, township, county } = getCentre(ctx)
  return ctx.worker.run(
    'writePaper',
    {
      paper,
      options: {
        author: name,
        written,
        wholeNames: [township, county, `${township}人民政府`, '留守老人', '关爱服务'],
      },
    },
    ctx.signal,
  )
}

/** Puts a written paper where the screen saves or opens it from. */
export function shelved(ctx: JobContext, paper: Paper, bytes: Uint8Array): ArtifactSummary {
  ctx.signal.throwIfAborted()
  const [name] = fileNames([paper.title])
  return ctx.artifacts.put(paper.title, [{ name: name!, bytes }])
}
