/**
 * One thing that was counted. A figure is nothing but the sum of its tallies, and the rows it opens
 * are these tallies: the number and its rows cannot differ.
 */
export interface Tally {
  /** The record counted, of the figure's own kind. */
  readonly id: number
  /** Whom it is about; null where it is about nobody in particular. */
  readonly recipientId: number | null
  /** What it adds: 1 for a thing, a number of times, 分 of money, days. */
  readonly amount: number
  /** For a share: of how many the amount is a part. */
  readonly whole?: number
}

/**
 * How tallies become a number: `count` things (a thing once, however often it was met), `sum` of
 * amounts, `share` of amounts in wholes (0–1), `mean` of amounts.
 */
export type Fold = 'count' | 'sum' | 'share' | 'mean'

export interface Folded {
  /** Null where there is nothing to divide by. */
  readonly value: number | null
  /** How many rows it opens. */
  readonly rows: number
  /** For a share: the two numbers behind it. */
  readonly part?: number
  readonly whole?: number
}

export function fold(how: Fold, tallies: readonly Tally[]): Folded {
  const rows = new Set(tallies.map(({ id }) => id)).size
  if (how === 'count') return { value: rows, rows }
  const sum = tallies.reduce((total, { amount }) => total + amount, 0)
  if (how === 'sum') return { value: sum, rows }
  if (how === 'mean') return { value: tallies.length === 0 ? null : sum / tallies.length, rows }
  const whole = tallies.reduce((total, one) => total + (one.whole ?? 0), 0)
  return { value: whole === 0 ? null : sum / whole, rows, part: sum, whole }
}
