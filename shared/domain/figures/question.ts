import { startOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import { dimensions, type Slice } from './dimensions'
import { figureOf, type FigureKey } from './registry'

/** One figure of one day or period, of everybody or of a part. */
export interface FigureQuestion {
  readonly figure: FigureKey
  /** The first day of the period; a figure of a day does not look at it. */
  readonly from: Day
  /** The day asked about, or the last of the period. */
  readonly to: Day
  readonly slice: Slice
}

/** A figure of everybody on a day, or of the year up to it. */
export const inYearTo = (figure: FigureKey, to: Day, slice: Slice = {}): FigureQuestion => ({
  figure,
  from: startOf('year', to),
  to,
  slice,
})

/** A text that is the same for the same question: what a paper keeps its figures under. */
export function questionKey({ figure, from, to, slice }: FigureQuestion): string {
  const span = figureOf(figure).time === 'period' ? `${from}..${to}` : to
  const marks = dimensions.flatMap((one) =>
    slice[one] === undefined ? [] : `${one}=${slice[one]}`,
  )
  return [figure, span, ...marks].join(' ')
}

const grouped = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 1 })

/** A value as papers and screens write it: 1384, 87.5%, 12.3 days, 3200.5 yuan; — where unknown. */
export function figureText(figure: FigureKey, value: number | null): string {
  if (value === null) return '—'
  const { unit, money } = figureOf(figure)
  if (unit === '%') return `${grouped.format(value * 100)}%`
  if (money) return String(value / 100)
  return grouped.format(value)
}
