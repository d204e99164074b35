import { gbt42195Once } from '@shared/domain/assessments/gbt42195'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { sampleAssessments, sampleRiskReviews } from '@shared/domain/sample/findings'
import type { SamplePerson } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { assessment, riskPeriod, riskReview } from '../schema'

const filed = (date: Day) => ({ date, enteredAt: `${date}T09:00:00.000Z` })

/** Writes a person's assessments, and the risk level with the reviews that set it. */
export function writeSampleFindings(
  writer: ChangeWriter,
  person: SamplePerson,
  recipientId: number,
  index: number,
  until: Day,
): void {
  for (const { date, level, ...found } of sampleAssessments(person, index, until))
    writer.create(assessment, {
      recipientId,
      ...filed(date),
      ...found,
      scale: gbt42195Once.code,
      version: gbt42195Once.version,
      assessors: ['许医生', '样例经办'],
      source: 'screening',
      computedLevel: level,
      finalLevel: level,
    })
  const reviews = sampleRiskReviews(person, index, until)
  const first = reviews[0]
  if (person.risk && first?.date !== person.onFileFrom)
    writer.create(riskPeriod, {
      recipientId,
      level: person.risk,
      from: person.onFileFrom,
      to: first ? addDays(first.date, -1) : null,
    })
  reviews.forEach(({ date, level, ...found }, at) => {
    const next = reviews[at + 1]
    const riskPeriodId = writer.create(riskPeriod, {
      recipientId,
      level,
      from: date,
      to: next ? addDays(next.date, -1) : null,
      reason: '风险评估',
    })
    writer.create(riskReview, {
      recipientId,
      ...filed(date),
      ...found,
      assessors: ['样例经办'],
      computedLevel: level,
      finalLevel: level,
      riskPeriodId,
    })
  })
}
