import { moveResidents } from '@db/repositories/recipient-periods'
import {
  addVillageGroup,
  closeVillageGroup,
  correctVillageGroupName,
  loadVillages,
  type Village,
  type VillageGroup,
} from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { CommandContext } from '../../core/context'
import { helpersFollowGroup } from '../helpers/follow-merge'
import { stationsFollowGroup } from '../stations/follow-merge'
import { findVillage } from './places'

export function addGroup(
  ctx: CommandContext,
  { villageId, name, from = ctx.today }: { villageId: number; name: string; from?: Day },
): { id: number } {
  const village = findVillage(ctx, villageId)
  if (village.to !== null) refuse('这个村（社区）已撤销，不能再设小组', 'villageId')
  refuseTakenName(village, name)
  return { id: addVillageGroup(ctx, { villageId, name, from }) }
}

/**
 * A new name from a day on is a new group that takes over everybody, so that an earlier year's
 * papers print the earlier name; without a day the name was merely written wrongly.
 */
export function renameGroup(
  ctx: CommandContext,
  { id, name, from }: { id: number; name: string; from: Day | null },
): { id: number } {
  const { village, group } = findGroup(ctx, id)
  refuseTakenName(village, name, id)
  if (from === null) {
    correctVillageGroupName(ctx, id, name)
    return { id }
  }
  if (from <= group.from) refuse('更名日期要晚于设立日期；名称一开始就写错的，请选“更正”', 'from')
  const newId = addVillageGroup(ctx, { villageId: village.id, name, from })
  takeOver(ctx, group, newId, addDays(from, -1), `${group.name}更名为${name}`)
  return { id: newId }
}

export function mergeGroups(
  ctx: CommandContext,
  { id, intoId, on }: { id: number; intoId: number; on: Day },
): { moved: number } {
  const { village, group } = findGroup(ctx, id)
  const into = village.groups.find((one) => one.id === intoId)
  if (!into || into.id === id) refuse('请选同一个村里的另一个小组', 'intoId')
  if (into.to !== null) refuse(`“${into.name}”在 ${into.to} 已经撤销`, 'intoId')
  if (on < group.from || on < into.from) refuse('合并日期早于小组的设立日期', 'on')
  return { moved: takeOver(ctx, group, intoId, on, `${group.name}并入${into.name}`) }
}

/** The group ends with `on`, and everybody in it belongs to the other from the next day. */
function takeOver(
  ctx: CommandContext,
  group: VillageGroup,
  intoId: number,
  on: Day,
  reason: string,
): number {
  closeVillageGroup(ctx, group.id, on, intoId)
  helpersFollowGroup(ctx, group.id, intoId)
  stationsFollowGroup(ctx, group.id, intoId)
  return moveResidents(
    ctx,
    on,
    ({ villageGroupId }) =>
      villageGroupId === group.id ? { villageId: group.villageId, villageGroupId: intoId } : null,
    reason,
  )
}

function findGroup(ctx: CommandContext, id: number): { village: Village; group: VillageGroup } {
  for (const village of loadVillages(ctx)) {
    const group = village.groups.find((one) => one.id === id)
    if (!group) continue
    if (group.to !== null) refuse(`“${group.name}”在 ${group.to} 已经撤销`, 'id')
    return { village, group }
  }
  throw failure('NOT_FOUND', '没有这个村民小组，或不在您的管理范围内。')
}

function refuseTakenName(village: Village, name: string, except?: number): void {
  const taken = village.groups.some(
    (group) => group.id !== except && group.to === null && group.name === name,
  )
  if (taken) refuse(`这个村已经有“${name}”`, 'name')
}

function refuse(told: string, field: string): never {
  throw failure('VALIDATION', `${told}。没有改动。`, { [field]: told })
}
