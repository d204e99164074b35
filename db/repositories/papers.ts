import { and, desc, eq, isNull } from 'drizzle-orm'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { document } from '../schema'

/** Composed papers as they were handed in. */
export type StoredPaper = typeof document.$inferSelect

export function listPapers(ctx: StoreContext): Omit<StoredPaper, 'facts'>[] {
  return ctx.db
    .select({
      id: document.id,
      revision: document.revision,
      voidedAt: document.voidedAt,
      kind: document.kind,
      title: document.title,
      year: document.year,
      writtenAt: document.writtenAt,
    })
    .from(document)
    .where(isNull(document.voidedAt))
    .orderBy(desc(document.writtenAt), desc(document.id))
    .all()
}

export function findPaper(ctx: StoreContext, id: number): StoredPaper | undefined {
  return ctx.db
    .select()
    .from(document)
    .where(and(eq(document.id, id), isNull(document.voidedAt)))
    .get()
}

export function keepPaper(ctx: WriteContext, values: NewRecord<typeof document>): number {
  return ctx.writer.create(document, values)
}

export function voidPaper(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(document, id, reason)
}
