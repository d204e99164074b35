import type { StoreContext } from '@db/context'
import {
  endPairing,
  isHelpedOn,
  pairingsOfHelper,
  reachesBeyond,
  servesOn,
  updateHelper,
  type Helper,
  type Pairing,
} from '@db/repositories/helpers'
import { findInRoster, loadRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { helpersContract } from '@shared/contract/helpers'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { z } from 'zod'
import type { CommandContext } from '../../core/context'
import { leaveTeams } from '../teams/membership'
import { helperOnFile, helperServing } from './access'
import { handOver } from './pairings'

type Leaving = z.output<(typeof helpersContract)['helpers.leave']['input']>
type Left = z.input<(typeof helpersContract)['helpers.leave']['output']>

/**
 * Ends service, pairings and team memberships on a day, hands the people over from the next, and
 * names who is left without anybody: one change set, taken back as one.
 */
export function leave(
  ctx: CommandContext,
  { id, on, reason, successorId, successors }: Leaving,
): Left {
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
  if (successorId === id || successors.some(({ helperId }) => helperId === id)) {
    throw failure('VALIDATION', '接手的人不能是离任的人。', { successorId: '请选别人' })
  }
  const pairings = pairingsOfHelper(ctx, id).filter((pairing) => reachesBeyond(pairing, on))
  refuseForeign(ctx, helper.name, pairings)
  refuseBeforeBegun(ctx, pairings, on)
  // Names before writing: the roster is built afresh whenever it is asked after that.
  const people = peopleOf(ctx, pairings)
  const onFile = new Set(people.map(({ recipientId }) => recipientId))
  const stranger = successors.find(({ recipientId }) => !onFile.has(recipientId))
  if (stranger) {
    throw failure('VALIDATION', '有一位不在离任人的在册帮扶对象里，没有保存。请刷新后再试。', {
      successors: '名单已有变化',
    })
  }
  const successorOf = new Map<number, Helper>()
  const common = successorId === null ? null : helperServing(ctx, successorId, next)
  if (common) for (const recipientId of onFile) successorOf.set(recipientId, common)
  for (const { recipientId, helperId } of successors)
    successorOf.set(recipientId, helperServing(ctx, helperId, next))

  updateHelper(ctx, id, { to: on, leftReason: reason })
  leaveTeams(ctx, id, on, reason)
  for (const pairing of pairings) {
    endPairing(ctx, pairing, on, reason)
    const successor = successorOf.get(pairing.recipientId)
    if (successor) handOver(ctx, pairing, successor, next, `接替${helper.name}：${reason}`)
  }
  return {
    ended: pairings.length,
    left: people.filter(({ recipientId }) => !isHelpedOn(ctx, recipientId, next)),
  }
}

/** A day before pairings that were in force would wipe them out of the history as if never made. */
function refuseBeforeBegun(ctx: CommandContext, pairings: readonly Pairing[], on: Day): void {
  const begun = pairings.map(({ from }) => from).filter((from) => from > on && from <= ctx.today)
  if (begun.length === 0) return
  const last = begun.reduce((latest, from) => (from > latest ? from : latest))
  throw failure(
    'VALIDATION',
    '离任日期早于结对开始的日期，没有保存。请核对离任日期；结对本身登错的，先在名单里结束那条结对。',
    { on: `不能早于 ${last}` },
  )
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
function peopleOf(ctx: StoreContext, pairings: readonly Pairing[]): Left['left'] {
  const ids = new Set(pairings.map(({ recipientId }) => recipientId))
  return loadRoster(ctx)
    .filter((person) => ids.has(person.id) && person.status === 'active')
    .map((person) => ({ recipientId: person.id, recipientName: person.name }))
}
