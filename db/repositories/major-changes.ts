import { and, eq, isNull } from 'drizzle-orm'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { majorChange } from '../schema'

export type MajorChangeRecord = typeof majorChange.$inferSelect

/** 重大变化 recorded by hand; the roster lists them, here they are written. */
export function findMajorChange(ctx: StoreContext, id: number): MajorChangeRecord | undefined {
  return ctx.db
    .select()
    .from(majorChange)
    .where(and(eq(majorChange.id, id), isNull(majorChange.voidedAt)))
    .get()
}

export function addMajorChange(ctx: WriteContext, values: NewRecord<typeof majorChange>): number {
  return ctx.writer.create(majorChange, values)
}

export function voidMajorChange(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(majorChange, id, reason)
}
