import { customFields, customValuesOf } from '@db/repositories/custom-fields'
import type { StoreContext } from '@db/context'
import { customKey, customWords, type CustomValue } from '@shared/domain/custom-fields/custom-field'
import { differenceOf } from '@shared/domain/imports/updates'
import type { PersonDraft } from '@shared/domain/imports/draft'
import type { Told } from './row-difference'

/** What a row says in the office's own fields and the file does not say so. */
export function customTold(
  ctx: StoreContext,
  personId: number,
  { custom }: Pick<PersonDraft, 'custom'>,
): Told[] {
  const held = customValuesOf(ctx, personId)
  return customFields(ctx).flatMap((field) => {
    const inLedger = custom[field.id]
    if (inLedger === undefined) return []
    const onFile = held.get(field.id) ?? null
    const words = (value: unknown): string => customWords(field, value as CustomValue | null)
    const own = { label: field.name, words }
    return [{ fact: customKey(field), kind: differenceOf(onFile, inLedger), onFile, inLedger, own }]
  })
}
