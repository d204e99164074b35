import { benefitPeriodsOf } from '@db/repositories/benefits'
import {
  beginGroups,
  beginOverride,
  beginResidence,
  beginRisk,
  beginStatus,
} from '@db/repositories/recipient-periods'
import { endPairingsOf } from '@db/repositories/recipients'
import type { RosterPerson, StatusSpan } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { InputOf } from '@shared/contract'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, standingOn, type Period } from '@shared/domain/periods'
import {
  recipientStatusLabel,
  riskLevelLabel,
  type RecipientStatus,
} from '@shared/domain/vocabulary'
import type { CommandContext } from '../../core/context'
import { requireHousemates } from '../households/shared-edits'
import { requireVillage } from '../villages/places'
import { requirePerson } from './person'

/** 状态 with which nobody goes on helping this person here. */
export const endsPairings: ReadonlySet<RecipientStatus> = new Set([
  'deceased',
  'movedOut',
  'cancelled',
])

function refuse(told: string, field = 'from'): never {
  throw failure('VALIDATION', `${told}。没有保存。`, { [field]: told })
}

/** A fact is entered once it holds, and in order: what lies between two entries is a correction. */
export function checkDay(
  ctx: CommandContext,
  spans: readonly Period[],
  from: Day,
  what: string,
): void {
  if (from > ctx.today) refuse(`${what}日期不能晚于今天`)
  const later = spans.find((span) => span.from > from)
  if (later) refuse(`${later.from} 已有一次${what}登记，新的日期不能早于它`)
}

/** 注销、死亡、迁出 …, and 重新在册 again. A death closes the pairings from its day. */
export function changeStatus(
  ctx: CommandContext,
  input: InputOf<'recipients.changeStatus'>,
): { endedPairings: number; benefitsToStop: number } {
  const { id, status, from, reason } = input
  const person = requirePerson(ctx, id)
  const spans = spansToChange(ctx, person, status, from)
  if (standingOn(spans, from)?.status === status && spans.length === person.statuses.length)
    refuse(`已经是“${recipientStatusLabel[status]}”`, 'status')
  beginStatus(ctx, id, person.statuses, { status, from, reason })
  const endedPairings = endsPairings.has(status)
    ? endPairingsOf(ctx, id, from, recipientStatusLabel[status])
    : 0
  const benefitsToStop = endsPairings.has(status) ? runningBenefits(ctx, id, from) : 0
  return { endedPairings, benefitsToStop }
}

const runningBenefits = (ctx: CommandContext, id: number, day: Day): number =>
  benefitPeriodsOf(ctx, id).filter((one) => one.state === 'held' && holdsOn(one, day)).length

/**
 * The statuses a new entry is checked against. The same status with another day corrects the day
 * of the last entry (a death reported late and wrongly dated), which then no longer counts.
 */
function spansToChange(
  ctx: CommandContext,
  person: RosterPerson,
  status: RecipientStatus,
  from: Day,
): readonly StatusSpan[] {
  const last = person.statuses.at(-1)
  const corrects = last?.status === status && last.from > from && person.statuses.length > 1
  const spans = corrects ? person.statuses.slice(0, -1) : person.statuses
  checkDay(ctx, spans, from, '状态')
  return spans
}

/** 迁居 within the township: the file is kept in the other place from that day on. */
export function moveRecipient(
  ctx: CommandContext,
  input: InputOf<'recipients.move'>,
): Record<string, never> {
  const { id, from, reason } = input
  const person = requirePerson(ctx, id)
  const place = requireVillage(ctx, input, from)
  checkDay(ctx, person.residences, from, '住址')
  const now = standingOn(person.residences, from)
  if (now?.villageId === place.villageId && now.villageGroupId === place.villageGroupId)
    refuse('档案已经在这个村组', 'villageId')
  const movingAlong = requireHousemates(ctx, id, input.alsoFor ?? [])
  for (const one of movingAlong) checkDay(ctx, one.residences, from, `${one.name}的住址`)
  for (const one of [person, ...movingAlong])
    beginResidence(ctx, one.id, one.residences, { ...place, from, reason: reason.trim() })
  return {}
}

export function setGroups(
  ctx: CommandContext,
  input: InputOf<'recipients.setGroups'>,
): Record<string, never> {
  const { id, from, reason } = input
  const person = requirePerson(ctx, id)
  if (from > ctx.today) refuse('群体变更日期不能晚于今天')
  beginGroups(ctx, id, person.groupSpans, { groups: [...new Set(input.groups)], from, reason })
  return {}
}

export function setRisk(
  ctx: CommandContext,
  input: InputOf<'recipients.setRisk'>,
): Record<string, never> {
  const { id, level, from, reason } = input
  const person = requirePerson(ctx, id)
  checkDay(ctx, person.risks, from, '风险等级')
  if (level !== null && person.riskLevel === level)
    refuse(`已经是“${riskLevelLabel[level]}”`, 'level')
  beginRisk(ctx, id, person.risks, { level, from, reason })
  return {}
}

export function overrideCategory(
  ctx: CommandContext,
  input: InputOf<'recipients.overrideCategory'>,
): Record<string, never> {
  const { id, category, holds, from, reason } = input
  const person = requirePerson(ctx, id)
  const same = person.overrides.filter((span) => span.category === category)
  checkDay(ctx, same, from, '认定')
  beginOverride(ctx, id, person.overrides, { category, holds, from, reason })
  return {}
}
