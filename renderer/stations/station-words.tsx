import { serviceKindLabel } from '@shared/domain/services/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'
import { StateMark, type StateKind } from '../shell/StateMark'

export type Station = OutputOf<'stations.list'>[number]

const fireKind = {
  never: 'overdue',
  overdue: 'overdue',
  due: 'due',
  met: 'met',
} as const satisfies Record<Station['fire']['standing'], StateKind>

/** `逾期 2026-07-10`, by the day of the next check. */
export const fireWords = ({ standing, nextOn }: Station['fire']): string => {
  if (standing === 'never') return '还没检查过'
  const next = formatDay(nextOn)
  return standing === 'overdue' ? `逾期 ${next}` : `下次 ${next}`
}

export function FireMark({ fire }: { fire: Station['fire'] }): React.ReactElement {
  return <StateMark state={fireKind[fire.standing]}>{fireWords(fire)}</StateMark>
}

/** How a station stands as a whole; a closed one asks for nothing. */
export const stationState = ({ to, fire, lackingServices }: Station): StateKind | undefined => {
  if (to !== null) return 'exempt'
  if (fire.standing !== 'met') return fireKind[fire.standing]
  return lackingServices > 0 ? 'due' : undefined
}

/** `▲ 差 3 类：助餐、助洁`; what is lacking stands first, so that a narrow column does not cut it. */
export const servicesWords = ({ services, lackingServices }: Station): string =>
  (lackingServices > 0 ? `▲ 差 ${lackingServices} 类：` : '') +
  services.map((kind) => serviceKindLabel[kind]).join('、')

/** `9/12`, beds taken of those there are. */
export const bedsWords = ({ bedsTotal, bedsUsed }: Station): string =>
  bedsTotal === null ? '' : `${bedsUsed ?? '—'}/${bedsTotal}`
