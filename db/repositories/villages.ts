import { asc, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import { standingOn, succession, type Period } from '@shared/domain/periods'
import type { VillageKind } from '@shared/domain/vocabulary'
import { compareGroupNames } from '@shared/domain/group-order'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { village, villageGroup, villageName } from '../schema'

/** 村民小组, closed ones included. */
export interface VillageGroup extends Period {
  readonly id: number
  readonly revision: number
  readonly villageId: number
  readonly name: string
  readonly mergedIntoId: number | null
}

/** 村/社区 with its names and groups over time, closed ones included. */
export interface Village extends Period {
  readonly id: number
  readonly revision: number
  readonly kind: VillageKind
  readonly position: number
  readonly mergedIntoId: number | null
  readonly names: readonly (Period & { readonly id: number; readonly name: string })[]
  readonly groups: readonly VillageGroup[]
}

/** Every village of the vault in the office's order, whatever the operator's scope. */
export function allVillages(ctx: StoreContext): readonly Village[] {
  return ctx.memo.derive('villages', [village, villageName, villageGroup], () => readVillages(ctx))
}

function readVillages(ctx: StoreContext): Village[] {
  const namesOf = groupBy(
    ctx.db.select().from(villageName).where(isNull(villageName.voidedAt)).all(),
    (name) => name.villageId,
  )
  const groupsOf = groupBy(
    ctx.db.select().from(villageGroup).where(isNull(villageGroup.voidedAt)).all(),
    (group) => group.villageId,
  )
  return ctx.db
    .select()
    .from(village)
    .where(isNull(village.voidedAt))
    .orderBy(asc(village.position), asc(village.id))
    .all()
    .map((row) => ({
      ...row,
      names: namesOf.get(row.id) ?? [],
      groups: (groupsOf.get(row.id) ?? []).toSorted((a, b) => compareGroupNames(a.name, b.name)),
    }))
}

/** The villages the operator may see. */
export function loadVillages(ctx: StoreContext): readonly Village[] {
  const { villages } = ctx.scope
  const all = allVillages(ctx)
  return villages === null ? all : all.filter(({ id }) => villages.includes(id))
}

/** The village's name on a day: papers of an earlier year print the name of their day. */
export function villageNameOn({ names }: Village, day: Day): string {
  return standingOn(names, day)?.name ?? ''
}

// ── Writing ──

export function addVillage(
  ctx: WriteContext,
  facts: { name: string; kind: VillageKind; from: Day; position: number },
): number {
  const { name, kind, from, position } = facts
  const villageId = ctx.writer.create(village, { kind, position, from })
  ctx.writer.create(villageName, { villageId, name, from })
  return villageId
}

/** A new name from a day on; the old one stays for the days before. */
export function beginVillageName(
  ctx: WriteContext,
  { id, names }: Village,
  name: string,
  from: Day,
): void {
  const { ended, replaced } = succession(names, from)
  for (const [old, to] of ended) ctx.writer.update(villageName, old.id, { to })
  for (const old of replaced) ctx.writer.void(villageName, old.id, '更名')
  ctx.writer.create(villageName, { villageId: id, name, from })
}

/** The name was written wrongly from the beginning. */
export function correctVillageName(ctx: WriteContext, nameId: number, name: string): void {
  ctx.writer.update(villageName, nameId, { name })
}

/** The village is there up to and including `on`; its people live in the other from the next day. */
export function closeVillage(ctx: WriteContext, id: number, on: Day, mergedIntoId: number): void {
  ctx.writer.update(village, id, { to: on, mergedIntoId })
}

export function addVillageGroup(
  ctx: WriteContext,
  facts: { villageId: number; name: string; from: Day },
): number {
  return ctx.writer.create(villageGroup, facts)
}

export function correctVillageGroupName(ctx: WriteContext, id: number, name: string): void {
  ctx.writer.update(villageGroup, id, { name })
}

export function closeVillageGroup(
  ctx: WriteContext,
  id: number,
  on: Day,
  mergedIntoId: number,
): void {
  ctx.writer.update(villageGroup, id, { to: on, mergedIntoId })
}
