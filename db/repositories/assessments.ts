import { and, desc, eq, isNull } from 'drizzle-orm'
import type { DueRule } from '@shared/domain/assessments/due'
import type { ScaleCode } from '@shared/domain/assessments/scale'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { assessment } from '../schema'
import { readSetting, writeSetting } from './settings'

export type Assessment = typeof assessment.$inferSelect

const kept = isNull(assessment.voidedAt)

/** One person's assessments, newest first. */
export function assessmentsOf(ctx: StoreContext, recipientId: number): Assessment[] {
  return ctx.db
    .select()
    .from(assessment)
    .where(and(eq(assessment.recipientId, recipientId), kept))
    .orderBy(desc(assessment.date), desc(assessment.id))
    .all()
}

export function findAssessment(ctx: StoreContext, id: number): Assessment | undefined {
  return ctx.db
    .select()
    .from(assessment)
    .where(and(eq(assessment.id, id), kept))
    .get()
}

export function addAssessment(
  ctx: WriteContext,
  values: Omit<NewRecord<typeof assessment>, 'enteredAt'>,
): number {
  return ctx.writer.create(assessment, { ...values, enteredAt: ctx.now })
}

export function updateAssessment(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof assessment>,
  revision: number,
): void {
  ctx.writer.update(assessment, id, patch, { revision })
}

export function voidAssessment(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(assessment, id, reason)
}

// ── What the office chose ──

const versionsKey = 'assessments.versions'
const dueRulesKey = 'assessments.dueRules'

/** The versions that new assessments are filled in by, where the office chose other than ours. */
export const chosenVersions = (ctx: StoreContext): Partial<Record<ScaleCode, string>> =>
  readSetting(ctx, versionsKey) ?? {}

export function chooseVersion(ctx: WriteContext, scale: ScaleCode, version: string): void {
  writeSetting(ctx, versionsKey, { ...chosenVersions(ctx), [scale]: version })
}

/** The office's own 复评周期; undefined where it set none. */
export const storedDueRules = (ctx: StoreContext): readonly DueRule[] | undefined =>
  readSetting(ctx, dueRulesKey)

export const storeDueRules = (ctx: WriteContext, rules: readonly DueRule[]): void =>
  writeSetting(ctx, dueRulesKey, rules)

type Answered = Pick<Assessment, 'scale' | 'version' | 'answers'>

/** What each person answered, by person, the newest assessment first. */
export function latestAnswers(ctx: StoreContext): ReadonlyMap<number, readonly Answered[]> {
  return ctx.memo.derive('assessmentAnswers', [assessment], () =>
    groupBy(
      ctx.db
        .select({
          recipientId: assessment.recipientId,
          scale: assessment.scale,
          version: assessment.version,
          answers: assessment.answers,
        })
        .from(assessment)
        .where(kept)
        .orderBy(desc(assessment.date), desc(assessment.id))
        .all(),
      ({ recipientId }) => recipientId,
    ),
  )
}
