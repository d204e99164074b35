const stop = '[data-row-stop]'

/**
 * → and ← among what can be opened in a table's active row: from the table into the row, from one
 * to the next, and out again before the first. Answers whether the key was one of these.
 */
export function stepInRow(event: React.KeyboardEvent, table: HTMLElement): boolean {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return false
  const stops = [...table.querySelectorAll<HTMLElement>(`[data-active] ${stop}`)]
  const at = stops.findIndex((one) => one === event.target)
  const next = at + (event.key === 'ArrowRight' ? 1 : -1)
  if (stops.length === 0 || next < -1) return false
  event.preventDefault()
  if (next === -1) table.focus({ preventScroll: true })
  else stops[next]?.focus()
  return true
}

export const isRowStop = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches(stop)
