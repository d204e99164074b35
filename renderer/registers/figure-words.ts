import { yuanWords } from '@shared/domain/funds/balance'
import type { OutputOf } from '../api'
import { formatCount } from '../shell/format'

type Figure = OutputOf<'registers.figures'>[number]

/** `12 条`, `1,500.50 元`, `36`. */
export function figureWords({ unit, value }: Pick<Figure, 'unit' | 'value'>): string {
  if (unit === 'money') return `${yuanWords(value)} 元`
  return unit === 'count' ? `${formatCount(value)} 条` : value.toLocaleString('en-US')
}
