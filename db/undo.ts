import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm'
import { failure } from '@shared/contract/failure'
import type { Instant } from '@shared/domain/calendar/types'
import type { RecordTable } from './changes'
import type { StoreContext, WriteContext } from './context'
import { groupBy } from './group-by'
import { recordTables, referencesTo } from './records'
import { change, changeSet, operator } from './schema'

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
  const changes = changesBySet(ctx, changeSetId)
  const obstacle = obstacleAmong(ctx, changeSetId, changes)
  if (obstacle) throw failure('CONFLICT', told[obstacle])
  if (ctx.writer.isEmpty) ctx.writer.undoing(changeSetId)
  for (const one of changes.toReversed()) takeBack(ctx, one, reason)
}

/** What stands in the way of taking a change set back; null where nothing does. */
export function undoObstacle(ctx: StoreContext, changeSetId: number): UndoObstacle | null {
  return obstacleAmong(ctx, changeSetId, changesBySet(ctx, changeSetId))
}

/** What a set did, record by record, in order. */
export function changesBySet(ctx: StoreContext, changeSetId: number): ChangeRow[] {
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

/** One record that stands in the way, with the act that put it there. */
export interface Obstruction {
  why: Exclude<UndoObstacle, 'unknown'>
  entity: string
  recordId: number
  operation: string
  at: Instant
  operatorName: string | null
}

/** What stands in the way record by record, up to `limit` of them, the latest act first. */
export function undoObstructions(
  ctx: StoreContext,
  changeSetId: number,
  limit: number,
): Obstruction[] {
  const changes = changesBySet(ctx, changeSetId)
  const set = setOf(ctx, changeSetId)
  if (!set || changes.length === 0) return []
  const touched = new Set(changes.map(({ recordId }) => recordId))
  const built = builtOn(ctx, changes, touched, limit)
  return [
    ...changedSince(ctx, set, [...touched], limit).map((act) => ({
      ...act,
      why: 'changedSince' as const,
    })),
    ...actsOn(ctx, built, eq(change.kind, 'create'), limit).map((act) => ({
      ...act,
      why: 'builtOn' as const,
    })),
  ]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, limit)
}

function obstacleAmong(
  ctx: StoreContext,
  changeSetId: number,
  changes: readonly ChangeRow[],
): UndoObstacle | null {
  const set = setOf(ctx, changeSetId)
  if (!set || changes.length === 0) return 'unknown'
  const touched = new Set(changes.map(({ recordId }) => recordId))
  if (changedSince(ctx, set, [...touched], 1).length > 0) return 'changedSince'
  return builtOn(ctx, changes, touched, 1).length > 0 ? 'builtOn' : null
}

interface SetMark {
  id: number
  at: Instant
}

const setOf = (ctx: StoreContext, id: number): SetMark | undefined =>
  ctx.db
    .select({ id: changeSet.id, at: changeSet.at })
    .from(changeSet)
    .where(eq(changeSet.id, id))
    .get()

/** The latest act on each of the records that came after the set. */
function changedSince(
  ctx: StoreContext,
  set: SetMark,
  touched: readonly number[],
  limit: number,
): Act[] {
  // Sets of another station carry ids of their own range: time decides first, then the id.
  const later = or(
    gt(changeSet.at, set.at),
    and(eq(changeSet.at, set.at), gt(changeSet.id, set.id)),
  )
  const cancelled = [...cancelledSets(ctx)]
  const standing = cancelled.length > 0 ? notInArray(change.changeSetId, cancelled) : undefined
  return actsOn(ctx, touched, and(ne(change.changeSetId, set.id), later, standing), limit)
}

/** Sets that were taken back, and the undos that did it: together they changed nothing. */
function cancelledSets(ctx: StoreContext): ReadonlySet<number> {
  const undos = ctx.db
    .select({ id: changeSet.id, undoes: changeSet.undoes })
    .from(changeSet)
    .where(isNotNull(changeSet.undoes))
    .orderBy(desc(changeSet.at), desc(changeSet.id))
    .all()
  const cancelled = new Set<number>()
  for (const { id, undoes } of undos) {
    // An undo that was itself taken back leaves the set it undid in force.
    if (cancelled.has(id) || undoes === null) continue
    cancelled.add(id).add(undoes)
  }
  return cancelled
}

type Act = Omit<Obstruction, 'why'>

/** The latest act on each of some records that meets a condition. */
function actsOn(
  ctx: StoreContext,
  recordIds: readonly number[],
  condition: SQL | undefined,
  limit: number,
): Act[] {
  const acts = new Map<number, Act>()
  inSlices(recordIds, (ids) => {
    for (const act of ctx.db
      .select({
        entity: change.entity,
        recordId: change.recordId,
        operation: changeSet.operation,
        at: changeSet.at,
        operatorName: operator.name,
      })
      .from(change)
      .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
      .leftJoin(operator, eq(operator.id, changeSet.operatorId))
      .where(and(inArray(change.recordId, ids), condition))
      .orderBy(desc(changeSet.at), desc(change.id))
      .limit(limit)
      .all())
      if (!acts.has(act.recordId)) acts.set(act.recordId, act)
    return acts.size >= limit
  })
  return [...acts.values()]
}

/** Records that the set did not touch itself and that hang on one that it made. */
function builtOn(
  ctx: StoreContext,
  changes: readonly ChangeRow[],
  touched: ReadonlySet<number>,
  limit: number,
): number[] {
  const made = groupBy(
    changes.filter(({ kind }) => kind === 'create'),
    ({ table }) => table,
  )
  const found = new Set<number>()
  for (const [table, creations] of made)
    for (const reference of referencesTo(table))
      inSlices(
        creations.map(({ recordId }) => recordId),
        (ids) => {
          for (const { id } of ctx.db
            .select({ id: reference.table.id })
            .from(reference.table)
            .where(and(inArray(reference.column, ids), isNull(reference.table.voidedAt)))
            .all())
            if (!touched.has(id as number)) found.add(id as number)
          return found.size >= limit
        },
      )
  return [...found].slice(0, limit)
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
