import { updateRecipient, type Recipient, type RecipientPatch } from '@db/repositories/recipients'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { CommandContext } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { housematesOf } from './members'

/** Facts that people under one roof share. */
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

/** Others of the household for whom an edit is to hold too; nobody else can be named. */
export function requireHousemates(
  ctx: CommandContext,
  id: number,
  others: readonly number[],
): RosterPerson[] {
  const home = new Set(housematesOf(ctx, id).map((one) => one.id))
  return [...new Set(others)].map((other) => {
    const person = requirePerson(ctx, other)
    if (home.has(other)) return person
    throw failure(
      'CONFLICT',
      `${person.name}没有登记在这一户，没有保存。请去掉“同时改到${person.name}的档案”后再保存。`,
      { alsoFor: `${person.name}不在这一户` },
    )
  })
}

/** One edit of address, phone or housing for several files of a home. */
export function shareWithHousemates(
  ctx: CommandContext,
  others: readonly RosterPerson[],
  patch: RecipientPatch,
): void {
  const both = Object.fromEntries(
    shared.filter((key) => patch[key] !== undefined).map((key) => [key, patch[key]]),
  )
  for (const { id } of others) updateRecipient(ctx, id, both)
}

/** The part of a patch that differs from what is on file. */
export function changedFacts(current: Recipient | null, patch: RecipientPatch): RecipientPatch {
  const changed = Object.entries(patch).filter(
    ([key, value]) =>
      JSON.stringify(current?.[key as keyof Recipient] ?? null) !== JSON.stringify(value ?? null),
  )
  return Object.fromEntries(changed) as RecipientPatch
}
