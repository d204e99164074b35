import { addDays } from './calendar/days'
import type { Period } from './periods'

/** The days of a period that none of the others covers, as periods, oldest first. */
export function remainderOf(period: Period, others: readonly Period[]): Period[] {
  let left: Period[] = [period]
  for (const other of others) left = left.flatMap((piece) => without(piece, other))
  return left
}

function without(piece: Period, { from, to }: Period): Period[] {
  const apart = (piece.to !== null && piece.to < from) || (to !== null && to < piece.from)
  if (apart) return [piece]
  const left: Period[] = []
  if (piece.from < from) left.push({ from: piece.from, to: addDays(from, -1) })
  if (to !== null && (piece.to === null || piece.to > to))
    left.push({ from: addDays(to, 1), to: piece.to })
  return left
}
