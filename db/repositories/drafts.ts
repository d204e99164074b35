import { and, eq } from 'drizzle-orm'
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
