import { dimensions, type Slice } from '@shared/domain/figures/dimensions'
import type { FigureQuestion } from '@shared/domain/figures/question'

/** The page that shows the people or records behind a figure. */
export function figureAddress({ figure, from, to, slice }: FigureQuestion): string {
  const query = new URLSearchParams({ figure, from, to })
  for (const [dimension, mark] of Object.entries(slice)) query.set(dimension, mark)
  return `/figures?${query.toString()}`
}

/** The marks an address names. */
export const sliceOf = (state: Readonly<Record<string, string>>): Slice =>
  Object.fromEntries(dimensions.flatMap((one) => (state[one] ? [[one, state[one]]] : [])))
