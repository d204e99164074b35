import { isNull } from 'drizzle-orm'
import type { Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { centre } from '../schema'

export type Centre = typeof centre.$inferSelect

/** The centre this vault belongs to; set-up always writes it. */
export function getCentre(ctx: StoreContext): Centre {
  const found = ctx.db.select().from(centre).where(isNull(centre.voidedAt)).get()
  if (!found) throw new Error('a vault without its centre')
  return found
}

export function updateCentre(ctx: WriteContext, patch: Patch<typeof centre>): void {
  ctx.writer.update(centre, getCentre(ctx).id, patch)
}
