import type { Scale } from '@shared/domain/assessments/scale'
import { dayNumber } from '@shared/domain/calendar/days'

export interface TrendPoint {
  date: string
  score: number
}

export interface TrendShape {
  /** Position and size in the units of the picture. */
  points: { x: number; y: number; date: string; score: number }[]
  bands: { label: string; y: number; height: number }[]
}

/** Where a person's scores stand in a picture of that size, oldest left, the best score on top. */
export function trendShape(
  found: readonly TrendPoint[],
  levels: Scale['levels'],
  size: { width: number; height: number },
): TrendShape {
  const most = levels[0]!.from
  const yOf = (score: number): number => ((most - score) / most) * size.height
  const days = found.map(({ date }) => dayNumber(date))
  const first = Math.min(...days)
  const span = Math.max(...days) - first
  const points = found
    .map(({ date, score }, index) => ({
      x: span === 0 ? size.width / 2 : ((days[index]! - first) / span) * size.width,
      y: yOf(score),
      date,
      score,
    }))
    .sort((a, b) => a.x - b.x)
  // The best level may be one score only (90 of 90): it has a line, not a band, of its own.
  const bands = levels.slice(1).map(({ label, from }, index) => {
    const top = yOf(levels[index]!.from)
    return { label, y: top, height: yOf(from) - top }
  })
  return { points, bands }
}
