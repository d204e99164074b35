import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { failure } from '@shared/contract/failure'
import type { RecordTable } from './changes'
import type { StoreContext, WriteContext } from './context'
import { groupBy } from './group-by'
import { recordTables, referencesTo } from './records'
import { change, changeSet } from './schema'

type ChangeRow = Pick<
  typeof change.$inferSelect,
  'id' | 'entity' | 'recordId' | 'kind' | 'fields'
> & { table: RecordTable }

/** Why a change set cannot be taken back any more. */
export type UndoObstacle = 'unknown' | 'changedSince' | 'builtOn'

const told: Record<UndoObstacle, string> = {
  unknown: '没有这次操作的记录，无法撤销。',
  changedSince: '这次操作之后，涉及的记录又有改动，不能整体撤销。现有内容都没有变；请逐项修改。',
  builtOn: '这次操作新增的内容上已经登记了别的记录，不能整体撤销。现有内容都没有变；请逐项更正。',
}

/**
 * Takes a change set back: the inverse of each of its changes, last first, written as changes of
 * the current set. Refused (CONFLICT) where a record it touched was changed by a later set, or a
 * record it made is referred to by one made later.
 */
export function undoChangeSet(ctx: WriteContext, changeSetId: number, reason: string): void {
  const changes = changesOf(ctx, changeSetId)
  const obstacle = obstacleAmong(ctx, changeSetId, changes)
  if (obstacle) throw failure('CONFLICT', told[obstacle])
  for (const one of changes.toReversed()) takeBack(ctx, one, reason)
}

/** What stands in the way of taking a change set back; null where nothing does. */
export function undoObstacle(ctx: StoreContext, changeSetId: number): UndoObstacle | null {
  return obstacleAmong(ctx, changeSetId, changesOf(ctx, changeSetId))
}

function changesOf(ctx: StoreContext, changeSetId: number): ChangeRow[] {
  const rows = ctx.db
    .select({
      id: change.id,
      entity: change.entity,
      recordId: change.recordId,
      kind: change.kind,
      fields: change.fields,
    })
    .from(change)
    .where(eq(change.changeSetId, changeSetId))
    .orderBy(asc(change.id))
    .all()
  return rows.flatMap((row) => {
    const table = recordTables.get(row.entity)
    return table ? [{ ...row, table }] : []
  })
}

function obstacleAmong(
  ctx: StoreContext,
  changeSetId: number,
  changes: readonly ChangeRow[],
): UndoObstacle | null {
  const set = ctx.db
    .select({ at: changeSet.at })
    .from(changeSet)
    .where(eq(changeSet.id, changeSetId))
    .get()
  if (!set || changes.length === 0) return 'unknown'
  // Sets of another station carry ids of their own range: time decides first, then the id.
  const later = or(
    gt(changeSet.at, set.at),
    and(eq(changeSet.at, set.at), gt(changeSet.id, changeSetId)),
  )
  const touched = [...new Set(changes.map(({ recordId }) => recordId))]
  const changedSince = inSlices(touched, (ids) =>
    ctx.db
      .select({ id: change.id })
      .from(change)
      .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
      .where(and(inArray(change.recordId, ids), ne(change.changeSetId, changeSetId), later))
      .limit(1)
      .get(),
  )
  if (changedSince) return 'changedSince'
  return isBuiltOn(ctx, changes, new Set(touched)) ? 'builtOn' : null
}

/** Whether a record that the set did not touch itself hangs on one that it made. */
function isBuiltOn(
  ctx: StoreContext,
  changes: readonly ChangeRow[],
  touched: ReadonlySet<number>,
): boolean {
  const made = groupBy(
    changes.filter(({ kind }) => kind === 'create'),
    ({ table }) => table,
  )
  return [...made].some(([table, creations]) => {
    const ids = creations.map(({ recordId }) => recordId)
    return referencesTo(table).some((reference) =>
      inSlices(ids, (slice) =>
        ctx.db
          .select({ id: reference.table.id })
          .from(reference.table)
          .where(and(inArray(reference.column, slice), isNull(reference.table.voidedAt)))
          .all()
          .some(({ id }) => !touched.has(id as number)),
      ),
    )
  })
}

function takeBack(ctx: WriteContext, { table, recordId, kind, fields }: ChangeRow, why: string) {
  if (kind === 'create') ctx.writer.void(table, recordId, why)
  else if (kind === 'void') ctx.writer.unvoid(table, recordId, why)
  else if (fields && 'voidedAt' in fields) ctx.writer.void(table, recordId, why)
  else {
    const before = Object.entries(fields ?? {}).map(([key, [from]]) => [key, from])
    ctx.writer.update(table, recordId, Object.fromEntries(before) as object)
  }
}

const slice = 10_000 // ids; SQLite binds at most 32,766 values to one statement

/** The first answer that is not empty, asking for a bounded number of ids at a time. */
function inSlices<Answer>(ids: readonly number[], ask: (slice: number[]) => Answer) {
  for (let at = 0; at < ids.length; at += slice) {
    const answer = ask(ids.slice(at, at + slice))
    if (answer) return answer
  }
  return undefined
}
