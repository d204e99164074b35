import { findAssessment, type Assessment } from '@db/repositories/assessments'
import { findRiskReview, type RiskReview } from '@db/repositories/risk-reviews'
import type { StoreContext } from '@db/context'
import type { AssessmentRecord } from '@shared/contract/assessments'
import { failure } from '@shared/contract/failure'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import { grade } from '@shared/domain/assessments/grading'
import { riskReasons } from '@shared/domain/assessments/risk-review'
import { levelLabel } from '@shared/domain/assessments/scale'
import { findScale } from '@shared/domain/assessments/scales'
import { requirePerson } from '../recipients/person'

/** An assessment of somebody the operator may see. */
export function visibleAssessment(ctx: StoreContext, id: number): Assessment {
  const found = findAssessment(ctx, id)
  if (!found) throw failure('NOT_FOUND', '找不到这次评估，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, found.recipientId)
  return found
}

/** A risk review of somebody the operator may see. */
export function visibleRiskReview(ctx: StoreContext, id: number): RiskReview {
  const found = findRiskReview(ctx, id)
  if (!found) throw failure('NOT_FOUND', '找不到这次风险评估，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, found.recipientId)
  return found
}

/** An assessment with its level and its reasons in words. */
export function shownAssessment(stored: Assessment): AssessmentRecord {
  const scale = findScale(stored.scale, stored.version)
  return {
    ...stored,
    levelLabel: levelLabel(scale, stored.finalLevel),
    reasons: [...(scale ? grade(scale, stored.answers, stored.changes).reasons : [])],
  }
}

export const shownRiskReview = (review: RiskReview): RiskReviewRecord => ({
  ...review,
  reasons: riskReasons(review.answers),
})
