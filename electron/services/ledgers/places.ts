import type { CaseFilter } from '@db/repositories/ledgers'
import { ofVillages } from '@db/repositories/ledgers'
import type { StoreContext } from '@db/context'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { Day } from '@shared/domain/calendar/types'
import { requireVillage, requireWholeTownship } from '../../core/rights'
import type { CaseQuestion } from './cases'

/** Ledgers about villages and the township rather than about people: tasks, findings. */

/**
 * Resolves a question to what the repository reads. Whoever answers for some villages sees theirs;
 * what belongs to no village is the township's alone, and whoever leads a group sees none of it.
 */
export function placeFilterOf(
  ctx: StoreContext,
  { villageId, state, helperId, overdue, text }: Omit<CaseQuestion, 'recipientId'>,
  { column, words }: PlaceColumns,
): CaseFilter {
  const { villages, groups } = ctx.scope
  if (groups !== null) requireWholeTownship(ctx)
  if (villageId !== undefined) requireVillage(ctx, villageId)
  const seen = villageId === undefined ? villages : [villageId]
  const wanted = text?.trim()
  return {
    people: null,
    state,
    helperId,
    overdueOn: overdue ? ctx.today : undefined,
    also: [
      ...(seen === null ? [] : [ofVillages(column, seen)]),
      ...((wanted && words(wanted)) || []),
    ],
  }
}

interface PlaceColumns {
  /** The ledger's column of the village. */
  column: Parameters<typeof ofVillages>[0]
  /** Conditions that find a text in a case's own words. */
  words: (text: string) => CaseFilter['also']
}

/** A village there is and that the operator answers for. */
export function checkVillage(ctx: StoreContext, villageId: number): void {
  requireVillage(ctx, villageId)
  if (allVillages(ctx).some(({ id }) => id === villageId)) return
  throw failure('VALIDATION', '找不到这个村（社区），没有保存。请刷新后再选。', {
    villageId: '没有这个村（社区）',
  })
}

/** The name each village had on a day, by its id. */
export function villageNames(ctx: StoreContext, day: Day = ctx.today): ReadonlyMap<number, string> {
  return new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, day)]))
}
