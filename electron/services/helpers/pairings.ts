import type { StoreContext, WriteContext } from '@db/context'
import {
  addPairing,
  allHelpers,
  endPairing,
  findPairing,
  pairingsByRecipient,
  pairingsOfRecipient,
  reachesBeyond,
  updatePairing,
  type Helper,
  type Pairing,
} from '@db/repositories/helpers'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { helpersContract, PairingRow } from '@shared/contract/helpers'
import { addDays } from '@shared/domain/calendar/days'
import { categoriesHeld } from '@shared/domain/categories/classify'
import type { Day } from '@shared/domain/calendar/types'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { classificationsOf } from '../classification'
import { complianceOf } from '../compliance/standings'
import { statedAge } from '../recipients/age'
import { requirePerson } from '../recipients/person'
import { helperServing } from './access'

type PairingHandlers = Pick<
  HandlersOf<typeof helpersContract>,
  Extract<keyof typeof helpersContract, `pairings.${string}`>
>

export const pairingHandlers: PairingHandlers = {
  'pairings.create': (ctx, { helperId, recipientIds, from, replaceReason, ...promise }) => {
    const { mode } = promise
    const helper = helperServing(ctx, helperId, from)
    if (helper.from !== null && from < helper.from) {
      throw failure('VALIDATION', '结对日期早于帮扶人开始帮扶的日期，没有保存。', {
        from: `不能早于 ${helper.from}`,
      })
    }
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    for (const person of people) refuseClosed(person)
    const eve = addDays(from, -1)
    let replaced = 0
    const ids: number[] = []
    for (const person of people) {
      const standing = pairingsOfRecipient(ctx, person.id).filter((row) => reachesBeyond(row, eve))
      if (standing.some((row) => row.helperId === helperId)) {
        throw failure(
          'CONFLICT',
          `${person.name}已经由${helper.name}结对帮扶，没有重复登记，其他人也没有登记。`,
        )
      }
      if (replaceReason !== null) {
        for (const row of standing) endPairing(ctx, row, eve, replaceReason)
        replaced += standing.length
      } else if (mode === 'oneToOne' && standing.length > 0) {
        throw failure(
          'CONFLICT',
          `${person.name}已有帮扶人，不能再一对一结对。请改为多对一，或选择由${helper.name}接替。`,
        )
      }
      const beginReason = standing.length > 0 ? replaceReason : null
      ids.push(addPairing(ctx, { helperId, recipientId: person.id, from, beginReason, ...promise }))
    }
    return { ids, replaced }
  },

  'pairings.update': (ctx, { id, revision, ...promise }) => {
    pairingOnFile(ctx, id)
    updatePairing(ctx, id, promise, revision)
    return {}
  },

  'pairings.end': (ctx, { ids, on, reason }) => {
    const rows = [...new Set(ids)].map((id) => pairingOnFile(ctx, id))
    const over = rows.find((row) => !reachesBeyond(row, on))
    if (over) throw failure('CONFLICT', `这条结对已于 ${over.to} 结束，没有再改。`)
    for (const row of rows) endPairing(ctx, row, on, reason)
    return {}
  },

  'pairings.ofRecipient': (ctx, { recipientId }) => {
    requirePerson(ctx, recipientId)
    return pairingRowsOf(ctx, pairingsOfRecipient(ctx, recipientId))
  },

  'pairings.unhelped': (ctx) => {
    const pairings = pairingsByRecipient(ctx)
    const names = helperNames(ctx)
    return unhelped(ctx).map((person) => {
      const last = lastPairing(pairings.get(person.id) ?? [])
      return {
        recipientId: person.id,
        recipientName: person.name,
        initials: person.initials ?? initialsOf(person.name),
        villageId: person.villageId,
        villageName: person.villageName || null,
        groupName: person.villageGroupName || null,
        age: statedAge(ctx, person.birthDate),
        categories: categoriesHeld(classificationsOf(ctx, person)),
        lastHelper: last && (names.get(last.helperId) ?? null),
        lastUntil: last?.to ?? null,
      }
    })
  },
}

/** The pairing, if the operator may see whom it is about. */
function pairingOnFile(ctx: StoreContext, id: number): Pairing {
  const row = findPairing(ctx, id)
  if (!row) throw failure('NOT_FOUND', '找不到这条结对记录。请刷新后再试。')
  requirePerson(ctx, row.recipientId)
  return row
}

/** People on file whom nobody helps today. */
export function unhelped(ctx: StoreContext): RosterPerson[] {
  return loadRoster(ctx).filter(
    ({ status, helpers }) => status === 'active' && helpers.length === 0,
  )
}

/** Pairings with names and today's state, those in force first, then by their beginning. */
export function pairingRowsOf(ctx: StoreContext, pairings: readonly Pairing[]): PairingRow[] {
  const names = helperNames(ctx)
  const people = complianceOf(ctx).byId
  return pairings
    .flatMap((row): PairingRow[] => {
      const standing = people.get(row.recipientId)
      // Somebody outside the operator's scope stays unnamed.
      if (!standing) return []
      const { person, state } = standing
      const current = holdsOn(row, ctx.today)
      return [
        {
          id: row.id,
          helperId: row.helperId,
          helperName: names.get(row.helperId) ?? '',
          recipientId: row.recipientId,
          recipientName: person.name,
          recipientStatus: person.status,
          villageName: person.villageName || null,
          revision: row.revision,
          mode: row.mode,
          role: row.role,
          commitment: row.commitment,
          frequency: row.frequency,
          hours: row.hours,
          from: row.from,
          to: row.to,
          beginReason: row.beginReason,
          endReason: row.endReason,
          current,
          state: current ? state : null,
        },
      ]
    })
    .sort((a, b) => Number(b.current) - Number(a.current) || (a.from < b.from ? 1 : -1))
}

/** A pairing goes on under another helper as it was promised, unless that one helps already. */
export function handOver(
  ctx: WriteContext,
  pairing: Pairing,
  to: Helper,
  from: Day,
  beginReason: string,
): void {
  const { recipientId, mode, role, commitment, frequency, hours } = pairing
  const already = pairingsOfRecipient(ctx, recipientId).some(
    (row) => row.helperId === to.id && reachesBeyond(row, addDays(from, -1)),
  )
  if (already) return
  const promise = { mode, role, commitment, frequency, hours }
  addPairing(ctx, { helperId: to.id, recipientId, from, beginReason, ...promise })
}

export function refuseClosed({ name, status, statusFrom }: RosterPerson): void {
  if (status === 'active') return
  throw failure(
    'VALIDATION',
    `${name}的档案已于 ${statusFrom ?? '此前'} 关闭，不能结对。请先恢复在册。`,
    { recipientIds: `${name}不在册` },
  )
}

export const helperNames = (ctx: StoreContext): ReadonlyMap<number, string> =>
  new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))

/** The pairing that ended last; one without an end has not. */
export function lastPairing(pairings: readonly Pairing[]): Pairing | null {
  return pairings.reduce<Pairing | null>(
    (last, row) => (last === null || (row.to ?? '9999') > (last.to ?? '9999') ? row : last),
    null,
  )
}
