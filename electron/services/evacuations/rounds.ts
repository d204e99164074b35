import {
  addEvacuation,
  addEvacuee,
  evacueesOf,
  findEvacuation,
  listEvacuations,
  updateEvacuee,
  voidEvacuation,
  type Evacuation,
  type Evacuee,
} from '@db/repositories/evacuations'
import type { StoreContext } from '@db/context'
import { findInRoster } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import type { evacuationsContract } from '@shared/contract/evacuations'
import { failure } from '@shared/contract/failure'
import type { EvacuationOutcome } from '@shared/domain/evacuations/vocabulary'
import type { HandlersOf } from '../../core/context'
import { findVillage } from '../villages/places'
import { evacuationRows } from './list'

type Rounds = Pick<
  typeof evacuationsContract,
  | 'evacuations.rounds'
  | 'evacuations.begin'
  | 'evacuations.round'
  | 'evacuations.tick'
  | 'evacuations.voidRound'
>

/** Drills and real transfers: who was on the list that day, and who was brought where when. */
export const roundHandlers: HandlersOf<Rounds> = {
  'evacuations.rounds': (ctx) =>
    listEvacuations(ctx).flatMap((round) => {
      const seen = seenEvacuees(ctx, round.id)
      return isSeen(ctx, round, seen) ? [shownRound(ctx, round, seen)] : []
    }),

  'evacuations.begin': (ctx, { kind, day, villageId, note }) => {
    if (day > ctx.today)
      throw failure('VALIDATION', '这一天还没到，没有登记。', { day: '不能晚于今天' })
    if (villageId !== null) findVillage(ctx, villageId)
    else if (ctx.scope.villages !== null)
      throw failure('VALIDATION', '全镇的转移由镇里登记，没有保存。请选择本村。', {
        villageId: '请选择本村',
      })
    const listed = evacuationRows(ctx, { villageId: villageId ?? undefined })
    if (listed.length === 0)
      throw failure(
        'VALIDATION',
        '转移名单里没有人，没有登记。请先在档案里写明隐患区域或安排转移。',
      )
    const id = addEvacuation(ctx, { kind, day, villageId, note })
    for (const { recipientId } of listed) addEvacuee(ctx, { evacuationId: id, recipientId })
    return { id, people: listed.length }
  },

  'evacuations.round': (ctx, { id }) => {
    const { round, seen } = requireRound(ctx, id)
    const planned = new Map(evacuationRows(ctx, {}).map((row) => [row.recipientId, row]))
    return {
      ...shownRound(ctx, round, seen),
      evacuees: seen.map((row) => {
        const { name, villageName, villageGroupName } = findInRoster(ctx, row.recipientId)!
        const plan = planned.get(row.recipientId)
        return {
          id: row.id,
          recipientId: row.recipientId,
          name,
          villageName,
          villageGroupName,
          mover: plan?.mover ?? null,
          moverPhone: plan?.moverPhone ?? null,
          shelter: plan?.plan?.shelter ?? null,
          outcome: row.outcome,
          time: row.time,
          note: row.note,
        }
      }),
    }
  },

  'evacuations.tick': (ctx, { id, evacueeIds, outcome, time, note }) => {
    if (outcome === 'refused' && note === null) {
      throw failure('VALIDATION', '不肯转移的，还要写明怎么办、谁守着，没有登记。', {
        note: '请写明怎么办',
      })
    }
    const { seen } = requireRound(ctx, id)
    const known = new Set(seen.map((row) => row.id))
    for (const one of evacueeIds) {
      if (!known.has(one))
        throw failure('NOT_FOUND', '选中的人里有不在这次名单上的，没有登记。请刷新后再试。')
      updateEvacuee(ctx, one, {
        outcome,
        time: outcome === null ? null : time,
        note: outcome === null ? null : note,
      })
    }
    return { ticked: evacueeIds.length }
  },

  'evacuations.voidRound': (ctx, { id, reason }) => {
    const { round, seen } = requireRound(ctx, id)
    if (seen.length < evacueesOf(ctx, round.id).length)
      throw failure('FORBIDDEN', '这次转移里也有您看不到的人，没有隐去。请找经办人办理。')
    voidEvacuation(ctx, id, reason)
    return {}
  },
}

/** Those of a round whom the operator may see. */
const seenEvacuees = (ctx: StoreContext, id: number): Evacuee[] =>
  evacueesOf(ctx, id).filter(({ recipientId }) => findInRoster(ctx, recipientId))

/** A round is seen by who may see its village, or somebody of it. */
const isSeen = ({ scope }: StoreContext, { villageId }: Evacuation, seen: readonly Evacuee[]) =>
  seen.length > 0 ||
  (scope.groups === null &&
    (scope.villages === null || (villageId !== null && scope.villages.includes(villageId))))

function requireRound(ctx: StoreContext, id: number): { round: Evacuation; seen: Evacuee[] } {
  const round = findEvacuation(ctx, id)
  const seen = round ? seenEvacuees(ctx, id) : []
  if (!round || !isSeen(ctx, round, seen))
    throw failure('NOT_FOUND', '找不到这次转移，可能已被更正隐去。请刷新后再试。')
  return { round, seen }
}

function shownRound(ctx: StoreContext, round: Evacuation, seen: readonly Evacuee[]) {
  const { id, kind, day, villageId, note } = round
  const village = allVillages(ctx).find((one) => one.id === villageId)
  const counted = (outcome: EvacuationOutcome): number =>
    seen.filter((row) => row.outcome === outcome).length
  return {
    id,
    kind,
    day,
    villageId,
    villageName: village ? villageNameOn(village, day) : null,
    note,
    people: seen.length,
    moved: counted('moved'),
    away: counted('away'),
    refused: counted('refused'),
  }
}
