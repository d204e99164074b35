import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'

export type FamilyMember = OutputOf<'recipients.file'>['family'][number]
type Absence = NonNullable<FamilyMember['absence']>

export const relationWords = ({ relation }: FamilyMember, dictionaries: Dictionaries): string =>
  dictionaries.words('relation', relation) || '家人'

/** `县外省内·东莞 务工 2014年起`, `同住`, `在附近`; empty where nothing is known. */
export function absenceWords(
  { absence, livesTogether }: FamilyMember,
  dictionaries: Dictionaries,
): string {
  if (absence) return placeWords(absence, dictionaries)
  if (livesTogether === null) return ''
  return livesTogether ? '同住' : '在附近'
}

export function placeWords(
  { place, scope, reason, since, to, expectedReturn, homeVisits }: Absence,
  dictionaries: Dictionaries,
): string {
  // “东莞（不详）” would read as if the place itself were in doubt.
  const unsure = scope === 'unknown' ? '县内县外不详' : absenceScopeLabel[scope]
  const where = place ? `${place}（${unsure}）` : scope === 'unknown' ? '去处不详' : unsure
  const until = to ? `至 ${formatDay(to)}` : ''
  const time = since ? `${formatDay(since)}${until || '起'}` : until
  return [
    where,
    dictionaries.words('absenceReason', reason),
    time,
    !to && expectedReturn && `预计返回：${expectedReturn}`,
    homeVisits && `回家：${homeVisits}`,
  ]
    .filter(Boolean)
    .join(' ')
}
