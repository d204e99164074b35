import type { StoreContext } from '@db/context'
import { listBatches, takenBackBy, type CarriedOut } from '@db/repositories/imports'
import { ownerOf } from '@db/repositories/record-owners'
import { loadRoster } from '@db/repositories/roster'
import { changesBySet, undoChangeSet, undoObstacle, undoObstructions } from '@db/undo'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { PastImport } from '@shared/contract/imports'
import { addDays } from '@shared/domain/calendar/days'
import type { CommandContext, JobContext } from '../../core/context'
import { restOf } from './desk'

/** Days during which an import can be taken back whole. */
const undoDays = 30
/** How many records that stand in the way are named. */
const namedAtMost = 50
const listedAtMost = 100

/** What was carried out, one line per import: a workbook of several kinds is several batches. */
export function pastImports(ctx: StoreContext): PastImport[] {
  const imports = new Map<number, CarriedOut[]>()
  for (const batch of listBatches(ctx, listedAtMost * 3)) {
    const known = imports.get(batch.changeSetId)
    if (known) known.push(batch)
    else imports.set(batch.changeSetId, [batch])
  }
  return [...imports.values()].slice(0, listedAtMost).map((batches) => lineOf(ctx, batches))
}

function lineOf(ctx: StoreContext, batches: readonly CarriedOut[]): PastImport {
  const first = batches.reduce((one, other) => (one.id < other.id ? one : other))
  const { fileName, at, operatorName, voidedAt, stagedId } = first
  const counts: Record<string, number> = {}
  for (const batch of batches)
    for (const [state, count] of Object.entries(batch.counts))
      counts[state] = (counts[state] ?? 0) + count
  const rest = stagedId === null || voidedAt !== null ? null : restOf(ctx, stagedId)
  return {
    id: first.id,
    fileName,
    kinds: batches.map(({ kind }) => kind).toReversed(),
    at,
    operatorName,
    counts,
    state: voidedAt === null ? 'standing' : 'undone',
    undoneAt: voidedAt,
    undoneBy: voidedAt === null ? null : takenBackBy(ctx, first.id),
    undoUntil: lastDayOf(at),
    rest:
      rest && rest.left > 0 && stagedId !== null ? { importId: stagedId, left: rest.left } : null,
  }
}

const lastDayOf = (at: string): string => addDays(at.slice(0, 10), undoDays)

export function previewUndo(ctx: StoreContext, id: number): OutputOf<'imports.undoPreview'> {
  const batch = batchOf(ctx, id)
  const found = undoObstructions(ctx, batch.changeSetId, namedAtMost + 1)
  return {
    refusal: refusalOf(ctx, batch),
    records: recordsOf(ctx, batch.changeSetId),
    obstructions: found
      .slice(0, namedAtMost)
      .map(({ recordId, ...act }) => ({ ...act, ...ownerOf(ctx, act.entity, recordId) })),
    more: found.length > namedAtMost,
  }
}

/** Writing cannot be interrupted; until then the job can be cancelled. */
export async function undoImport(ctx: JobContext, id: number): Promise<{ records: number }> {
  ctx.progress(0, 1, '正在撤销导入')
  // Lets the progress be seen before the writing.
  await new Promise((resume) => setImmediate(resume))
  const records = ctx.commit((writing) => takeBack(writing, id))
  ctx.progress(1, 1, '已撤销')
  return { records }
}

function takeBack(ctx: CommandContext, id: number): number {
  const batch = batchOf(ctx, id)
  const refusal = refusalOf(ctx, batch)
  if (refusal) throw failure('CONFLICT', refusal)
  const why = `撤销导入：${batch.fileName}`
  ctx.writer.because(why)
  const records = changesBySet(ctx, batch.changeSetId).length
  undoChangeSet(ctx, batch.changeSetId, why)
  return records
}

function batchOf(ctx: StoreContext, id: number): CarriedOut {
  const batch = listBatches(ctx, 10_000).find((one) => one.id === id)
  if (!batch) throw failure('NOT_FOUND', '没有这次导入的记录。请刷新后再看。')
  return batch
}

/** Why an import cannot be taken back, in words; null where it can. */
function refusalOf(ctx: StoreContext, { voidedAt, at, changeSetId }: CarriedOut): string | null {
  if (voidedAt !== null) return '这次导入已经撤销过了。要恢复，请重新导入原文件。'
  if (lastDayOf(at) < ctx.today)
    return `导入已超过 ${undoDays} 天，不能整体撤销。档案没有变；请在各人的档案里更正。`
  if (concernsOthers(ctx, changeSetId))
    return '这次导入里有不归您管的人，不能由您撤销。档案没有变；请镇里经办人处理。'
  switch (undoObstacle(ctx, changeSetId)) {
    case null:
      return null
    case 'unknown':
      return '没有这次导入的改动记录，无法撤销。档案没有变。'
    case 'changedSince':
      return '导入之后，其中的档案又有改动，不能整体撤销。档案没有变；请看清单，先撤销那些改动，或在各人的档案里逐项更正。'
    case 'builtOn':
      return '导入之后，在这些档案上又登记了别的内容，不能整体撤销。档案没有变；请看清单，先更正那些记录，或在各人的档案里逐项更正。'
  }
}

/** Whether the import wrote about somebody outside the operator's villages and groups. */
function concernsOthers(ctx: StoreContext, changeSetId: number): boolean {
  if (ctx.scope.villages === null && ctx.scope.groups === null) return false
  const visible = new Set(loadRoster(ctx).map(({ id }) => id))
  return changesBySet(ctx, changeSetId).some(({ entity, recordId }) => {
    const { recipientId } = ownerOf(ctx, entity, recordId)
    return recipientId !== null && !visible.has(recipientId)
  })
}

function recordsOf(
  ctx: StoreContext,
  changeSetId: number,
): OutputOf<'imports.undoPreview'>['records'] {
  const counts = new Map<string, OutputOf<'imports.undoPreview'>['records'][number]>()
  for (const { entity, kind } of changesBySet(ctx, changeSetId)) {
    const known = counts.get(`${entity} ${kind}`)
    if (known) known.count += 1
    else counts.set(`${entity} ${kind}`, { entity, kind, count: 1 })
  }
  return [...counts.values()].filter(({ entity }) => entity !== 'import_batch')
}
