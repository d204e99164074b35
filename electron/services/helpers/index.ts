import type { StoreContext } from '@db/context'
import { dictionariesOf } from '@db/repositories/dictionaries'
import {
  addHelper,
  allHelpers,
  helperCapacities,
  pairingsOfHelper,
  servesOn,
  setHelperCapacities,
  updateHelper,
  type Helper,
} from '@db/repositories/helpers'
import { allVillages, loadVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { HelperFacts, helpersContract } from '@shared/contract/helpers'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { capacityOf } from '@shared/domain/pairings/capacity'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { settleCode } from '../dictionaries/settle'
import { teamsOfHelpers } from '../teams/membership'
import { helperOnFile, visibleHelpers } from './access'
import { caseloads, countsOf } from './caseloads'
import { exportHelpers, exportHelpersInFull } from './export'
import { leave } from './leave'
import { pairingHandlers, pairingRowsOf } from './pairings'

type HelperHandlers = Pick<
  HandlersOf<typeof helpersContract>,
  Extract<keyof typeof helpersContract, `helpers.${string}`>
>

const helperHandlers: HelperHandlers = {
  'helpers.list': (ctx, { serving }) => {
    const villages = villageNames(ctx)
    const loads = caseloads(ctx)
    const capacities = helperCapacities(ctx)
    const teams = teamsOfHelpers(ctx)
    return visibleHelpers(ctx)
      .filter((helper) => serving === 'all' || servesOn(helper, ctx.today) === (serving === 'now'))
      .map((helper) => ({
        id: helper.id,
        name: helper.name,
        gender: helper.gender,
        initials: helper.initials ?? initialsOf(helper.name),
        kind: helper.kind,
        unit: helper.unit,
        post: helper.post,
        phones: helper.phones,
        villageId: helper.villageId,
        villageName: (helper.villageId && villages.get(helper.villageId)) || null,
        from: helper.from,
        to: helper.to,
        leftReason: helper.leftReason,
        servedVillages: servedVillages(ctx, helper),
        teams: (teams.get(helper.id) ?? [])
          .filter(({ member }) => holdsOn(member, ctx.today))
          .map(({ team }) => ({ id: team.id, name: team.name })),
        capacity: capacityOf(helper, capacities),
        ...countsOf(loads.get(helper.id)),
      }))
  },

  'helpers.file': (ctx, { id }) => {
    const helper = helperOnFile(ctx, id)
    const load = caseloads(ctx).get(id)
    const { villageId, villageGroupId } = helper
    const village = allVillages(ctx).find((one) => one.id === villageId)
    return {
      id,
      revision: helper.revision,
      name: helper.name,
      gender: helper.gender,
      kind: helper.kind,
      unit: helper.unit,
      post: helper.post,
      phones: helper.phones,
      phoneLabels: helper.phoneLabels,
      villageId,
      villageName: village ? villageNameOn(village, ctx.today) : null,
      villageGroupId,
      villageGroupName: village?.groups.find((one) => one.id === villageGroupId)?.name ?? null,
      address: helper.address,
      servedVillageIds: helper.servedVillageIds,
      servedVillages: servedVillages(ctx, helper),
      capacity: helper.capacity,
      effectiveCapacity: capacityOf(helper, helperCapacities(ctx)),
      caseload: load?.caseload ?? 0,
      thisMonth: load?.thisMonth ?? { needed: 0, done: 0 },
      from: helper.from,
      to: helper.to,
      leftReason: helper.leftReason,
      note: helper.note,
      teams: (teamsOfHelpers(ctx).get(id) ?? [])
        .map(({ team, member: { role, from, to } }) => ({
          teamId: team.id,
          teamName: team.name,
          role,
          from,
          to,
        }))
        .toReversed(),
      pairings: pairingRowsOf(ctx, pairingsOfHelper(ctx, id)),
    }
  },

  'helpers.create': (ctx, { allowNamesake, ...facts }) => {
    checkPlaces(ctx, facts)
    if (!allowNamesake) refuseNamesake(ctx, facts)
    return { id: addHelper(ctx, { ...facts, kind: kindOf(ctx, facts.kind, null) }) }
  },

  'helpers.update': (ctx, { id, revision, ...facts }) => {
    const helper = helperOnFile(ctx, id)
    checkPlaces(ctx, facts, helper)
    // Initials set by hand belong to the old name.
    const initials = facts.name === helper.name ? helper.initials : null
    const kind = kindOf(ctx, facts.kind, helper.kind)
    updateHelper(ctx, id, { ...facts, kind, initials }, revision)
    return {}
  },

  'helpers.leave': leave,

  'helpers.rejoin': (ctx, { id, on }) => {
    const helper = helperOnFile(ctx, id)
    if (helper.to === null) throw failure('CONFLICT', '这位帮扶人没有离任，不需要恢复。')
    if (on <= helper.to) {
      throw failure('VALIDATION', `恢复的日子要在离任日（${helper.to}）之后。`, {
        on: `要晚于 ${helper.to}`,
      })
    }
    updateHelper(ctx, id, { from: on, to: null, leftReason: null })
    return {}
  },

  'helpers.capacities': (ctx) => helperCapacities(ctx),

  'helpers.setCapacities': (ctx, capacities) => {
    setHelperCapacities(ctx, capacities)
    return {}
  },

  'helpers.export': exportHelpers,
  'helpers.exportFull': exportHelpersInFull,
}

export const helpersHandlers: HandlersOf<typeof helpersContract> = {
  ...helperHandlers,
  ...pairingHandlers,
}

/** 身份类别 as a code of the office's dictionary; what the helper's file holds already stays. */
function kindOf(ctx: StoreContext, typed: string | null, held: string | null): string | null {
  if (typed === null || typed === held) return typed
  const settled = settleCode(dictionariesOf(ctx), 'helperKind', typed)
  if ('fault' in settled)
    throw failure('VALIDATION', `没有保存：${settled.fault}。`, { kind: settled.fault })
  return settled.code
}

function villageNames(ctx: StoreContext): ReadonlyMap<number, string> {
  return new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, ctx.today)]))
}

