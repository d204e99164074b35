import { asc, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import { succession } from '@shared/domain/periods'
import type { ChainLevel } from '@shared/domain/pairings/vocabulary'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { chainLink } from '../schema'

export type ChainLink = typeof chainLink.$inferSelect

/** Whose link it is: a village's, or one person's who has another than the village. */
export type ChainOwner =
  { villageId: number; recipientId: null } | { villageId: null; recipientId: number }

/** 责任链 over time, the earliest first. */
export function allChainLinks(ctx: StoreContext): readonly ChainLink[] {
  return ctx.memo.derive('chainLinks', [chainLink], () =>
    ctx.db
      .select()
      .from(chainLink)
      .where(isNull(chainLink.voidedAt))
      .orderBy(asc(chainLink.from), asc(chainLink.id))
      .all(),
  )
}

export const linksOf = (
  ctx: StoreContext,
  owner: ChainOwner,
  level: ChainLevel,
): readonly ChainLink[] =>
  allChainLinks(ctx).filter(
    (link) =>
      link.level === level &&
      link.villageId === owner.villageId &&
      link.recipientId === owner.recipientId,
  )

/** From a day on somebody answers; whoever did up to then ends the day before. */
export function beginChainLink(ctx: WriteContext, values: NewRecord<typeof chainLink>): void {
  const owner = { villageId: values.villageId ?? null, recipientId: values.recipientId ?? null }
  clearChain(ctx, owner as ChainOwner, values.level, values.from)
  ctx.writer.create(chainLink, values)
}

/** From a day on nobody answers at this level. */
export function clearChain(
  ctx: WriteContext,
  owner: ChainOwner,
  level: ChainLevel,
  from: Day,
): void {
  const { ended, replaced } = succession(linksOf(ctx, owner, level), from)
  for (const [link, to] of ended) ctx.writer.update(chainLink, link.id, { to })
  for (const link of replaced) ctx.writer.void(chainLink, link.id, '另定责任人')
}
