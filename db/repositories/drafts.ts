import { and, asc, eq, like } from 'drizzle-orm'
import type { StoreContext } from '../context'
import { draft } from '../schema'

/** Drafts belong to the operator who typed them; they are no records and leave no history. */
const own = (ctx: StoreContext, id: string) =>
  and(eq(draft.id, id), eq(draft.operatorId, ctx.operator.id))

export function getDraft(ctx: StoreContext, id: string): typeof draft.$inferSelect | undefined {
  return ctx.db.select().from(draft).where(own(ctx, id)).get()
}

export function putDraft(ctx: StoreContext, id: string, content: unknown): void {
  discardDraft(ctx, id)
  ctx.db.insert(draft).values({ id, operatorId: ctx.operator.id, content, savedAt: ctx.now }).run()
}

export function discardDraft(ctx: StoreContext, id: string): void {
  ctx.db.delete(draft).where(own(ctx, id)).run()
}

/** The operator's own drafts whose id begins with `prefix`, oldest first. */
export function listDrafts(ctx: StoreContext, prefix: string): { id: string; savedAt: string }[] {
  return ctx.db
    .select({ id: draft.id, savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.operatorId, ctx.operator.id), like(draft.id, `${prefix}%`)))
    .orderBy(asc(draft.savedAt))
    .all()
}
