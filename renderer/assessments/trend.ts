import type { Scale } from '@shared/domain/assessments/scale'
import { dayNumber } from '@shared/domain/calendar/days'
import { codesOf, riskLevelLabel, type RiskLevel } from '@shared/domain/vocabulary'

export interface TrendPoint {
  date: string
  score: number
}

export interface RiskPoint {
  date: string
  level: RiskLevel
  /** Sum of the weights of its day's scheme; null where the paper told only the level. */
  score: number | null
}

export interface TrendShape {
  /** Position in the units of the picture, oldest first, and what is written over the point. */
  points: { x: number; y: number; date: string; label: string }[]
  bands: { label: string; y: number; height: number }[]
}

interface Size {
  width: number
  height: number
}

/** Where a person's scores stand in a picture of that size, oldest left, the best score on top. */
export function trendShape(
  found: readonly TrendPoint[],
  levels: Scale['levels'],
  size: Size,
): TrendShape {
  const most = levels[0]!.from
  const yOf = (score: number): number => ((most - score) / most) * size.height
  const points = placed(found, size.width, ({ score }) => ({ y: yOf(score), label: String(score) }))
  // The best level may be one score only (90 of 90): it has a line, not a band, of its own.
  const bands = levels.slice(1).map(({ label, from }, index) => {
    const top = yOf(levels[index]!.from)
    return { label, y: top, height: yOf(from) - top }
  })
  return { points, bands }
}

/**
 * Where a person's risk stood, the gravest on top. A band for each level, not for the sum: the weights
 * may have been others at each review, so that sums of two days do not compare.
 */
export function riskTrendShape(found: readonly RiskPoint[], size: Size): TrendShape {
  const levels = codesOf(riskLevelLabel)
  const height = size.height / levels.length
  const points = placed(found, size.width, ({ level, score }) => ({
    y: (levels.indexOf(level) + 0.5) * height,
    label: score === null ? '' : String(score),
  }))
  const bands = levels.map((level, at) => ({
    label: riskLevelLabel[level],
    y: at * height,
    height,
  }))
  return { points, bands }
}

/** From left to right by date; one alone stands in the middle. */
function placed<Found extends { date: string }>(
  found: readonly Found[],
  width: number,
  shown: (one: Found) => { y: number; label: string },
): TrendShape['points'] {
  const days = found.map(({ date }) => dayNumber(date))
  const first = Math.min(...days)
  const span = Math.max(...days) - first
  return found
    .map((one, index) => ({
      x: span === 0 ? width / 2 : ((days[index]! - first) / span) * width,
      date: one.date,
      ...shown(one),
    }))
    .sort((a, b) => a.x - b.x)
}
