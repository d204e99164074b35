import { followMerge } from '@db/repositories/operators'
import { moveResidents } from '@db/repositories/recipient-periods'
import {
  addVillage as add,
  addVillageGroup,
  allVillages,
  beginVillageName,
  closeVillage,
  closeVillageGroup,
  correctVillageName,
  villageNameOn,
  type Village,
} from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { standingOn } from '@shared/domain/periods'
import type { VillageKind } from '@shared/domain/vocabulary'
import type { CommandContext } from '../../core/context'
import { helpersFollowVillage } from '../helpers/follow-merge'
import { stationsFollowVillage } from '../stations/follow-merge'
import { findVillage } from './places'

export function addVillage(
  ctx: CommandContext,
  { name, kind, from = ctx.today }: { name: string; kind: VillageKind; from?: Day },
): { id: number } {
  refuseTakenName(ctx, name)
  const position = Math.max(0, ...allVillages(ctx).map((village) => village.position + 1))
  return { id: add(ctx, { name, kind, from, position }) }
}

export function renameVillage(
  ctx: CommandContext,
  { id, name, from }: { id: number; name: string; from: Day | null },
): Record<string, never> {
  const village = findVillage(ctx, id)
  refuseTakenName(ctx, name, id)
  if (from === null) {
    const current = standingOn(village.names, ctx.today)
    if (current) correctVillageName(ctx, current.id, name)
    return {}
  }
  if (from <= village.from) refuse('更名日期要晚于设立日期；名称一开始就写错的，请选“更正”', 'from')
  const later = village.names.find((one) => one.from > from)
  if (later) refuse(`${later.from} 已改名为“${later.name}”，新的日期不能早于它`, 'from')
  beginVillageName(ctx, village, name, from)
  return {}
}

/**
 * 合村并居: the village is there up to the end of `on`; from the next day its people and groups
 * belong to the other. A group keeps its name unless the other village has one of that name.
 */
export function mergeVillages(
  ctx: CommandContext,
  { id, intoId, on }: { id: number; intoId: number; on: Day },
): { moved: number } {
  const village = findVillage(ctx, id)
  const into = findVillage(ctx, intoId)
  if (id === intoId) refuse('不能并入自己，请选另一个村（社区）', 'intoId')
  if (village.to !== null) refuse(`这个村（社区）在 ${village.to} 已经撤销`, 'id')
  if (into.to !== null) refuse(`并入的村（社区）在 ${into.to} 已经撤销`, 'intoId')
  if (on < village.from || on < into.from) refuse('合并日期早于村（社区）的设立日期', 'on')

  const groups = carryGroups(ctx, village, into, on)
  closeVillage(ctx, id, on, intoId)
  const moved = moveResidents(
    ctx,
    on,
    (residence) =>
      residence.villageId === id
        ? {
            villageId: intoId,
            villageGroupId:
              residence.villageGroupId === null
                ? null
                : (groups.get(residence.villageGroupId) ?? null),
          }
        : null,
    `${villageNameOn(village, on)}并入${villageNameOn(into, on)}`,
  )
  helpersFollowVillage(ctx, { id, intoId, on, groups })
  stationsFollowVillage(ctx, { id, intoId, groups })
  followMerge(ctx, id, intoId)
  return { moved }
}

/** The village's groups continue under the other; answers which group became which. */
function carryGroups(
  ctx: CommandContext,
  village: Village,
  into: Village,
  on: Day,
): Map<number, number> {
  const next = addDays(on, 1)
  const taken = new Set(into.groups.filter(({ to }) => to === null).map(({ name }) => name))
  const shortName = villageNameOn(village, on).replace(/(村委会|社区|村)$/, '')
  const became = new Map<number, number>()
  for (const group of village.groups) {
    if (group.to !== null && group.to <= on) continue
    const name = taken.has(group.name) ? shortName + group.name : group.name
    const id = addVillageGroup(ctx, { villageId: into.id, name, from: next })
    closeVillageGroup(ctx, group.id, on, id)
    became.set(group.id, id)
  }
  return became
}

function refuseTakenName(ctx: CommandContext, name: string, except?: number): void {
  const taken = allVillages(ctx).some(
    (village) =>
      village.id !== except && village.to === null && villageNameOn(village, ctx.today) === name,
  )
  if (taken) refuse(`已经有“${name}”`, 'name')
}

function refuse(told: string, field: string): never {
  throw failure('VALIDATION', `${told}。没有改动。`, { [field]: told })
}
