import { asc, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import { succession, type Period } from '@shared/domain/periods'
import { tierSchemeOn, type TierScheme } from '@shared/domain/service-tiers/scheme'
import type { ChargedTier } from '@shared/domain/service-tiers/vocabulary'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { takeOver } from '../take-over'
import { setting, tierOverride } from '../schema'
import { readSetting, writeSetting } from './settings'

export interface TierOverrideSpan extends Period {
  readonly id: number
  readonly tier: ChargedTier | null
  readonly reason: string
}

const none: readonly TierOverrideSpan[] = []

/** 服务类别 the office decided for a person, oldest first. */
export const tierOverridesOf = (
  ctx: StoreContext,
  recipientId: number,
): readonly TierOverrideSpan[] => tierOverridesByPerson(ctx).get(recipientId) ?? none

export function tierOverridesByPerson(
  ctx: StoreContext,
): ReadonlyMap<number, readonly TierOverrideSpan[]> {
  type ByPerson = Map<number, TierOverrideSpan[]>
  return ctx.memo.derive<ByPerson>('tierOverrides', [tierOverride], (before) => {
    const { id, recipientId, from, to, tier, reason } = tierOverride
    const rows = ctx.db
      .select({ id, recipientId, from, to, tier, reason })
      .from(tierOverride)
      .where(isNull(tierOverride.voidedAt))
      .orderBy(asc(from), asc(id))
      .all()
    return takeOver<number, TierOverrideSpan[]>(
      before,
      groupBy(rows, (row) => row.recipientId),
    )
  })
}

/**
 * The office's word from a day on; undefined gives the word back to the rules. Whoever writes for
 * many people reads what is `known` of all of them first.
 */
export function beginTierOverride(
  ctx: WriteContext,
  recipientId: number,
  begin: { tier: ChargedTier | null | undefined; from: Day; to: Day | null; reason: string },
  known = tierOverridesOf(ctx, recipientId),
): void {
  const { tier, from, to, reason } = begin
  const { ended, replaced } = succession(known, from)
  for (const [{ id }, last] of ended) ctx.writer.update(tierOverride, id, { to: last })
  for (const { id } of replaced) ctx.writer.void(tierOverride, id, reason)
  if (tier !== undefined) ctx.writer.create(tierOverride, { recipientId, tier, from, to, reason })
}

const schemesKey = 'serviceTiers.schemes'
const noSchemes: readonly TierScheme[] = []

/** The office's own 服务类别规则, by their dates. */
export const storedTierSchemes = (ctx: StoreContext): readonly TierScheme[] =>
  readSetting(ctx, schemesKey) ?? noSchemes

/** Those in force today: the same object until others are. */
export const tierSchemeToday = (ctx: StoreContext): TierScheme =>
  ctx.memo.derive(
    'tierSchemeToday',
    [setting],
    () => tierSchemeOn(storedTierSchemes(ctx), ctx.today),
    ctx.today,
  )

export const storeTierSchemes = (ctx: WriteContext, schemes: readonly TierScheme[]): void =>
  writeSetting(ctx, schemesKey, schemes)
