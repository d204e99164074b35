import { and, desc, eq, isNull } from 'drizzle-orm'
import type { FeedbackPeriod } from '@shared/domain/feedback/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { feedback } from '../schema'
import { readSetting, writeSetting } from './settings'

export type Feedback = typeof feedback.$inferSelect

/** 满意度反馈, the latest first. */
export function allFeedback(ctx: StoreContext): readonly Feedback[] {
  return ctx.memo.derive('feedback', [feedback], () =>
    ctx.db
      .select()
      .from(feedback)
      .where(isNull(feedback.voidedAt))
      .orderBy(desc(feedback.date), desc(feedback.id))
      .all(),
  )
}

export function findFeedback(ctx: StoreContext, id: number): Feedback | undefined {
  return ctx.db
    .select()
    .from(feedback)
    .where(and(eq(feedback.id, id), isNull(feedback.voidedAt)))
    .get()
}

export function addFeedback(
  ctx: WriteContext,
  values: Omit<NewRecord<typeof feedback>, 'enteredAt'>,
): number {
  return ctx.writer.create(feedback, { ...values, enteredAt: ctx.now })
}

export function updateFeedback(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof feedback>,
  revision: number,
): void {
  ctx.writer.update(feedback, id, patch, { revision })
}

export function voidFeedback(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(feedback, id, reason)
}

const periodKey = 'feedback.period'

/** How often everybody is asked; twice a year unless the office chose otherwise. */
export const feedbackPeriod = (ctx: StoreContext): FeedbackPeriod =>
  readSetting<FeedbackPeriod>(ctx, periodKey) ?? 'halfYear'

export const setFeedbackPeriod = (ctx: WriteContext, period: FeedbackPeriod): void =>
  writeSetting(ctx, periodKey, period)
