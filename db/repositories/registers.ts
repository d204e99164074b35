import { and, asc, count, eq, gte, isNull, lte, max, or, sql, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { RegisterDefinition } from '@shared/domain/registers/definition'
import {
  fieldWords,
  type EntryValues,
  type FieldValue,
  type NameOf,
} from '@shared/domain/registers/values'
import { mayDo } from '@shared/domain/rights'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { register, registerEntry, registerLink, registerVersion } from '../schema'
import { conditionsOf, containing, type CaseFilter } from './ledgers'

export type StoredRegister = typeof register.$inferSelect
export type RegisterEntry = typeof registerEntry.$inferSelect

/** The table of entries, for the operations that every ledger shares. */
export const entryTable = registerEntry

export interface RegisterVersion {
  readonly id: number
  readonly registerId: number
  readonly version: number
  readonly definition: RegisterDefinition
  readonly savedAt: string
  readonly note: string | null
}

/** Every register with its versions, the oldest first. */
export interface KnownRegister extends StoredRegister {
  readonly versions: readonly RegisterVersion[]
}

export function allRegisters(ctx: StoreContext): readonly KnownRegister[] {
  return ctx.memo.derive('registers', [register, registerVersion], () => {
    const versions = ctx.db
      .select()
      .from(registerVersion)
      .where(isNull(registerVersion.voidedAt))
      .orderBy(asc(registerVersion.version))
      .all()
    const registers = ctx.db
      .select()
      .from(register)
      .where(isNull(register.voidedAt))
      .orderBy(asc(register.position), asc(register.id))
      .all()
    return registers.map((one) => ({
      ...one,
      versions: versions.filter(({ registerId }) => registerId === one.id),
    }))
  })
}

export const findRegister = (ctx: StoreContext, id: number): KnownRegister | undefined =>
  allRegisters(ctx).find((one) => one.id === id)

export function addRegister(
  ctx: WriteContext,
  { definition, preset }: { definition: RegisterDefinition; preset: string | null },
): number {
  const id = ctx.writer.create(register, {
    name: definition.name,
    version: 1,
    preset,
    retired: false,
    position: allRegisters(ctx).length,
  })
  addVersion(ctx, { registerId: id, version: 1, definition, note: null })
  return id
}

export function reviseRegister(
  ctx: WriteContext,
  known: KnownRegister,
  {
    definition,
    note,
    revision,
  }: { definition: RegisterDefinition; note: string | null; revision: number },
): number {
  const version = known.version + 1
  ctx.writer.update(register, known.id, { name: definition.name, version }, { revision })
  addVersion(ctx, { registerId: known.id, version, definition, note })
  return version
}

const addVersion = (
  ctx: WriteContext,
  values: Omit<NewRecord<typeof registerVersion>, 'savedAt'>,
): number => ctx.writer.create(registerVersion, { ...values, savedAt: ctx.now })

export const retireRegister = (
  ctx: WriteContext,
  { id, retired, revision }: { id: number; retired: boolean; revision: number },
): boolean => ctx.writer.update(register, id, { retired }, { revision })

// ── Entries ──

/** Whose entries may be shown: those about these people, or about nobody but of these villages. */
export interface EntryReach {
  readonly people: ReadonlySet<number>
  /** Null leaves out what is about nobody. */
  readonly villageIds: readonly number[] | null
}

/** Which entries of a register; what is left out does not restrict. */
export interface EntriesWanted {
  readonly registerId: number
  /** Null is everybody's. */
  readonly reach: EntryReach | null
  readonly villageId?: number
  /** Words of the entry itself. */
  readonly words?: string
}

/** Which entries are wanted, as conditions of their table for the operations all ledgers share. */
export function entryConditions({
  registerId,
  reach,
  villageId,
  words,
}: EntriesWanted): (SQL | undefined)[] {
  return [
    eq(registerEntry.registerId, registerId),
    reach ? within(reach) : undefined,
    villageId === undefined ? undefined : eq(registerEntry.villageId, villageId),
    ...(words === undefined ? [] : containing([registerEntry.words], words)),
  ]
}

/** Opened between these days, both included; what is left out does not restrict. */
export const openedBetween = (from?: Day, to?: Day): (SQL | undefined)[] => [
  from === undefined ? undefined : gte(registerEntry.openedOn, from),
  to === undefined ? undefined : lte(registerEntry.openedOn, to),
]

function within({ people, villageIds }: EntryReach): SQL | undefined {
  const ids = JSON.stringify([...people])
  const about = sql`+${registerEntry.recipientId} in (select value from json_each(${ids}))`
  if (villageIds === null) return about
  const villages = JSON.stringify(villageIds)
  const ofNobody = sql`+${registerEntry.villageId} in (select value from json_each(${villages}))`
  return or(about, and(isNull(registerEntry.recipientId), ofNobody))
}

/** The next running number of a register within a period of its numbering. */
export function nextSerial(ctx: StoreContext, registerId: number, numberedIn: string): number {
  const found = ctx.db
    .select({ last: max(registerEntry.serial) })
    .from(registerEntry)
    .where(and(eq(registerEntry.registerId, registerId), eq(registerEntry.numberedIn, numberedIn)))
    .get()
  return (found?.last ?? 0) + 1
}

/** How many entries were made under each version. */
export function entriesByVersion(
  ctx: StoreContext,
  registerId: number,
): ReadonlyMap<number, number> {
  const rows = ctx.db
    .select({ versionId: registerEntry.versionId, entries: count() })
    .from(registerEntry)
    .where(and(eq(registerEntry.registerId, registerId), isNull(registerEntry.voidedAt)))
    .groupBy(registerEntry.versionId)
    .all()
  return new Map(rows.map(({ versionId, entries }) => [versionId, entries]))
}

/** What the register of an entry is called; empty for an entry that is not known. */
export function registerNames(ctx: StoreContext): (entryId: number) => string {
  const names = new Map(allRegisters(ctx).map(({ id, name }) => [id, name]))
  return (entryId) => {
    const entry = ctx.db
      .select({ registerId: registerEntry.registerId })
      .from(registerEntry)
      .where(eq(registerEntry.id, entryId))
      .get()
    return (entry && names.get(entry.registerId)) ?? ''
  }
}

/** One field of an entry that a change touched: its name, and its value before and after in words. */
export interface ValueChange {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** What a change of an entry's values says field by field, by the definition the entry goes by. */
export function valueChanges(
  ctx: StoreContext,
  entry: { registerId: number; versionId: number },
  { from, to, nameOf }: { from: EntryValues; to: EntryValues; nameOf: NameOf },
): ValueChange[] {
  const versions = findRegister(ctx, entry.registerId)?.versions ?? []
  const own = versions.find(({ id }) => id === entry.versionId)
  const fields = [own, ...versions.toReversed()].flatMap((one) => one?.definition.fields ?? [])
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((code) => {
    const field = fields.find((one) => one.code === code)
    if (!field || (field.isSensitive && !mayDo(ctx.operator.role, 'sensitive.read'))) return []
    if (JSON.stringify(from[code]) === JSON.stringify(to[code])) return []
    const words = (value: FieldValue | undefined): string | null =>
      value === undefined ? null : fieldWords(field, value, nameOf)
    return [{ field: field.name, from: words(from[code]), to: words(to[code]) }]
  })
}

/** How many entries stand in each state; of these those still open, and past their day. */
export function countEntries(
  ctx: StoreContext,
  filter: CaseFilter,
): { state: string; count: number; open: number; overdue: number }[] {
  const isOpen = sql`${registerEntry.closedOn} is null`
  return ctx.db
    .select({
      state: registerEntry.state,
      count: count(),
      open: sql<number>`sum(${isOpen})`,
      overdue: sql<number>`sum(${isOpen} and coalesce(${registerEntry.dueOn} < ${ctx.today}, 0))`,
    })
    .from(registerEntry)
    .where(and(...conditionsOf(registerEntry, filter)))
    .groupBy(registerEntry.state)
    .all()
}

// ── Whom an entry names ──

export type EntryLink = Pick<
  NewRecord<typeof registerLink>,
  'field' | 'kind' | 'recipientId' | 'helperId'
>

/** Makes the links of an entry just these; those that stay are not written again. */
export function setLinks(ctx: WriteContext, entryId: number, wanted: readonly EntryLink[]): void {
  const held = ctx.db
    .select()
    .from(registerLink)
    .where(and(eq(registerLink.entryId, entryId), isNull(registerLink.voidedAt)))
    .all()
  const key = ({ field, recipientId, helperId }: EntryLink): string =>
    `${field} ${recipientId ?? ''} ${helperId ?? ''}`
  const keys = new Set(wanted.map(key))
  for (const link of held) if (!keys.has(key(link))) ctx.writer.void(registerLink, link.id, '改选')
  const known = new Set(held.map(key))
  for (const link of wanted)
    if (!known.has(key(link))) ctx.writer.create(registerLink, { ...link, entryId })
}

/** Entries about a person or naming them, the latest first. */
export function entriesOfPerson(ctx: StoreContext, recipientId: number): RegisterEntry[] {
  const named = sql`${registerEntry.id} in (select entry_id from register_link
    where recipient_id = ${recipientId} and voided_at is null)`
  return ctx.db
    .select()
    .from(registerEntry)
    .where(
      and(isNull(registerEntry.voidedAt), or(eq(registerEntry.recipientId, recipientId), named)),
    )
    .orderBy(sql`${registerEntry.openedOn} desc`, sql`${registerEntry.id} desc`)
    .all()
}
