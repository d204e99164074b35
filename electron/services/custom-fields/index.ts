import {
  addCustomField,
  allCustomValues,
  customFields,
  findCustomField,
  updateCustomField,
  type StoredCustomField,
} from '@db/repositories/custom-fields'
import { loadRoster } from '@db/repositories/roster'
import type { StoreContext } from '@db/context'
import { fieldGuide } from '@electron/documents/forms/fields'
import { failure } from '@shared/contract/failure'
import { customFieldShape, type customFieldsContract } from '@shared/contract/custom-fields'
import {
  groupOfSection,
  nameRefusal,
  optionsAfter,
  type CustomKind,
  type CustomOption,
  type CustomSection,
} from '@shared/domain/custom-fields/custom-field'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'

const mostFields = 200

export const customFieldsHandlers: HandlersOf<typeof customFieldsContract> = {
  'customFields.list': (ctx) => {
    const values = allCustomValues(ctx)
    const people = loadRoster(ctx)
    return customFields(ctx).map((field) => ({
      ...definitionOf(field),
      files: people.filter(({ id }) => values.get(id)?.has(field.id)).length,
    }))
  },

  'customFields.add': (ctx, { name, kind, options, groups, ...rest }) => {
    const others = customFields(ctx)
    if (others.length >= mostFields)
      throw failure('VALIDATION', `最多 ${mostFields} 个自定义字段，没有添加。`)
    refuseName(name, others)
    const id = addCustomField(ctx, {
      ...rest,
      groups: groupsAsked(rest.section, groups),
      name,
      kind,
      options: settleOptions(kind, [], options),
      position: others.length,
    })
    return { id }
  },

  'customFields.change': (ctx, { id, revision, name, options, groups, ...rest }) => {
    const field = requireField(ctx, id)
    refuseName(
      name,
      customFields(ctx).filter((one) => one.id !== id),
    )
    const settled = settleOptions(field.kind, field.options, options)
    const asked = groupsAsked(rest.section, groups)
    updateCustomField(ctx, id, { ...rest, groups: asked, name, options: settled }, revision)
    return {}
  },

  'customFields.retire': (ctx, { id, revision, retired }) => {
    requireField(ctx, id)
    updateCustomField(ctx, id, { retired }, revision)
    return {}
  },

  'customFields.reorder': (ctx, { ids }) => {
    const known = customFields(ctx).map(({ id }) => id)
    const first = [...new Set(ids)].filter((id) => known.includes(id))
    const order = [...first, ...known.filter((id) => !first.includes(id))]
    order.forEach((id, position) => updateCustomField(ctx, id, { position }))
    return {}
  },
}

/** A definition as it is told; what the record keeps for itself stays out. */
const definitionOf = (field: StoredCustomField) => customFieldShape.parse(field)

/** The section of one group is shown to nobody else, so nobody else is asked. */
function groupsAsked(
  section: CustomSection,
  groups: RecipientGroup[] | null,
): RecipientGroup[] | null {
  const only = groupOfSection(section)
  return only ? [only] : groups
}

function requireField(ctx: StoreContext, id: number): StoredCustomField {
  const field = findCustomField(ctx, id)
  if (!field) throw failure('NOT_FOUND', '没有这个自定义字段，没有改动。请刷新后再试。')
  return field
}

function refuseName(name: string, others: readonly StoredCustomField[]): void {
  const tags = new Set(fieldGuide().map(({ tag }) => tag))
  const told = nameRefusal(name, others, tags)
  if (told) throw failure('VALIDATION', `没有保存：${told}。`, { name: told })
}

function settleOptions(
  kind: CustomKind,
  known: readonly CustomOption[],
  typed: readonly { code?: string; label: string }[],
): CustomOption[] {
  if (kind !== 'choice') return []
  const settled = typed.length === 0 ? { fault: '请至少写一个选项' } : optionsAfter(known, typed)
  if ('fault' in settled)
    throw failure('VALIDATION', `没有保存：${settled.fault}。`, { options: settled.fault })
  return [...settled.options]
}
