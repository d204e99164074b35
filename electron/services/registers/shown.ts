import type { StoreContext } from '@db/context'
import { allHelpers } from '@db/repositories/helpers'
import type { KnownRegister, RegisterEntry } from '@db/repositories/registers'
import { loadRoster } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import type { EntryRow } from '@shared/contract/registers'
import { fieldOf, isAttached, type RegisterField } from '@shared/domain/registers/definition'
import { stateWords } from '@shared/domain/registers/machine'
import { fieldWords, type EntryValues, type NameOf } from '@shared/domain/registers/values'
import { stateOf } from '@shared/domain/registers/definition'
import { mayDo } from '@shared/domain/rights'
import { shownCases } from '../ledgers/cases'
import { newestOf, versionOf } from './access'

/** What of entries is shown, in words. */

/** Names of what values refer to; people outside the operator's reach have none. */
export function namesFor(ctx: StoreContext): NameOf {
  const people = new Map(loadRoster(ctx).map(({ id, name }) => [id, name]))
  const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  const villages = new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, ctx.today)]))
  return (kind, id) =>
    (kind === 'person' ? people : kind === 'helper' ? helpers : villages).get(id) ?? null
}

export const mayReadField = (
  { operator }: StoreContext,
  { isSensitive }: Pick<RegisterField, 'isSensitive'>,
): boolean => !isSensitive || mayDo(operator.role, 'sensitive.read')

/** Some fields of an entry in words, each with its name; null where it may not be read. */
export function shownFields(
  ctx: StoreContext,
  fields: readonly RegisterField[],
  values: EntryValues,
  nameOf: NameOf,
): { code: string; name: string; words: string | null }[] {
  return fields
    .filter(({ kind }) => !isAttached(kind))
    .map((field) => ({
      code: field.code,
      name: field.name,
      words: mayReadField(ctx, field) ? fieldWords(field, values[field.code], nameOf) : null,
    }))
}

/** Lines of a register's list: columns by its newest version, each value by the entry's own. */
export function shownEntries(
  ctx: StoreContext,
  known: KnownRegister,
  entries: readonly RegisterEntry[],
): EntryRow[] {
  const { listed } = newestOf(known).definition
  const nameOf = namesFor(ctx)
  return shownCases(ctx, entries).map(({ recipientId, ...row }, at) => {
    const entry = entries[at]!
    const { definition } = versionOf(known, entry.versionId)
    const fields = listed.flatMap((code) => fieldOf(definition, code) ?? [])
    return {
      ...row,
      recipientId: recipientId as number | null,
      registerId: known.id,
      number: entry.number,
      villageName: villageNameOf(entry, nameOf) ?? row.villageName,
      stateLabel: stateWords(definition, entry.state),
      isOpen: stateOf(definition, entry.state)?.open ?? false,
      listed: Object.fromEntries(
        shownFields(ctx, fields, entry.values, nameOf).map(({ code, words }) => [code, words]),
      ),
    }
  })
}

const villageNameOf = ({ villageId }: RegisterEntry, nameOf: NameOf): string | null =>
  villageId === null ? null : nameOf('village', villageId)
