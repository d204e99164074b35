import { and, asc, desc, eq, gt, isNull, lte, or, gte } from 'drizzle-orm'
import type { RiskScheme } from '@shared/domain/assessments/risk-review'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { RiskLevel } from '@shared/domain/vocabulary'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { riskPeriod, riskReview } from '../schema'
import { readSetting, writeSetting } from './settings'

export type RiskReview = typeof riskReview.$inferSelect

const kept = isNull(riskReview.voidedAt)

/** One person's risk reviews, newest first. */
export function riskReviewsOf(ctx: StoreContext, recipientId: number): RiskReview[] {
  return ctx.db
    .select()
    .from(riskReview)
    .where(and(eq(riskReview.recipientId, recipientId), kept))
    .orderBy(desc(riskReview.date), desc(riskReview.id))
    .all()
}

export function findRiskReview(ctx: StoreContext, id: number): RiskReview | undefined {
  return ctx.db
    .select()
    .from(riskReview)
    .where(and(eq(riskReview.id, id), kept))
    .get()
}

/** Everybody's last review. */
export function lastRiskReviews(
  ctx: StoreContext,
): ReadonlyMap<number, Pick<RiskReview, 'date' | 'finalLevel' | 'nextDue'>> {
  return ctx.memo.derive('lastRiskReviews', [riskReview], () => {
    const { recipientId, date, finalLevel, nextDue } = riskReview
    const rows = ctx.db
      .select({ recipientId, date, finalLevel, nextDue })
      .from(riskReview)
      .where(kept)
      .orderBy(asc(riskReview.date), asc(riskReview.id))
      .all()
    return new Map(rows.map((row) => [row.recipientId, row]))
  })
}

/** Files a review, and its level as a risk period from its day on. */
export function addRiskReview(
  ctx: WriteContext,
  values: Omit<NewRecord<typeof riskReview>, 'enteredAt' | 'riskPeriodId'>,
  reason: string,
): number {
  const { recipientId, finalLevel, date } = values
  const riskPeriodId = beginRiskLevel(ctx, recipientId, finalLevel, date, reason)
  return ctx.writer.create(riskReview, { ...values, riskPeriodId, enteredAt: ctx.now })
}

/** Hides a review and its period; the level before it holds again. */
export function voidRiskReview(ctx: WriteContext, review: RiskReview, reason: string): void {
  ctx.writer.void(riskReview, review.id, reason)
  const period = ctx.db
    .select()
    .from(riskPeriod)
    .where(and(eq(riskPeriod.id, review.riskPeriodId), isNull(riskPeriod.voidedAt)))
    .get()
  if (!period) return
  ctx.writer.void(riskPeriod, period.id, reason)
  const before = ctx.db
    .select()
    .from(riskPeriod)
    .where(
      and(
        eq(riskPeriod.recipientId, review.recipientId),
        eq(riskPeriod.to, addDays(period.from, -1)),
        isNull(riskPeriod.voidedAt),
      ),
    )
    .get()
  if (before) ctx.writer.update(riskPeriod, before.id, { to: period.to })
}

/**
 * A review typed in late must not wipe out the ones after it: the level holds up to where the
 * period it falls into would have ended, or the next one begins.
 */
function beginRiskLevel(
  ctx: WriteContext,
  recipientId: number,
  level: RiskLevel,
  from: Day,
  reason: string,
): number {
  const ofPerson = and(eq(riskPeriod.recipientId, recipientId), isNull(riskPeriod.voidedAt))
  const standing = ctx.db
    .select()
    .from(riskPeriod)
    .where(
      and(
        ofPerson,
        lte(riskPeriod.from, from),
        or(isNull(riskPeriod.to), gte(riskPeriod.to, from)),
      ),
    )
    .orderBy(desc(riskPeriod.from))
    .get()
  const next = ctx.db
    .select({ from: riskPeriod.from })
    .from(riskPeriod)
    .where(and(ofPerson, gt(riskPeriod.from, from)))
    .orderBy(asc(riskPeriod.from))
    .get()
  if (standing) {
    if (standing.from === from) ctx.writer.void(riskPeriod, standing.id, reason)
    else ctx.writer.update(riskPeriod, standing.id, { to: addDays(from, -1) })
  }
  const to = standing ? standing.to : next ? addDays(next.from, -1) : null
  return ctx.writer.create(riskPeriod, { recipientId, level, from, to, reason })
}

// ── What the office chose ──

const schemesKey = 'riskReviews.schemes'

/** The office's own 风险评估办法, by their dates. */
export const storedRiskSchemes = (ctx: StoreContext): readonly RiskScheme[] =>
  readSetting(ctx, schemesKey) ?? []

export const storeRiskSchemes = (ctx: WriteContext, schemes: readonly RiskScheme[]): void =>
  writeSetting(ctx, schemesKey, schemes)