/** Names of the villages a helper serves besides the own one, as far as the operator may see them. */
function servedVillages(
  ctx: StoreContext,
  { servedVillageIds }: Pick<Helper, 'servedVillageIds'>,
): { id: number; name: string }[] {
  return loadVillages(ctx)
    .filter(({ id }) => servedVillageIds.includes(id))
    .map((village) => ({ id: village.id, name: villageNameOn(village, ctx.today) }))
}

/** Places newly written down must be there today; what stood before may stay. */
function checkPlaces(ctx: StoreContext, facts: HelperFacts, before?: Helper): void {
  const standing = loadVillages(ctx).filter((village) => holdsOn(village, ctx.today))
  const refuse = (field: string): never => {
    throw failure('VALIDATION', '这个村（社区）或小组不存在或已撤并，请重新选择。', {
      [field]: '请重新选择',
    })
  }
  const { villageId, villageGroupId, servedVillageIds } = facts
  const village = standing.find(({ id }) => id === villageId)
  if (villageId !== null && villageId !== before?.villageId && !village) refuse('villageId')
  if (villageGroupId !== null && villageGroupId !== before?.villageGroupId) {
    const group = village?.groups.find(({ id }) => id === villageGroupId)
    if (!group || !holdsOn(group, ctx.today)) refuse('villageGroupId')
  }
  for (const id of servedVillageIds) {
    if (before?.servedVillageIds.includes(id)) continue
    if (!standing.some((one) => one.id === id)) refuse('servedVillageIds')
  }
}

/** Two cadres of one name and unit are more often one person typed twice. */
function refuseNamesake(ctx: StoreContext, { name, unit, phones }: HelperFacts): void {
  const namesake = allHelpers(ctx).find(
    (one) =>
      one.name === name &&
      servesOn(one, ctx.today) &&
      (one.unit === unit || one.phones.some((phone) => phones.includes(phone))),
  )
  if (namesake) {
    throw failure(
      'CONFLICT',
      `帮扶人${name}${unit ? `（${unit}）` : ''}已经在册，没有重复登记。确实是另一个人时再登记。`,
      undefined,
      { namesakeId: namesake.id },
    )
  }
}
