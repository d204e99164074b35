import type { StoreContext } from '@db/context'
import { allRecipients } from '@db/repositories/recipients'
import { derivedFromRoster, type RosterPerson } from '@db/repositories/roster'
import { tierTables } from '@db/repositories/service-tiers'
import { completenessOf, type Completeness } from '@shared/domain/completeness/completeness'
import { knownFacts } from '@shared/domain/completeness/known-facts'
import { completenessRules } from '@shared/domain/completeness/rules'
import { tierOf } from '../service-tiers/tiers'

export type FileCompleteness = Completeness<(typeof completenessRules)[number]>

/** How complete a person's file is; worked out for everybody at once and kept as the roster is. */
export function completenessOfPerson(ctx: StoreContext, { id }: RosterPerson): FileCompleteness {
  const ofAll = derivedFromRoster(
    ctx,
    'completeness',
    (people) => scoreAll(ctx, people),
    tierTables,
  )
  return ofAll.get(id)!
}

function scoreAll(
  ctx: StoreContext,
  people: readonly RosterPerson[],
): ReadonlyMap<number, FileCompleteness> {
  const records = allRecipients(ctx)
  return new Map(
    people.map((person) => {
      const { id, groups, family } = person
      const serviceTierIsSure = tierOf(ctx, person).unknown.length === 0
      const known = knownFacts({ ...records.get(id)!, family, serviceTierIsSure })
      return [id, completenessOf({ groups, known }, completenessRules)]
    }),
  )
}
