import { useQueryOp, type OutputOf } from '../api'

export type CustomFieldRow = OutputOf<'customFields.list'>[number]

const none: readonly CustomFieldRow[] = []

/** The office's own fields in their order, retired ones included. */
export function useCustomFields(): readonly CustomFieldRow[] {
  return useQueryOp('customFields.list', {}).data ?? none
}
