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

/**
 * From a day on somebody answers; whoever did up to then ends the day before. Whoever writes many
 * links reads those `known` of each owner first.
 */
export function beginChainLink(
  ctx: WriteContext,
  values: NewRecord<typeof chainLink>,
  known?: readonly ChainLink[],
): void {
  const owner = { villageId: values.villageId ?? null, recipientId: values.recipientId ?? null }
  const links = known ?? linksOf(ctx, owner as ChainOwner, values.level)
  clearLinks(ctx, links, values.from)
  ctx.writer.create(chainLink, values)
}

/** From a day on nobody answers at this level. */
export function clearChain(
  ctx: WriteContext,
  owner: ChainOwner,
  level: ChainLevel,
  from: Day,
): void {
  clearLinks(ctx, linksOf(ctx, owner, level), from)
}

function clearLinks(ctx: WriteContext, links: readonly ChainLink[], from: Day): void {
  const { ended, replaced } = succession(links, from)
  for (const [link, to] of ended) ctx.writer.update(chainLink, link.id, { to })
  for (const link of replaced) ctx.writer.void(chainLink, link.id, '另定责任人')
}
