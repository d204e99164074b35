import { customKey, type CustomField } from '../custom-fields/custom-field'
import type { CompletenessRule } from './rules'

/** As much as an ordinary fact of the survey. */
const usualWeight = 3

/** What a 必填 field of the office asks; null where it asks nothing. */
export function requiredRule(field: CustomField): CompletenessRule | null {
  const { name, section, groups, required, retired } = field
  if (!required || retired) return null
  return {
    fact: customKey(field),
    label: name,
    part: section,
    groups,
    weight: usualWeight,
    question: `问一问“${name}”`,
  }
}
