import type { StoreContext } from '@db/context'
import {
  addAssessment,
  assessmentsOf,
  chooseVersion,
  chosenVersions,
  storeDueRules,
  updateAssessment,
  voidAssessment,
} from '@db/repositories/assessments'
import type { assessmentsContract } from '@shared/contract/assessments'
import { failure } from '@shared/contract/failure'
import { faultsOf, grade } from '@shared/domain/assessments/grading'
import {
  mostPoints,
  scaleLabel,
  severity,
  type Answers,
  type Changes,
  type Scale,
} from '@shared/domain/assessments/scale'
import { currentScale, findScale, scales } from '@shared/domain/assessments/scales'
import type { Day } from '@shared/domain/calendar/types'
import { codesOf, type AssessmentReason, type AssessmentSource } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { dueReviews } from './due-list'
import { assessmentPapers } from './papers'
import { shownAssessment, visibleAssessment } from './records'
import { checkDay, dueRulesOf, finalReasonFor, headingOf, nextDueFor } from './filing'

export const assessmentsHandlers: HandlersOf<typeof assessmentsContract> = {
  'assessments.scales': (ctx) => {
    const chosen = chosenVersions(ctx)
    return {
      scales: scales.map((scale) => ({
        code: scale.code,
        version: scale.version,
        title: scaleLabel[scale.code],
        versionTitle: scale.versionTitle,
        basis: scale.basis,
        step: scale.step,
        groups: scale.groups.map(({ code, title, items }) => ({
          code,
          title,
          most: mostPoints(items),
          items: items.map((item) => ({ ...item, anchors: [...item.anchors] })),
        })),
        levels: [...scale.levels],
        questions: scale.questions.map(({ code, ask }) => ({ code, ask })),
      })),
      current: Object.fromEntries(
        codesOf(scaleLabel).map((code) => [code, currentScale(code, chosen).version]),
      ) as Record<Scale['code'], string>,
      dueRules: [...dueRulesOf(ctx)],
    }
  },

  'assessments.list': (ctx, { recipientId, scale }) => {
    requirePerson(ctx, recipientId)
    return assessmentsOf(ctx, recipientId)
      .filter((one) => scale === undefined || one.scale === scale)
      .map(shownAssessment)
  },

  'assessments.get': (ctx, { id }) => {
    const found = visibleAssessment(ctx, id)
    const person = requirePerson(ctx, found.recipientId)
    const sameScale = assessmentsOf(ctx, person.id).filter(({ scale }) => scale === found.scale)
    const previous = sameScale[sameScale.findIndex((one) => one.id === id) + 1]
    return {
      person: headingOf(person),
      assessment: shownAssessment(found),
      previous: previous ? shownAssessment(previous) : null,
    }
  },

  'assessments.due': (ctx, question) => dueReviews(ctx, question),

  'assessments.record': (ctx, { recipientId, scale: code, version, ...filed }) => {
    const person = requirePerson(ctx, recipientId)
    const scale =
      version === undefined ? currentScale(code, chosenVersions(ctx)) : scaleOf(code, version)
    checkDay(ctx, person, filed.date)
    refuseSameDay(ctx, recipientId, scale, filed.date)
    const result = resultOf(ctx, scale, filed)
    const id = addAssessment(ctx, {
      recipientId,
      scale: scale.code,
      version: scale.version,
      ...factsOf(filed),
      ...result,
    })
    return { id, ...result }
  },

  'assessments.update': (ctx, { id, revision, ...filed }) => {
    const before = visibleAssessment(ctx, id)
    const scale = scaleOf(before.scale, before.version)
    checkDay(ctx, requirePerson(ctx, before.recipientId), filed.date)
    if (filed.date !== before.date) refuseSameDay(ctx, before.recipientId, scale, filed.date)
    const result = resultOf(ctx, scale, filed)
    updateAssessment(ctx, id, { ...factsOf(filed), ...result }, revision)
    return { id, ...result }
  },

  'assessments.void': (ctx, { id, reason }) => {
    visibleAssessment(ctx, id)
    voidAssessment(ctx, id, reason)
    return {}
  },

  'assessments.papers': (ctx, { ids }) => assessmentPapers(ctx, ids),

  'assessments.chooseVersion': (ctx, { scale, version }) => {
    scaleOf(scale, version)
    chooseVersion(ctx, scale, version)
    return {}
  },

  'assessments.saveDueRules': (ctx, { rules }) => {
    storeDueRules(ctx, rules)
    return {}
  },
}

function scaleOf(code: Scale['code'], version: string): Scale {
  const scale = findScale(code, version)
  if (!scale) {
    throw failure(
      'VALIDATION',
      `这个程序不认识“${scaleLabel[code]}”的版本 ${version}，没有登记。请更新程序，或换一个版本。`,
      { version: '没有这个版本' },
    )
  }
  return scale
}

function refuseSameDay(ctx: StoreContext, recipientId: number, scale: Scale, date: Day): void {
  const same = assessmentsOf(ctx, recipientId).find(
    (one) => one.scale === scale.code && one.date === date,
  )
  if (!same) return
  throw failure(
    'CONFLICT',
    `${date} 已经登记过一次${scaleLabel[scale.code]}，这次没有登记。要改请打开那一次，日期不对请改日期。`,
    { date: '这一天已经登记过' },
    { id: same.id },
  )
}

interface Filed {
  date: Day
  reason: AssessmentReason
  source: AssessmentSource
  assessors: string[]
  note: string | null
  answers: Answers
  changes: Changes
  finalLevel?: string | null
  finalReason: string | null
  nextDue?: Day | null
}

/** What was typed and is stored as it is. */
const factsOf = ({ date, reason, source, assessors, note, answers, changes }: Filed) => ({
  date,
  reason,
  source,
  assessors,
  note,
  answers,
  changes,
})

/** What an assessment is filed as; refuses answers the scale does not allow. */
function resultOf(ctx: StoreContext, scale: Scale, filed: Filed) {
  const faults = faultsOf(scale, filed.answers, filed.changes)
  const count = Object.keys(faults).length
  if (count > 0) {
    throw failure('VALIDATION', `还有 ${count} 处没有答或答得不对，没有登记。`, faults)
  }
  const grading = grade(scale, filed.answers, filed.changes)
  const finalLevel = filed.finalLevel ?? grading.level
  if (severity(scale, finalLevel) < 0) {
    throw failure('VALIDATION', '没有这个等级，没有登记。', { finalLevel: '没有这个等级' })
  }
  return {
    score: grading.score,
    subtotals: grading.subtotals,
    computedLevel: grading.level,
    finalLevel,
    finalReason: finalReasonFor({ computed: grading.level, final: finalLevel }, filed.finalReason),
    nextDue: nextDueFor(ctx, scale.code, { date: filed.date, level: finalLevel }, filed.nextDue),
  }
}

/** As stored; only the words for levels and reasons are looked up in its own version. */
