import { assessmentData, riskReviewData } from '@electron/documents/forms/fields'
import { failure } from '@shared/contract/failure'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { mayDo } from '@shared/domain/rights'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { recordForms } from '../documents/record-forms'
import { shownAssessment, shownRiskReview, visibleAssessment, visibleRiskReview } from './records'

/** 能力评估表 of stored assessments, one file. */
export async function assessmentPapers(
  ctx: JobContext,
  ids: readonly number[],
): Promise<ArtifactSummary> {
  requireSight(ctx)
  const found = ids.map((id) => shownAssessment(visibleAssessment(ctx, id)))
  const file = await recordForms(ctx, 'assessmentForm', found, assessmentData, (person, one) =>
    [scaleLabel[one.scale], person.name, one.date].join('_'),
  )
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put('能力评估表', [file])
}

/** 风险评估表 of stored reviews, one file. */
export async function riskReviewPapers(
  ctx: JobContext,
  ids: readonly number[],
): Promise<ArtifactSummary> {
  requireSight(ctx)
  const found = ids.map((id) => shownRiskReview(visibleRiskReview(ctx, id)))
  const file = await recordForms(ctx, 'riskReviewForm', found, riskReviewData, (person, one) =>
    [person.name, one.date].join('_'),
  )
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put('风险评估表', [file])
}

/** These forms are about health from top to bottom: masked, nothing would be left of them. */
function requireSight({ operator }: JobContext): void {
  if (!mayDo(operator.role, 'sensitive.read'))
    throw failure('FORBIDDEN', '评估表写的是健康情况，您没有查看的权限，没有生成文件。')
}
