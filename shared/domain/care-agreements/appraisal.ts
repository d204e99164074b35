import { addDays, monthOf, startOf, yearOf } from '../calendar/days'
import type { Day } from '../calendar/types'

/** What a carer is appraised by, with the most points of each; together a hundred. */
export const appraisalItems = {
  presence: { label: '按约上门或陪伴', most: 25 },
  meals: { label: '饮食起居', most: 25 },
  hygiene: { label: '个人和居室卫生', most: 20 },
  medical: { label: '用药和看病', most: 15 },
  safety: { label: '安全和情绪', most: 15 },
} as const
export type AppraisalItem = keyof typeof appraisalItems
export type AppraisalScores = Readonly<Record<AppraisalItem, number>>

/** A month `2026-10` or a quarter `2026-Q3`. */
export const appraisalPeriod = /^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/

export const totalScore = (scores: AppraisalScores): number =>
  Object.values(scores).reduce((sum, points) => sum + points, 0)

export const appraisalGradeLabel = { excellent: '优秀', sound: '合格', poor: '不合格' } as const
export type AppraisalGrade = keyof typeof appraisalGradeLabel

/** 90 and more is excellent, 60 and more is sound. */
export function gradeOf(total: number): AppraisalGrade {
  return total >= 90 ? 'excellent' : total >= 60 ? 'sound' : 'poor'
}

/** `2026年10月`, `2026年第3季度`. */
export function periodWords(period: string): string {
  const [year, part] = period.split('-') as [string, string]
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`
}

/** The last quarter that is over, and every period by which a carer's work in it is appraised. */
export interface AppraisedQuarter {
  from: Day
  periods: string[]
}

/**
 * A carer is appraised by the month or by the quarter, so the work of a quarter that is over is
 * owed an appraisal when neither the quarter nor any of its months has one.
 */
export function lastQuarter(today: Day): AppraisedQuarter {
  const from = startOf('quarter', addDays(startOf('quarter', today), -1))
  const [year, first] = [yearOf(from), monthOf(from)]
  const months = [first, first + 1, first + 2].map(
    (month) => `${year}-${String(month).padStart(2, '0')}`,
  )
  return { from, periods: [...months, `${year}-Q${(first + 2) / 3}`] }
}
