import {
  customFields,
  customValuesOf,
  findCustomField,
  writeCustomValue,
} from '@db/repositories/custom-fields'
import type { StoreContext, WriteContext } from '@db/context'
import type { CustomInput } from '@shared/contract/custom-fields'
import { mayDo } from '@shared/domain/rights'
import { failure } from '@shared/contract/failure'
import {
  settleCustomValue,
  type CustomValue,
  type CustomValues,
} from '@shared/domain/custom-fields/custom-field'

/** Whether the operator may read what files say in a field. */
export const mayReadCustom = (
  ctx: StoreContext,
  { isSensitive }: { isSensitive: boolean },
): boolean => !isSensitive || mayDo(ctx.operator.role, 'sensitive.read')

type Shown = {
  custom: Record<string, CustomValue>
  sensitiveCustom: Record<string, CustomValue> | null
}

/** What a file says, sensitive fields apart; only `fields` where they are given. */
export function shownCustomValues(
  ctx: StoreContext,
  values: CustomValues,
  fields?: readonly number[],
): Shown {
  const shown: Shown = { custom: {}, sensitiveCustom: {} }
  for (const { id, isSensitive } of customFields(ctx)) {
    const value = values.get(id)
    if (value === undefined || (fields && !fields.includes(id))) continue
    if (isSensitive) shown.sensitiveCustom![id] = value
    else shown.custom[id] = value
  }
  return shown
}

/** Saves what was typed, refusing all of it where one value is wrong. */
export function saveCustomValues(ctx: WriteContext, recipientId: number, typed: CustomInput): void {
  const entries = Object.entries(typed)
  if (entries.length === 0) return
  const held = customValuesOf(ctx, recipientId)
  const faults: Record<string, string> = {}
  const settled = entries.flatMap(([key, value]) => {
    const field = findCustomField(ctx, Number(key))
    const was = held.get(Number(key)) ?? null
    if (!field || (field.retired && value !== was && value !== null)) {
      faults[`custom.${key}`] = field ? '这个字段已停用，只能清空' : '没有这个自定义字段'
      return []
    }
    const one = settleCustomValue(field, value, was, ctx.today)
    if ('value' in one) return [{ field, value: one.value }]
    faults[`custom.${key}`] = one.fault
    return []
  })
  const [first] = Object.entries(faults)
  if (first) {
    const name = findCustomField(ctx, Number(first[0].split('.')[1]))?.name ?? '自定义字段'
    throw failure('VALIDATION', `没有保存：${name}——${first[1]}。填写的内容都还在。`, faults)
  }
  for (const { field, value } of settled) writeCustomValue(ctx, recipientId, field.id, value)
}
