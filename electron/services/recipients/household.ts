import {
  getRecipient,
  updateRecipient,
  type Recipient,
  type RecipientPatch,
} from '@db/repositories/recipients'
import { failure } from '@shared/contract/failure'
import type { CommandContext } from '../../core/context'
import { requirePerson } from './person'

/** Facts that a couple under one roof shares. */
const shared = [
  'phones',
  'hasNoPhone',
  'homeAddress',
  'householdAddress',
  'householdRegistered',
  'residenceState',
  'housingTenure',
  'housingStructure',
  'utilities',
  'housing',
  'housingGrade',
  'hazardZone',
] as const

/** One edit of address or phone for both files of a couple. */
export function shareWithSpouse(ctx: CommandContext, id: number, patch: RecipientPatch): void {
  const spouseId = getRecipient(ctx, id)?.spouseRecipientId
  if (spouseId == null) {
    throw failure('CONFLICT', '这份档案没有关联配偶，没有保存。请去掉“同时改到配偶档案”后再保存。')
  }
  requirePerson(ctx, spouseId)
  const both = Object.fromEntries(
    shared.filter((key) => patch[key] !== undefined).map((key) => [key, patch[key]]),
  )
  updateRecipient(ctx, spouseId, both)
}

/** The part of a patch that differs from what is on file. */
export function changedFacts(current: Recipient | null, patch: RecipientPatch): RecipientPatch {
  const changed = Object.entries(patch).filter(
    ([key, value]) =>
      JSON.stringify(current?.[key as keyof Recipient] ?? null) !== JSON.stringify(value ?? null),
  )
  return Object.fromEntries(changed) as RecipientPatch
}
