import { enterBatch } from '@db/repositories/imports'
import { getCentre } from '@db/repositories/centre'
import type { ImportResult } from '@shared/contract/imports'
import { failure } from '@shared/contract/failure'
import { ledgerKindLabel, type LedgerKind } from '@shared/domain/imports/fields'
import { codesOf } from '@shared/domain/vocabulary'
import type { CommandContext, JobContext } from '../../core/context'
import { writeContacts } from './apply-contacts'
import { writePairings } from './apply-pairings'
import { writePeople } from './apply-people'
import { settlePlaces, type Places } from './apply-places'
import { drop, keepWork, restOf } from './desk'
import { evaluate, type Evaluation } from './evaluation'
import { leftOutWorkbook } from './left-out'
import type { EvaluatedRow, Office } from './office'
import { entryDay, rowKey, type StagedImport } from './staging'

/** What the writing of one kind of ledger is done with. */
export interface WritingContext {
  ctx: CommandContext
  office: Office
  places: Places
  batchId: number
  /** The day from which new files are 在册. */
  from: string
}

/** New, known and decided rows go on file as one change; the rest is handed back as a workbook. */
export async function applyImport(ctx: JobContext, staged: StagedImport): Promise<ImportResult> {
  const evaluation = evaluate(ctx, staged)
  const ready = evaluation.rows.filter(({ state }) => state === 'new' || state === 'same')
  if (ready.length === 0)
    throw failure(
      'VALIDATION',
      '没有可以入库的行：请先处理错误、冲突和待确认的行。没有改动任何档案。',
    )
  const from = entryDay(staged, ctx.today)
  if (from > ctx.today)
    throw failure('VALIDATION', '在册日期不能晚于今天。', { from: '不能晚于今天' })
  ctx.progress(0, ready.length, '正在整理余下的行')
  const rest = await leftOutWorkbook(evaluation, staged)
  ctx.progress(0, ready.length, '正在入库')
  // Lets the progress be seen before the writing, which cannot be interrupted.
  await new Promise((resume) => setImmediate(resume))
  const outcome = ctx.commit((writing) => write(writing, evaluation, staged, ready, from))
  ctx.progress(ready.length, ready.length, '已入库')
  return {
    ...outcome,
    leftOut: rest.rows,
    leftOutWorkbook: rest.file ? ctx.artifacts.put(rest.file.name, [rest.file]) : null,
  }
}

type Outcome = Omit<ImportResult, 'leftOut' | 'leftOutWorkbook'>

function write(
  ctx: CommandContext,
  { office, rows: all }: Evaluation,
  staged: StagedImport,
  ready: readonly EvaluatedRow[],
  from: string,
): Outcome {
  ctx.writer.because(staged.fileName)
  // Everything is looked up before the first write: what is derived from tables goes stale with it.
  const home = getCentre(ctx)
  const places = settlePlaces(ctx, office, ready)
  const outcome: Outcome = {
    batchIds: [],
    people: { created: 0, updated: 0, unchanged: 0 },
    helpers: { created: 0, updated: 0 },
    pairings: { created: 0, updated: 0, unchanged: 0 },
    contacts: { created: 0, updated: 0, unchanged: 0 },
    villages: places.createdVillages,
  }
  const applied: Record<string, number> = {}
  for (const kind of codesOf<LedgerKind>(ledgerKindLabel)) {
    const rows = ready.filter((row) => row.kind === kind)
    if (rows.length === 0) continue
    const fresh = rows.filter(({ state }) => state === 'new').length
    const counts = { new: fresh, same: rows.length - fresh }
    const batchId = enterBatch(ctx, {
      fileName: staged.fileName,
      kind,
      counts,
      stagedId: staged.id,
    })
    outcome.batchIds.push(batchId)
    for (const { sheet, row } of rows) applied[rowKey(sheet, row)] = batchId
    const writing: WritingContext = { ctx, office, places, batchId, from }
    if (kind === 'people')
      outcome.people = writePeople(writing, home, rows as EvaluatedRow<'people'>[])
    else if (kind === 'pairings') {
      const { people, helpers, pairings } = writePairings(
        writing,
        rows as EvaluatedRow<'pairings'>[],
      )
      outcome.helpers = helpers
      outcome.pairings = pairings
      outcome.people.created += people
    } else outcome.contacts = writeContacts(writing, rows as EvaluatedRow<'contacts'>[])
  }
  if (ready.length < all.length) {
    const before = restOf(ctx, staged.id)?.applied ?? 0
    staged.work.rows = all.length + before
    Object.assign(staged.work.applied, applied)
    keepWork(ctx, staged)
  } else drop(ctx, staged.id)
  return outcome
}
