import type { ReviewKind } from '@shared/domain/assessments/due'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { codesOf } from '@shared/domain/vocabulary'

/** What comes round again, in the order in which screens offer it. */
export const reviewKinds = [...codesOf(scaleLabel), 'riskReview'] as const

export const kindLabel: Record<ReviewKind, string> = { ...scaleLabel, riskReview: '风险评估' }
