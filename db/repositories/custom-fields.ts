import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CustomValue, CustomValues } from '@shared/domain/custom-fields/custom-field'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { customField, customValue } from '../schema'

export type StoredCustomField = typeof customField.$inferSelect

/** What definitions are read from, for whoever keeps values derived from them. */
export const customFieldTables = [customField]

/** All definitions in their order, retired ones included. */
export function customFields(ctx: StoreContext): readonly StoredCustomField[] {
  return ctx.memo.derive('custom-fields', [customField], () =>
    ctx.db
      .select()
      .from(customField)
      .where(isNull(customField.voidedAt))
      .orderBy(asc(customField.position), asc(customField.id))
      .all(),
  )
}

export const findCustomField = (ctx: StoreContext, id: number): StoredCustomField | undefined =>
  customFields(ctx).find((field) => field.id === id)

export const addCustomField = (ctx: WriteContext, values: NewRecord<typeof customField>): number =>
  ctx.writer.create(customField, values)

export function updateCustomField(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof customField>,
  revision?: number,
): void {
  ctx.writer.update(customField, id, patch, revision === undefined ? {} : { revision })
}

const nothing: CustomValues = new Map()

/** What every file says, whoever may see it. */
export function allCustomValues(ctx: StoreContext): ReadonlyMap<number, CustomValues> {
  return ctx.memo.derive('custom-values', [customValue], () => {
    const rows = ctx.db
      .select({
        recipientId: customValue.recipientId,
        fieldId: customValue.customFieldId,
        value: customValue.value,
      })
      .from(customValue)
      .where(isNull(customValue.voidedAt))
      .all()
    const byPerson = new Map<number, Map<number, CustomValue>>()
    for (const { recipientId, fieldId, value } of rows) {
      if (value === null) continue
      const own = byPerson.get(recipientId)
      if (own) own.set(fieldId, value)
      else byPerson.set(recipientId, new Map([[fieldId, value]]))
    }
    return byPerson
  })
}

export const customValuesOf = (ctx: StoreContext, recipientId: number): CustomValues =>
  allCustomValues(ctx).get(recipientId) ?? nothing

/** Writes what a file says in a field; null empties it. */
export function writeCustomValue(
  ctx: WriteContext,
  recipientId: number,
  customFieldId: number,
  value: CustomValue | null,
): void {
  const known = ctx.db
    .select({ id: customValue.id })
    .from(customValue)
    .where(
      and(
        eq(customValue.recipientId, recipientId),
        eq(customValue.customFieldId, customFieldId),
        isNull(customValue.voidedAt),
      ),
    )
    .get()
  if (known) ctx.writer.update(customValue, known.id, { value })
  else if (value !== null) ctx.writer.create(customValue, { recipientId, customFieldId, value })
}

/** One stored value, for giving back what it was. */
export const storedCustomValue = (ctx: StoreContext, id: number) =>
  ctx.db.select().from(customValue).where(eq(customValue.id, id)).get()
