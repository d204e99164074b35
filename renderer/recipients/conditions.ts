import type { InputOf } from '../api'
import { readCustomFilter } from '../custom-fields/CustomFilter'

/** The conditions of the list of 关爱对象 as they stand in an address; '' is no condition. */
export const noConditions = {
  text: '',
  village: '',
  status: 'active',
  category: '',
  tier: '',
  group: '',
  standing: '',
  helper: '',
  missing: '',
  /** `12:值`: a condition on an own field of the office. */
  custom: '',
}
export type Conditions = typeof noConditions

type Filter = NonNullable<InputOf<'recipients.list'>['filter']>

/** Whom the conditions mean; the list and every paper read them alike. */
export function filterOf(conditions: Conditions): Filter {
  const { text, village, status, category, tier, group, standing, helper, missing } = conditions
  const { fieldId, wanted } = readCustomFilter(conditions.custom)
  return {
    text: text || undefined,
    villageId: village ? Number(village) : undefined,
    status: status === 'any' ? undefined : status || undefined,
    category: category || undefined,
    tier: tier || undefined,
    group: group || undefined,
    standing: standing || undefined,
    withoutHelper: helper === 'none' || undefined,
    missing: missing || undefined,
    custom: fieldId === null ? undefined : { fieldId, value: wanted },
  } as Filter
}
