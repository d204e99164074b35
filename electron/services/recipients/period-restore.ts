import {
  daysOf,
  getPeriod,
  rivalsOf,
  updatePeriod,
  type PeriodRow,
} from '@db/repositories/period-values'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import { entityLabel } from '@shared/domain/entity-labels'
import { overlap } from '@shared/domain/periods'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import type { CommandContext } from '../../core/context'
import { endsPairings } from './periods'

const days = ['from', 'to', 'reason']

/**
 * What of a dated fact can be given back its old value. Not what it is a fact of (the level, the
 * village, the helper): another level is another fact, and is entered with its day.
 */
export const restorablePeriodFields: Readonly<Record<string, readonly string[]>> = {
  status_period: days,
  residence_period: days,
  group_period: days,
  household_period: days,
  category_override: days,
  tier_override: days,
  risk_period: days,
  exemption: ['from', 'to', 'reviewOn', 'note'],
  pairing: ['from', 'to', 'endReason', 'mode', 'role', 'commitment', 'frequency', 'hours'],
  benefit_period: [...days, 'endReason', 'amount', 'certificateNo'],
  absence_period: ['place', 'scope', 'reason', 'since', 'to', 'expectedReturn', 'homeVisits'],
}

/** Endings that end with the file: they cannot be taken back while the file is closed. */
const endsWithFile: ReadonlySet<string> = new Set(['pairing', 'benefit_period'])

/**
 * Gives a field of a dated fact the value it had, if the days then still make sense: not before its
 * own beginning, and not on days that another fact of its kind tells about by now.
 */
export function restorePeriod(
  ctx: CommandContext,
  person: RosterPerson,
  entity: string,
  recordId: number,
  field: string,
  before: unknown,
): void {
  const row = getPeriod(ctx, entity, recordId)
  if (!row) throw failure('CONFLICT', '这条记录已被更正隐去，没有恢复。')
  const reopens = field === 'to' && before === null
  // Why something ended goes with its ending.
  const patch = { [field]: before, ...(reopens && 'endReason' in row && { endReason: null }) }
  const told = obstacleTo(ctx, person, entity, { ...row, ...patch })
  if (told) throw failure('CONFLICT', `${told}没有恢复，档案没有改动。`, { [field]: told })
  updatePeriod(ctx, entity, recordId, patch)
}

/** Why a dated fact cannot stand as it would; null where it can. */
function obstacleTo(
  ctx: CommandContext,
  person: RosterPerson,
  entity: string,
  next: PeriodRow,
): string | null {
  const what = entityLabel[entity] ?? '这条记录'
  const span = daysOf(next)
  if (span.to !== null && span.to < span.from)
    return `恢复后${what}的截止日（${span.to}）会早于开始日（${span.from}）。`
  const rival = rivalsOf(ctx, entity, next).find((one) => overlap(daysOf(one), span))
  if (rival) {
    const since = daysOf(rival).from
    return `恢复后会与 ${since} 起的另一条${what}登记重叠。那一条录错了请先更正它；刚做的改动可以用“撤销上一步”。`
  }
  if (span.to === null && endsWithFile.has(entity) && endsPairings.has(person.status))
    return `这份档案是“${recipientStatusLabel[person.status]}”，${what}不能再继续。请先重新在册。`
  return null
}
