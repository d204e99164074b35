import { and, desc, eq, isNull } from 'drizzle-orm'
import type { RunResult } from '@shared/domain/templates/runs'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { formRun } from '../schema'

/** 批量出表 of one operator; nobody continues another's. */
export type FormRun = typeof formRun.$inferSelect

const own = (ctx: StoreContext) =>
  and(eq(formRun.operatorId, ctx.operator.id), isNull(formRun.voidedAt))

/** Newest first. */
export function latestRuns(ctx: StoreContext, most: number): FormRun[] {
  return ctx.db
    .select()
    .from(formRun)
    .where(own(ctx))
    .orderBy(desc(formRun.startedAt), desc(formRun.id))
    .limit(most)
    .all()
}

export function findRun(ctx: StoreContext, id: number): FormRun | undefined {
  return ctx.db
    .select()
    .from(formRun)
    .where(and(eq(formRun.id, id), own(ctx)))
    .get()
}

/** Every operator's runs that can still go on. */
export function unfinishedRunIds(ctx: StoreContext): number[] {
  return ctx.db
    .select({ id: formRun.id })
    .from(formRun)
    .where(and(isNull(formRun.finishedAt), isNull(formRun.voidedAt)))
    .all()
    .map(({ id }) => id)
}

export function addRun(ctx: WriteContext, values: NewRecord<typeof formRun>): number {
  return ctx.writer.create(formRun, values)
}

export function restartRun(ctx: WriteContext, id: number, templateDigest: string): void {
  ctx.writer.update(formRun, id, { templateDigest })
}

export function finishRun(ctx: WriteContext, id: number, results: RunResult[]): void {
  ctx.writer.update(formRun, id, { finishedAt: ctx.now, results })
}

export function voidRun(ctx: WriteContext, id: number): void {
  ctx.writer.void(formRun, id, '不再继续')
}
