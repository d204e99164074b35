import type { StoreContext } from '@db/context'
import { fundEntriesOf, fundEntryEver, type FundEntry } from '@db/repositories/funds'
import { changesBySet } from '@db/undo'
import { lowestBalance } from '@shared/domain/funds/balance'

/** What else came in and went out of the line of an entry. */
export const entriesBeside = (
  ctx: StoreContext,
  { id, fundLineId }: Pick<FundEntry, 'id' | 'fundLineId'>,
): FundEntry[] => fundEntriesOf(ctx, [fundLineId]).filter((one) => one.id !== id)

/**
 * Whether taking an act back would leave a line below zero without a reason: an income recorded and
 * spent since, or an expense struck off whose money went elsewhere since.
 */
export function undoOverdraws(ctx: StoreContext, changeSetId: number): boolean {
  return changesBySet(ctx, changeSetId).some(({ entity, recordId, kind }) => {
    const entry = entity === 'fund_entry' ? fundEntryEver(ctx, recordId) : undefined
    if (!entry || entry.overdraftReason !== null) return false
    const goes = kind === 'create'
    if (goes !== (entry.direction === 'in')) return false
    const others = entriesBeside(ctx, entry)
    return lowestBalance(goes ? others : [...others, entry], entry.day) < 0
  })
}
