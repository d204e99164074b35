import { storedCustomValue } from '@db/repositories/custom-fields'
import { getFamilyMember, updateFamilyMember } from '@db/repositories/families'
import {
  changedValue,
  historyOf,
  referenceNames,
  type HistoryEntry,
} from '@db/repositories/history'
import { getRecipient, updateRecipient } from '@db/repositories/recipients'
import type { StoreContext } from '@db/context'
import type { OutputOf } from '@shared/contract'
import type { CustomValue } from '@shared/domain/custom-fields/custom-field'
import { failure } from '@shared/contract/failure'
import { factsInput, familyMemberInput } from '@shared/contract/recipient-facts'
import type { CommandContext } from '../../core/context'
import { saveCustomValues } from '../custom-fields/values'
import { settleFacts } from './facts'
import { restorablePeriodFields, restorePeriod } from './period-restore'
import { requirePerson } from './person'

/** What can be given back: facts that stand for themselves, and dated ones as far as the days allow. */
const restorable: Readonly<Record<string, ReadonlySet<string>>> = {
  ...Object.fromEntries(
    Object.entries(restorablePeriodFields).map(([entity, fields]) => [entity, new Set(fields)]),
  ),
  recipient: new Set(Object.keys(factsInput.shape)),
  custom_value: new Set(['value']),
  family_member: new Set(
    Object.keys(familyMemberInput.shape).filter((key) => !['absence', 'returnedOn'].includes(key)),
  ),
}

export function readHistory(
  ctx: StoreContext,
  { id, limit }: { id: number; limit: number },
): OutputOf<'recipients.history'> {
  requirePerson(ctx, id)
  const names = referenceNames(ctx)
  return historyOf(ctx, id, limit).map((entry) => ({
    id: entry.id,
    at: entry.at,
    operatorName: entry.operatorName,
    operation: entry.operation,
    cause: entry.cause,
    entity: entry.entity,
    subject: entry.subject,
    kind: entry.kind,
    fields: entry.fields.map(({ field, from, to }) => ({
      field,
      from: names(field, from) ?? from,
      to: names(field, to) ?? to,
      restorable: canRestore(id, entry, field, from),
    })),
  }))
}

function canRestore(id: number, entry: HistoryEntry, field: string, before: unknown): boolean {
  const { kind, entity, recordId, current } = entry
  return (
    kind === 'update' &&
    (entity !== 'recipient' || recordId === id) &&
    current['voidedAt'] === null &&
    (restorable[entity]?.has(field) ?? false) &&
    JSON.stringify(current[field] ?? null) !== JSON.stringify(before ?? null)
  )
}

/** Gives a fact the value it had before a change, checked as if it were typed in today. */
export function restoreValue(
  ctx: CommandContext,
  input: { id: number; changeId: number; field: string },
): Record<string, never> {
  const { id, changeId, field } = input
  const person = requirePerson(ctx, id)
  const found = changedValue(ctx, id, changeId, field)
  if (!found || !restorable[found.entity]?.has(field)) {
    throw failure('NOT_FOUND', '这一项不能从变更记录里恢复，没有改动。请在档案里直接修改。')
  }
  const { entity, recordId, before } = found
  if (entity === 'recipient' && recordId === id) {
    const file = getRecipient(ctx, id)!
    updateRecipient(ctx, id, settleFacts(ctx, { [field]: before }, file, { alsoRetired: true }))
  } else if (entity === 'custom_value') {
    const stored = storedCustomValue(ctx, recordId)
    if (!stored) throw failure('NOT_FOUND', '没有这一项，没有恢复。')
    const value = before as CustomValue | null
    saveCustomValues(ctx, id, { [stored.customFieldId]: value })
  } else if (entity === 'family_member' && getFamilyMember(ctx, recordId)) {
    updateFamilyMember(ctx, recordId, { [field]: before })
  } else if (entity in restorablePeriodFields) {
    restorePeriod(ctx, person, entity, recordId, field, before)
  } else {
    throw failure('CONFLICT', '这条记录已被更正隐去，没有恢复。')
  }
  return {}
}
