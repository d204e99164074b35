import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import { customFields, customFieldTables, customValuesOf } from '@db/repositories/custom-fields'
import { allRecipients } from '@db/repositories/recipients'
import type { RosterPerson } from '@db/repositories/roster'
import { completenessOf, type Completeness } from '@shared/domain/completeness/completeness'
import { knownFacts } from '@shared/domain/completeness/known-facts'
import { requiredRule } from '@shared/domain/completeness/custom-rules'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import { completenessRules, type CompletenessRule } from '@shared/domain/completeness/rules'
import { tierOf } from '../service-tiers/tiers'

export type FileCompleteness = Completeness

/** The program's rules and the office's own 必填 fields. */
export const rulesInForce = (ctx: StoreContext): readonly CompletenessRule[] =>
  ctx.memo.derive('completenessRules', customFieldTables, () => [
    ...completenessRules,
    ...customFields(ctx).flatMap((field) => requiredRule(field) ?? []),
  ])

const kept = keptWith<RosterPerson, FileCompleteness>()

/** How complete a person's file is. */
export function completenessOfPerson(ctx: StoreContext, person: RosterPerson): FileCompleteness {
  const { id, groups, family } = person
  const record = allRecipients(ctx).get(id)!
  const tier = tierOf(ctx, person)
  const customValues = customValuesOf(ctx, id)
  const rules = rulesInForce(ctx)
  return kept(person, [record, tier, customValues, rules], () => {
    const serviceTierIsSure = tier.unknown.length === 0
    const known = new Set<string>(knownFacts({ ...record, family, serviceTierIsSure }))
    for (const fieldId of customValues.keys()) known.add(customKey({ id: fieldId }))
    return completenessOf({ groups, known }, rules)
  })
}
