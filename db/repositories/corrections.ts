import { and, desc, eq, getTableName, inArray, isNull, or } from 'drizzle-orm'
import { failure } from '@shared/contract/failure'
import type { StoreContext, WriteContext } from '../context'
import { partsOfFile } from '../records'
import { change, changeSet, operator, recipient, residencePeriod } from '../schema'
import { undoChangeSet } from '../undo'

/** 更正: files hidden because they were entered by mistake or united with another. */

export const correctionOperations = ['recipients.void', 'recipients.merge'] as const
export type CorrectionOperation = (typeof correctionOperations)[number]

/** How many live records of each table hang on a file; tables without any are left out. */
export function attachedTo(
  ctx: StoreContext,
  recipientId: number,
): { entity: string; count: number }[] {
  return partsOfFile
    .map(({ table, column }) => {
      const rows = ctx.db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(column, recipientId), isNull(table.voidedAt)))
        .all()
      return { entity: getTableName(table), count: rows.length }
    })
    .filter(({ count }) => count > 0)
}

/** Hides a file with everything that hangs on it. */
export function voidFile(ctx: WriteContext, recipientId: number, reason: string): void {
  for (const { table, column } of partsOfFile) {
    const rows = ctx.db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(column, recipientId), isNull(table.voidedAt)))
      .all()
    for (const { id } of rows) ctx.writer.void(table, id as number, reason)
  }
  ctx.writer.void(recipient, recipientId, reason)
}

export interface Correction {
  changeSetId: number
  operation: CorrectionOperation
  at: string
  operatorName: string | null
  reason: string
  recipientId: number
  name: string
  archiveNo: string | null
  keptId: number | null
  keptName: string | null
  /** Whether the file is hidden still: it may have been shown again since. */
  isHidden: boolean
}

/** The latest first. Of those a scoped operator sees what happened in their villages. */
export function listCorrections(ctx: StoreContext, limit: number): Correction[] {
  const rows = ctx.db
    .select({
      changeSetId: changeSet.id,
      operation: changeSet.operation,
      at: changeSet.at,
      operatorName: operator.name,
      fields: change.fields,
      recipientId: recipient.id,
      name: recipient.name,
      archiveNo: recipient.archiveNo,
      mergedIntoId: recipient.mergedIntoId,
      voidedAt: recipient.voidedAt,
    })
    .from(changeSet)
    .innerJoin(change, eq(change.changeSetId, changeSet.id))
    .innerJoin(recipient, eq(recipient.id, change.recordId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(and(inArray(changeSet.operation, [...correctionOperations]), eq(change.kind, 'void')))
    .orderBy(desc(changeSet.at), desc(changeSet.id))
    .limit(limit)
    .all()
  return rows
    .filter(({ recipientId, mergedIntoId }) => mayKnow(ctx, [recipientId, mergedIntoId]))
    .map(({ fields, mergedIntoId, voidedAt, operation, at, ...row }) => ({
      ...row,
      at,
      operation: operation as CorrectionOperation,
      reason: String(fields?.['reason']?.[1] ?? ''),
      keptId: mergedIntoId,
      keptName: mergedIntoId === null ? null : nameOf(ctx, mergedIntoId),
      isHidden: voidedAt === at,
    }))
}

/** A scoped operator knows of those who ever lived in one of the villages. */
export function mayKnow(ctx: StoreContext, recipientIds: readonly (number | null)[]): boolean {
  const { villages } = ctx.scope
  if (villages === null) return true
  const ids = recipientIds.filter((id) => id !== null)
  return (
    ctx.db
      .select({ id: residencePeriod.id })
      .from(residencePeriod)
      .where(
        and(
          inArray(residencePeriod.recipientId, ids),
          inArray(residencePeriod.villageId, villages),
        ),
      )
      .limit(1)
      .get() !== undefined
  )
}

const nameOf = (ctx: StoreContext, id: number): string | null =>
  ctx.db.select({ name: recipient.name }).from(recipient).where(eq(recipient.id, id)).get()?.name ??
  null

/**
 * Shows a hidden file again, or parts two united files. Refused once anything was written to the
 * file that stays: nobody could tell to which of the two it belongs.
 */
export function undoCorrection(ctx: WriteContext, changeSetId: number, reason: string): void {
  const correction = listCorrections(ctx, 10_000).find((one) => one.changeSetId === changeSetId)
  if (!correction) throw failure('NOT_FOUND', '没有这次更正或合并的记录。')
  if (!correction.isHidden) throw failure('CONFLICT', '这次操作已经撤销过了。')
  if (correction.keptId !== null && wasWrittenSince(ctx, correction.keptId, correction)) {
    throw failure(
      'CONFLICT',
      '合并之后这份档案又有新的登记或修改，分不清该归哪一份，不能再撤销合并。现有内容都没有变；确需分开，请另建一份档案。',
    )
  }
  undoChangeSet(ctx, changeSetId, reason)
}

function wasWrittenSince(ctx: StoreContext, keptId: number, { changeSetId, at }: Correction) {
  const parts = partsOfFile.flatMap(({ table, column }) =>
    ctx.db
      .select({ id: table.id })
      .from(table)
      .where(eq(column, keptId))
      .all()
      .map(({ id }) => id as number),
  )
  return ctx.db
    .select({ id: changeSet.id, at: changeSet.at })
    .from(change)
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .where(or(eq(change.recordId, keptId), inArray(change.recordId, parts)))
    .all()
    .some((set) => set.at > at || (set.at === at && set.id > changeSetId))
}
