import type { StoreContext } from '@db/context'
import {
  addHelper,
  allHelpers,
  endPairing,
  isHelpedOn,
  pairingsOfHelper,
  reachesBeyond,
  servesOn,
  updateHelper,
  type Pairing,
} from '@db/repositories/helpers'
import { findInRoster, loadRoster } from '@db/repositories/roster'
import { allVillages, loadVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { HelperFacts, helpersContract } from '@shared/contract/helpers'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { holdsOn } from '@shared/domain/periods'
import type { CommandContext, HandlersOf } from '../../core/context'
import { standingsOfAll } from '../compliance/standings'
import { helperOnFile, helperServing, visibleHelpers } from './access'
import { handOver, pairingHandlers, pairingRowsOf } from './pairings'

type HelperHandlers = Pick<
  HandlersOf<typeof helpersContract>,
  Extract<keyof typeof helpersContract, `helpers.${string}`>
>

const helperHandlers: HelperHandlers = {
  'helpers.list': (ctx, { serving }) => {
    const villages = villageNames(ctx)
    const loads = caseloads(ctx)
    return visibleHelpers(ctx)
      .filter((helper) => serving === 'all' || servesOn(helper, ctx.today) === (serving === 'now'))
      .map((helper) => ({
        id: helper.id,
        name: helper.name,
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
        ...(loads.get(helper.id) ?? { caseload: 0, overdue: 0, due: 0 }),
      }))
  },

  'helpers.file': (ctx, { id }) => {
    const helper = helperOnFile(ctx, id)
    return {
      id,
      revision: helper.revision,
      name: helper.name,
      gender: helper.gender,
      kind: helper.kind,
      unit: helper.unit,
      post: helper.post,
      phones: helper.phones,
      villageId: helper.villageId,
      villageName: (helper.villageId && villageNames(ctx).get(helper.villageId)) || null,
      from: helper.from,
      to: helper.to,
      leftReason: helper.leftReason,
      note: helper.note,
      pairings: pairingRowsOf(ctx, pairingsOfHelper(ctx, id)),
    }
  },

  'helpers.create': (ctx, { allowNamesake, ...facts }) => {
    checkVillage(ctx, facts)
    if (!allowNamesake) refuseNamesake(ctx, facts)
    return { id: addHelper(ctx, facts) }
  },

  'helpers.update': (ctx, { id, revision, ...facts }) => {
    const helper = helperOnFile(ctx, id)
    if (facts.villageId !== helper.villageId) checkVillage(ctx, facts)
    // Initials set by hand belong to the old name.
    const initials = facts.name === helper.name ? helper.initials : null
    updateHelper(ctx, id, { ...facts, initials }, revision)
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
}

export const helpersHandlers: HandlersOf<typeof helpersContract> = {
  ...helperHandlers,
  ...pairingHandlers,
}

/** Ends service and pairings on a day, hands everybody to the successor, names who is left. */
function leave(
  ctx: CommandContext,
  {
    id,
    on,
    reason,
    successorId,
  }: { id: number; on: Day; reason: string; successorId: number | null },
): { ended: number; left: { recipientId: number; recipientName: string }[] } {
  const helper = helperOnFile(ctx, id)
  const next = addDays(on, 1)
  if (!servesOn(helper, next)) {
    throw failure('CONFLICT', `${helper.name}已于 ${helper.to} 离任，没有再改。`)
  }
  if (helper.from !== null && on < helper.from) {
    throw failure('VALIDATION', '离任日期早于开始帮扶的日期，没有保存。', {
      on: `不能早于 ${helper.from}`,
    })
  }
  if (successorId === id) {
    throw failure('VALIDATION', '接手的人不能是离任的人。', { successorId: '请选别人' })
  }
  const successor = successorId === null ? null : helperServing(ctx, successorId, next)
  const pairings = pairingsOfHelper(ctx, id).filter((pairing) => reachesBeyond(pairing, on))
  refuseForeign(ctx, helper.name, pairings)
  // Names before writing: the roster is built afresh whenever it is asked after that.
  const people = peopleOf(ctx, pairings)
  const onFile = new Set(people.map(({ recipientId }) => recipientId))
  updateHelper(ctx, id, { to: on, leftReason: reason })
  for (const pairing of pairings) {
    endPairing(ctx, pairing, on, reason)
    if (successor && onFile.has(pairing.recipientId)) handOver(ctx, pairing, successor, next)
  }
  return {
    ended: pairings.length,
    left: people.filter(({ recipientId }) => !isHelpedOn(ctx, recipientId, next)),
  }
}

/** Whoever may not see everybody the helper has must not end it for them unseen. */
function refuseForeign(ctx: StoreContext, name: string, pairings: readonly Pairing[]): void {
  if (pairings.every(({ recipientId }) => findInRoster(ctx, recipientId))) return
  throw failure(
    'FORBIDDEN',
    `${name}还帮扶着您管理范围以外的人，没有登记离任。请由镇里办理，或只结束您这里的结对。`,
  )
}

/** Those paired who are on file; nobody takes over a file that is closed. */
function peopleOf(
  ctx: StoreContext,
  pairings: readonly Pairing[],
): { recipientId: number; recipientName: string }[] {
  const ids = new Set(pairings.map(({ recipientId }) => recipientId))
  return loadRoster(ctx)
    .filter((person) => ids.has(person.id) && person.status === 'active')
    .map((person) => ({ recipientId: person.id, recipientName: person.name }))
}

function villageNames(ctx: StoreContext): ReadonlyMap<number, string> {
  return new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, ctx.today)]))
}

interface Caseload {
  caseload: number
  overdue: number
  due: number
}

/** By helper: people on file today, and how many of them are overdue or due. */
function caseloads(ctx: StoreContext): ReadonlyMap<number, Caseload> {
  const loads = new Map<number, Caseload>()
  for (const { person, state } of standingsOfAll(ctx)) {
    if (person.status !== 'active') continue
    for (const { helperId } of person.helpers) {
      const load = loads.get(helperId) ?? { caseload: 0, overdue: 0, due: 0 }
      load.caseload += 1
      if (state === 'overdue' || state === 'due') load[state] += 1
      loads.set(helperId, load)
    }
  }
  return loads
}

function checkVillage(ctx: StoreContext, { villageId }: HelperFacts): void {
  if (villageId === null) return
  const village = loadVillages(ctx).find(({ id }) => id === villageId)
  if (!village || !holdsOn(village, ctx.today)) {
    throw failure('VALIDATION', '这个村（社区）不存在或已撤并，请重新选择。', {
      villageId: '请重新选择',
    })
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
