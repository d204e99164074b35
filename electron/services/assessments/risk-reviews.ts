import type { StoreContext } from '@db/context'
import {
  addRiskReview,
  riskReviewsOf,
  storedRiskSchemes,
  storeRiskSchemes,
  voidRiskReview,
} from '@db/repositories/risk-reviews'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { riskReviewsContract } from '@shared/contract/risk-reviews'
import {
  defaultRiskScheme,
  gradeRisk,
  riskSchemeOn,
  type RiskAnswer,
  type RiskScheme,
} from '@shared/domain/assessments/risk-review'
import { suggestRiskAnswer, type RiskFacts } from '@shared/domain/assessments/risk-suggestions'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { HandlersOf } from '../../core/context'
import { classificationsOf } from '../classification'
import { requirePerson } from '../recipients/person'
import { ageToday } from '../recipients/age'
import { riskReviewPapers } from './papers'
import { shownRiskReview, visibleRiskReview } from './records'
import { checkDay, finalReasonFor, headingOf, nextDueFor } from './filing'

export const riskReviewsHandlers: HandlersOf<typeof riskReviewsContract> = {
  'riskReviews.form': (ctx, { recipientId, date }) => {
    const person = requirePerson(ctx, recipientId)
    const scheme = riskSchemeOn(storedRiskSchemes(ctx), date ?? ctx.today)
    const facts = riskFactsOf(ctx, person)
    const last = riskReviewsOf(ctx, recipientId)[0]
    return {
      person: headingOf(person),
      scheme: { ...scheme, factors: [...scheme.factors] },
      suggestions: scheme.factors.map(({ code }) => ({
        code,
        ...suggestRiskAnswer(code, facts),
      })),
      last: last ? shownRiskReview(last) : null,
    }
  },

  'riskReviews.list': (ctx, { recipientId }) => {
    requirePerson(ctx, recipientId)
    return riskReviewsOf(ctx, recipientId).map(shownRiskReview)
  },

  'riskReviews.record': (ctx, { recipientId, answers, ...filed }) => {
    const { date, assessors, note } = filed
    const person = requirePerson(ctx, recipientId)
    checkDay(ctx, person, date)
    refuseSameDay(ctx, recipientId, date)
    const scheme = riskSchemeOn(storedRiskSchemes(ctx), date)
    const weighed = weigh(scheme, answers)
    const { score, level, reasons } = gradeRisk(scheme, weighed)
    const finalLevel = filed.finalLevel ?? level
    const result = {
      score,
      computedLevel: level,
      finalLevel,
      nextDue: nextDueFor(ctx, 'riskReview', { date, level: finalLevel }, filed.nextDue),
    }
    const finalReason = finalReasonFor({ computed: level, final: finalLevel }, filed.finalReason)
    const id = addRiskReview(
      ctx,
      { recipientId, date, assessors, note, answers: weighed, finalReason, ...result },
      `风险评估：${finalReason ?? (reasons.join('、') || '没有风险因素')}`,
    )
    return { id, ...result }
  },

  'riskReviews.void': (ctx, { id, reason }) => {
    voidRiskReview(ctx, visibleRiskReview(ctx, id), reason)
    return {}
  },

  'riskReviews.papers': (ctx, { ids }) => riskReviewPapers(ctx, ids),

  'riskReviews.schemes': (ctx) =>
    [defaultRiskScheme, ...storedRiskSchemes(ctx)].map((scheme) => ({
      ...scheme,
      factors: [...scheme.factors],
    })),

  'riskReviews.saveScheme': (ctx, scheme) => {
    if (scheme.keyFrom >= scheme.highFrom) {
      throw failure('VALIDATION', '“高风险”的分数线应高于“重点”，没有保存。', {
        highFrom: '应高于“重点”的分数线',
      })
    }
    if (new Set(scheme.factors.map(({ code }) => code)).size < scheme.factors.length) {
      throw failure('VALIDATION', '有两项用了同一个代码，没有保存。', { factors: '代码重复' })
    }
    const before = storedRiskSchemes(ctx)
      .filter(({ from }) => from < scheme.from)
      .map((one) =>
        one.to === null || one.to >= scheme.from ? { ...one, to: addDays(scheme.from, -1) } : one,
      )
    storeRiskSchemes(ctx, [...before, { ...scheme, to: null }])
    return {}
  },
}

function refuseSameDay(ctx: StoreContext, recipientId: number, date: Day): void {
  const same = riskReviewsOf(ctx, recipientId).find((one) => one.date === date)
  if (!same) return
  throw failure(
    'CONFLICT',
    `${date} 已经登记过一次风险评估，这次没有登记。登记错的请先更正那一次。`,
    { date: '这一天已经登记过' },
    { id: same.id },
  )
}

/** Every factor of the scheme answered exactly once, with the weight of its day. */
function weigh(
  scheme: RiskScheme,
  answers: readonly { code: string; holds: boolean; note: string | null }[],
): RiskAnswer[] {
  const given = new Map(answers.map((answer) => [answer.code, answer]))
  const faults: Record<string, string> = {}
  for (const { code, title } of scheme.factors) {
    if (!given.has(code)) faults[`answers.${code}`] = `“${title}”还没有答`
  }
  const asked = new Set(scheme.factors.map(({ code }) => code))
  for (const code of given.keys()) {
    if (!asked.has(code)) faults[`answers.${code}`] = '现行办法没有这一项'
  }
  const count = Object.keys(faults).length
  if (count > 0) {
    throw failure('VALIDATION', `还有 ${count} 处没有答或答得不对，没有登记。`, faults)
  }
  return scheme.factors.map((factor) => {
    const { holds, note } = given.get(factor.code)!
    return { ...factor, holds, note }
  })
}

function riskFactsOf(ctx: StoreContext, person: RosterPerson): RiskFacts {
  const classifications = classificationsOf(ctx, person)
  const { birthDate, family, phones } = person
  return {
    age: ageToday(ctx, birthDate),
    categories: new Map(
      classifications
        .filter(({ holds }) => holds)
        .map(({ category, reason }) => [category, reason]),
    ),
    undecided: new Set(
      classifications.filter(({ unknown }) => unknown.length > 0).map(({ category }) => category),
    ),
    health: person.health,
    chronicDiseases: person.chronicDiseases,
    hasNoPhone: person.hasNoPhone,
    phoneCount: phones.length,
    housingGrade: person.housingGrade,
    hazardZone: person.hazardZone,
    familyCount: family.length,
    familyAtHand: family.filter(({ absence }) => absence === null).length,
  }
}
