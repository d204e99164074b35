import type { StoreContext } from '@db/context'
import {
  entryTable,
  findRegister,
  type EntryReach,
  type KnownRegister,
  type RegisterEntry,
  type RegisterVersion,
} from '@db/repositories/registers'
import { findCase } from '@db/repositories/ledgers'
import { loadRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { RegisterDefinition } from '@shared/domain/registers/definition'
import { requirePerson } from '../recipients/person'

/** Who may see which registers and entries. */

export function requireRegister(ctx: StoreContext, id: number): KnownRegister {
  const known = findRegister(ctx, id)
  if (known) return known
  throw failure('NOT_FOUND', '找不到这本登记簿。请刷新后再试。')
}

export const newestOf = ({ versions }: KnownRegister): RegisterVersion => versions.at(-1)!

export function versionOf(known: KnownRegister, versionId: number): RegisterVersion {
  return known.versions.find(({ id }) => id === versionId)!
}

/** An entry the operator may see, with its register and the definition it goes by. */
export interface OpenEntry {
  readonly entry: RegisterEntry
  readonly known: KnownRegister
  readonly version: RegisterVersion
  readonly definition: RegisterDefinition
}

export function requireEntry(ctx: StoreContext, id: number): OpenEntry {
  const entry = findCase(ctx, entryTable, id)
  if (!entry || !isWithinReach(ctx, entry))
    throw failure(
      'NOT_FOUND',
      '找不到这一条记录，可能已被更正隐去，或不在您管的范围内。请刷新后再试。',
    )
  const known = requireRegister(ctx, entry.registerId)
  const version = versionOf(known, entry.versionId)
  return { entry, known, version, definition: version.definition }
}

/** An entry is seen by who may see whom it is about; one about nobody, by who answers for its village. */
export function isWithinReach(
  ctx: StoreContext,
  { recipientId, villageId }: Pick<RegisterEntry, 'recipientId' | 'villageId'>,
): boolean {
  const { villages, groups } = ctx.scope
  if (villages === null && groups === null) return true
  if (recipientId !== null) return loadRoster(ctx).some(({ id }) => id === recipientId)
  return groups === null && villageId !== null && villages!.includes(villageId)
}

/** The same for a list; null where everything may be seen. */
export function reachOf(ctx: StoreContext): EntryReach | null {
  const { villages, groups } = ctx.scope
  if (villages === null && groups === null) return null
  const people = new Set(loadRoster(ctx).map(({ id }) => id))
  return { people, villageIds: groups === null ? villages : null }
}

/** Refuses to write an entry the operator could not see afterwards. */
export function checkReach(
  ctx: StoreContext,
  { recipientId, villageId }: Pick<RegisterEntry, 'recipientId' | 'villageId'>,
): void {
  if (recipientId !== null) requirePerson(ctx, recipientId)
  else if (!isWithinReach(ctx, { recipientId, villageId }))
    throw failure(
      'FORBIDDEN',
      '这一条没有写明是谁、也不是您负责的村（社区），没有保存。请选人，或选您负责的村。',
    )
}
