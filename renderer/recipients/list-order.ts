/** The people of the list last shown, in its order: the file page steps through them. */
let shown: readonly number[] = []

export function rememberOrder(ids: readonly number[]): void {
  shown = ids
}

export interface Neighbours {
  /** Counted from 1. */
  position: number
  total: number
  previous: number | null
  next: number | null
}

/** Where a person stands in that list; null for somebody opened from elsewhere. */
export function neighboursOf(id: number): Neighbours | null {
  const at = shown.indexOf(id)
  if (at < 0) return null
  return {
    position: at + 1,
    total: shown.length,
    previous: shown[at - 1] ?? null,
    next: shown[at + 1] ?? null,
  }
}
