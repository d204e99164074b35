import type { StoreContext } from '@db/context'
import {
  addAssociation,
  allAssociations,
  updateAssociation,
  voidAssociation,
  type Association,
} from '@db/repositories/stations'
import { allVillages } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import {
  associationRow,
  type AssociationRow,
  type stationsContract,
} from '@shared/contract/stations'
import { associationKindLabel, type AssociationKind } from '@shared/domain/stations/vocabulary'
import type { HandlersOf } from '../../core/context'
import { writeList, type LedgerColumn } from '../ledgers/export'
import { checkVillage, villageNames } from '../ledgers/places'
import { isSeen, seenIn } from './access'

type AssociationHandlers = Pick<
  HandlersOf<typeof stationsContract>,
  Extract<keyof typeof stationsContract, `associations.${string}`>
>

export const associationsHandlers: AssociationHandlers = {
  'associations.list': (ctx, { filter }) => listAssociations(ctx, filter),

  'associations.create': (ctx, facts) => {
    checkWhere(ctx, facts)
    refuseNamesake(ctx, facts)
    return { id: addAssociation(ctx, facts) }
  },

  'associations.update': (ctx, { id, revision, ...facts }) => {
    const { to } = associationOnFile(ctx, id)
    checkWhere(ctx, facts)
    refuseNamesake(ctx, facts, id)
    if (to !== null && facts.from > to)
      throw failure('VALIDATION', '成立日期晚于撤销日期，没有保存。请核对。', {
        from: `不能晚于 ${to}`,
      })
    updateAssociation(ctx, id, facts, revision)
    return {}
  },

  'associations.dissolve': (ctx, { id, revision, on, reason }) => {
    const { from, to, name } = associationOnFile(ctx, id)
    if (to !== null) throw failure('CONFLICT', `${name}已于 ${to} 撤销，没有再改。`)
    if (on < from)
      throw failure('VALIDATION', '撤销日期早于成立日期，没有保存。', { on: `不能早于 ${from}` })
    updateAssociation(ctx, id, { to: on, endReason: reason }, revision)
    return {}
  },

  'associations.void': (ctx, { id, reason }) => {
    associationOnFile(ctx, id)
    voidAssociation(ctx, id, reason)
    return {}
  },

  'associations.export': (ctx, { filter }) => {
    const rows = listAssociations(ctx, filter)
    if (rows.length === 0) throw failure('VALIDATION', '没有符合条件的老年人组织，没有生成文件。')
    return writeList(ctx, {
      name: '老年人组织台账',
      unit: '个',
      columns,
      rows,
      row: associationRow,
    })
  },
}

interface AssociationQuestion {
  kind?: AssociationKind
  villageId?: number
  withClosed: boolean
}

function listAssociations(
  ctx: StoreContext,
  { kind, villageId, withClosed }: AssociationQuestion,
): AssociationRow[] {
  const villages = villageNames(ctx)
  const groups = new Map(
    allVillages(ctx).flatMap((one) => one.groups.map(({ id, name }) => [id, name] as const)),
  )
  return seenIn(ctx, allAssociations(ctx), villageId)
    .filter(
      (one) =>
        (withClosed || one.to === null || one.to >= ctx.today) &&
        (kind === undefined || one.kind === kind),
    )
    .map((row) => {
      const { voidedAt: _, ...one } = row
      return {
        ...one,
        villageName: villages.get(one.villageId) ?? '',
        villageGroupName:
          one.villageGroupId === null ? null : (groups.get(one.villageGroupId) ?? null),
      }
    })
}

function associationOnFile(ctx: StoreContext, id: number): Association {
  const found = allAssociations(ctx).find((one) => one.id === id)
  if (!found || !isSeen(ctx, found))
    throw failure('NOT_FOUND', '找不到这个组织，可能已被更正隐去。请刷新后再试。')
  return found
}

function checkWhere(
  ctx: StoreContext,
  { villageId, villageGroupId }: { villageId: number; villageGroupId: number | null },
): void {
  checkVillage(ctx, villageId)
  const groups = allVillages(ctx).find(({ id }) => id === villageId)!.groups
  if (villageGroupId !== null && !groups.some(({ id }) => id === villageGroupId))
    throw failure('VALIDATION', '这个小组不在所选的村（社区），没有保存。', {
      villageGroupId: '请重新选择',
    })
}

function refuseNamesake(
  ctx: StoreContext,
  { name, villageId }: { name: string; villageId: number },
  except?: number,
): void {
  const taken = allAssociations(ctx).some(
    (one) =>
      one.id !== except && one.to === null && one.name === name && one.villageId === villageId,
  )
  if (taken) throw failure('CONFLICT', `已经有“${name}”，没有重复登记。`, { name: '名称已有' })
}

const columns: readonly LedgerColumn<AssociationRow>[] = [
  { title: '类别', width: 12, text: (row) => associationKindLabel[row.kind] },
  { title: '名称', width: 28, text: (row) => row.name },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '村民小组', width: 12, text: (row) => row.villageGroupName },
  { title: '会长', width: 12, text: (row) => row.chair },
  { title: '电话', width: 16, text: (row) => row.phone },
  { title: '会员', width: 8, text: (row) => row.members },
  { title: '成立', width: 12, text: (row) => row.from },
  { title: '撤销', width: 12, text: (row) => row.to },
]
