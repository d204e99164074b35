import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'
import { categoriesHeld } from '@shared/domain/categories/classify'
import { classificationsOf } from '../classification'

/**
 * What the rules need to know of a person. Categories are worked out only where a rule asks for
 * one; those that hold today are taken to hold throughout today's windows.
 */
export function cadenceFactsOf(
  ctx: StoreContext,
  person: RosterPerson,
  withCategories: boolean,
): CadenceFacts {
  return {
    statuses: person.statuses,
    groups: person.groupSpans,
    categories: withCategories
      ? categoriesHeld(classificationsOf(ctx, person)).map((category) => ({
          category,
          from: null,
          to: null,
        }))
      : [],
    risks: person.risks,
    exemptions: person.exemptions,
  }
}
