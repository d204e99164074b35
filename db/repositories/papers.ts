import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { document } from '../schema'

/** Composed papers as they were handed in. */
export type StoredPaper = typeof document.$inferSelect

export function listPapers(ctx: StoreContext): Omit<StoredPaper, 'facts' | 'draft'>[] {
  return ctx.db
    .select({
      id: document.id,
      revision: document.revision,
      voidedAt: document.voidedAt,
      kind: document.kind,
      title: document.title,
      year: document.year,
      writtenAt: document.writtenAt,
      handedInOn: document.handedInOn,
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

/** The last paper of a kind that was composed from sections: the start of the next one. */
export function lastComposed(ctx: StoreContext, kind: string): StoredPaper | undefined {
  return ctx.db
    .select()
    .from(document)
    .where(and(eq(document.kind, kind), isNull(document.voidedAt), isNotNull(document.draft)))
    .orderBy(desc(document.writtenAt), desc(document.id))
    .limit(1)
    .get()
}

export function markHandedIn(
  ctx: WriteContext,
  id: number,
  on: Day | null,
  revision: number,
): void {
  ctx.writer.update(document, id, { handedInOn: on }, { revision })
}

export function keepPaper(ctx: WriteContext, values: NewRecord<typeof document>): number {
  return ctx.writer.create(document, values)
}

export function voidPaper(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(document, id, reason)
}
