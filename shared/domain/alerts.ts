import type { Finding } from './categories/finding'
import type { Category } from './vocabulary'

/** 预警: circumstances in which somebody must not be left to the usual round. */
export const alertLabel = {
  aloneIncapacitated: '独居失能',
  alonePartly: '独居半失能',
  supportDefault: '赡养不履行',
} as const
export type AlertKind = keyof typeof alertLabel

export interface Alert {
  readonly kind: AlertKind
  readonly reason: string
}

/** The alerts of one person: what the categories say together, and an open case of default. */
export function alertsOf(
  categories: readonly (Pick<Finding, 'holds' | 'reason'> & { readonly category: Category })[],
  defaulting: { readonly supporter: string; readonly since: string } | null,
): Alert[] {
  const held = (category: Category): string | null =>
    categories.find((one) => one.category === category && one.holds)?.reason ?? null
  const alone = held('livingAlone')
  const full = held('incapacitated')
  const partly = held('partlyIncapacitated')
  const alerts: Alert[] = []
  if (alone !== null && full !== null)
    alerts.push({ kind: 'aloneIncapacitated', reason: `${alone}；${full}` })
  else if (alone !== null && partly !== null)
    alerts.push({ kind: 'alonePartly', reason: `${alone}；${partly}` })
  if (defaulting !== null) {
    const { supporter, since } = defaulting
    alerts.push({ kind: 'supportDefault', reason: `${supporter}不履行赡养义务，${since} 登记` })
  }
  return alerts
}
