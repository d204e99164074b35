import { beginHousehold, newHousehold } from '@db/repositories/recipient-periods'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { InputOf } from '@shared/contract'
import type { Day } from '@shared/domain/calendar/types'
import { householdOn, livesAtHome } from '@shared/domain/households/household'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import type { CommandContext } from '../../core/context'
import { checkDay } from '../recipients/periods'
import { requirePerson } from '../recipients/person'
import { householdIds } from './members'

interface Begin {
  from: Day
  reason: string
}

/** 登记同户: people move into somebody's household; whoever they lived with before stays there. */
export function joinHousehold(
  ctx: CommandContext,
  { id, memberIds, from, reason }: InputOf<'households.join'>,
): Record<string, never> {
  requireAtHome(ctx, id)
  const already = householdIds(ctx, id)
  const joining = [...new Set(memberIds)].map((one) => requireAtHome(ctx, one))
  const known = joining.find((one) => already.includes(one.id))
  if (known) {
    const told = known.id === id ? '不能与本人登记同户' : `${known.name}已经在这一户`
    throw failure('CONFLICT', `${told}。没有保存。`, { memberIds: told })
  }
  for (const one of joining) checkDay(ctx, one.households, from, '同户')
  const householdId = writeDown(ctx, membersOf(ctx, id), { from, reason })
  for (const one of joining)
    beginHousehold(ctx, one.id, one.households, { householdId, from, reason })
  return {}
}

/** 分户: somebody has a home of their own from a day on; the others stay together. */
export function leaveHousehold(
  ctx: CommandContext,
  { id, from, reason }: InputOf<'households.leave'>,
): Record<string, never> {
  const person = requirePerson(ctx, id)
  const staying = membersOf(ctx, id).filter((one) => one.id !== id)
  if (staying.length === 0)
    throw failure('CONFLICT', `${person.name}没有登记同户的人，无需分户。没有改动。`)
  checkDay(ctx, person.households, from, '同户')
  // A couple of which nothing is written is written down first, or they would go on as a couple.
  writeDown(ctx, staying, { from, reason })
  const householdId = newHousehold(ctx)
  beginHousehold(ctx, id, person.households, { householdId, from, reason })
  return {}
}

/** Everybody of a household. What changes it concerns them all, so the operator must see them all. */
function membersOf(ctx: CommandContext, id: number): RosterPerson[] {
  return householdIds(ctx, id).map((one) => {
    const person = findInRoster(ctx, one)
    if (person) return person
    throw failure('FORBIDDEN', '这一户里有不归您管的人，没有改动。请由镇里的经办人登记。')
  })
}

/** The household these people belong to; whoever is not written into it is from a day on. */
function writeDown(ctx: CommandContext, members: readonly RosterPerson[], begin: Begin): number {
  const homes = members.map((one) => householdOn(one, begin.from))
  const householdId = homes.find((home) => home !== null) ?? newHousehold(ctx)
  members.forEach((one, at) => {
    if (homes[at] !== null) return
    checkDay(ctx, one.households, begin.from, '同户')
    beginHousehold(ctx, one.id, one.households, { householdId, ...begin })
  })
  return householdId
}

function requireAtHome(ctx: CommandContext, id: number): RosterPerson {
  const person = requirePerson(ctx, id)
  if (livesAtHome(person.status)) return person
  const told = `${person.name}的档案是“${recipientStatusLabel[person.status]}”，不能登记同户`
  throw failure('CONFLICT', `${told}。没有保存。`, { memberIds: told })
}
