import type { StoreContext } from '@db/context'
import { customFields, customTables, customValuesOf } from '@db/repositories/custom-fields'
import { allRecipients } from '@db/repositories/recipients'
import { derivedFromRoster, type RosterPerson } from '@db/repositories/roster'
import { tierTables } from '@db/repositories/service-tiers'
import { completenessOf, type Completeness } from '@shared/domain/completeness/completeness'
import { knownFacts } from '@shared/domain/completeness/known-facts'
import { requiredRule } from '@shared/domain/completeness/custom-rules'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import { completenessRules, type CompletenessRule } from '@shared/domain/completeness/rules'
import { tierOf } from '../service-tiers/tiers'

export type FileCompleteness = Completeness

/** The program's rules and the office's own 必填 fields. */
export const rulesInForce = (ctx: StoreContext): readonly CompletenessRule[] => [
  ...completenessRules,
  ...customFields(ctx).flatMap((field) => requiredRule(field) ?? []),
]

/** How complete a person's file is; worked out for everybody at once and kept as the roster is. */
export function completenessOfPerson(ctx: StoreContext, { id }: RosterPerson): FileCompleteness {
  const ofAll = derivedFromRoster(ctx, 'completeness', (people) => scoreAll(ctx, people), [
    ...tierTables,
    ...customTables,
  ])
  return ofAll.get(id)!
}

function scoreAll(
  ctx: StoreContext,
  people: readonly RosterPerson[],
): ReadonlyMap<number, FileCompleteness> {
  const records = allRecipients(ctx)
  const rules = rulesInForce(ctx)
  return new Map(
    people.map((person) => {
      const { id, groups, family } = person
      const serviceTierIsSure = tierOf(ctx, person).unknown.length === 0
      const known = new Set<string>(knownFacts({ ...records.get(id)!, family, serviceTierIsSure }))
      for (const fieldId of customValuesOf(ctx, id).keys()) known.add(customKey({ id: fieldId }))
      return [id, completenessOf({ groups, known }, rules)]
    }),
  )
}
