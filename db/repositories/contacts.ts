import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { compareDays, todayLocal } from '@shared/domain/calendar/days'
import type { Day, Instant, PartialDate } from '@shared/domain/calendar/types'
import type { CountedContact, CountQuery } from '@shared/domain/cadence/obligations'
import type { DayWindow, TextRange } from '@shared/domain/cadence/windows'
import { codesOf, contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { contact } from '../schema'

export type Contact = typeof contact.$inferSelect

/** Contacts that have not been voided are the only ones anybody counts or lists. */
const kept = isNull(contact.voidedAt)

// ── Counting ──

/** Answers to a plan's counts: one number per query, for each person somebody contacted. */
export type ContactCounts = ReadonlyMap<number, readonly number[]>

/**
 * Answers every query of a plan for all people at once. Queries overlap (a phone call counts as a
 * visit and as a call), so each kind and range is counted once, from the covering index
 * `contact_kind_date` alone, and added up where it belongs.
 */
export function countContacts(ctx: StoreContext, queries: readonly CountQuery[]): ContactCounts {
  const counts = new Map<number, number[]>()
  for (const slice of slicesOf(queries)) {
    for (const [recipientId, ...numbers] of countSlice(ctx, slice)) {
      let answers = counts.get(recipientId)
      if (!answers) {
        answers = Array.from<number>({ length: queries.length }).fill(0)
        counts.set(recipientId, answers)
      }
      for (let at = 0; at < numbers.length; at += 1) {
        for (const position of slice.asked[at]!.positions) answers[position]! += numbers[at]!
      }
    }
  }
  return counts
}

/** One kind within one range of date texts: a run of the index. */
interface Slice {
  readonly kind: ContactKind
  readonly range: TextRange
  /** What is counted in it: everything, or what was typed after a day; and for which queries. */
  readonly asked: { readonly typedAfter: Day | null; readonly positions: number[] }[]
}

function slicesOf(queries: readonly CountQuery[]): Slice[] {
  const slices = new Map<string, Slice>()
  queries.forEach(({ parts, typedAfter }, position) => {
    for (const { kind, ranges } of parts) {
      for (const range of ranges) {
        const key = [kind, range.lower, range.upper].join(' ')
        const slice = slices.get(key) ?? { kind, range, asked: [] }
        slices.set(key, slice)
        const known = slice.asked.find((one) => one.typedAfter === typedAfter)
        if (known) known.positions.push(position)
        else slice.asked.push({ typedAfter, positions: [position] })
      }
    }
  })
  return [...slices.values()]
}

/** Exported for the test that looks at its query plan. */
export const countSliceSql = (asked: readonly Pick<Slice['asked'][number], 'typedAfter'>[]) =>
  `select recipient_id, ${asked
    .map(({ typedAfter }) => (typedAfter === null ? 'count(*)' : 'sum(entered_at >= ?)'))
    .join(', ')}
   from contact indexed by contact_kind_date
   where voided_at is null and kind = ? and date between ? and ?
   group by recipient_id`

function countSlice(
  ctx: StoreContext,
  { kind, range, asked }: Slice,
): [id: number, ...counts: number[]][] {
  const late = asked.flatMap(({ typedAfter }) =>
    typedAfter === null ? [] : [endOfLocalDay(typedAfter)],
  )
  return ctx.db.$client
    .prepare(countSliceSql(asked))
    .raw()
    .all(...late, kind, range.lower, range.upper) as [number, ...number[]][]
}

/** The first instant after a local day: what was typed from then on was typed after it. */
function endOfLocalDay(day: Day): Instant {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date + 1).toISOString()
}

// ── Lists ──

export interface ContactFilter {
  recipientId?: number
  helperId?: number
  kind?: ContactKind
  /** Only these people's: a village's, or those the operator may see. Null is everybody's. */
  people: ReadonlySet<number> | null
  /** Date texts from–to in plain text order. */
  range?: TextRange
}

/** Where the page before ended. */
export interface ContactCursor {
  date: PartialDate
  id: number
}

/**
 * A page of contacts, latest day first. The list of one person or helper follows their own index;
 * the list of everybody merges the kinds, each read along `contact_kind_date` no further than the
 * page needs, so that a million records are as quick as a thousand.
 */
export function listContacts(
  ctx: StoreContext,
  filter: ContactFilter,
  after: ContactCursor | null,
  limit: number,
): Contact[] {
  const { recipientId, helperId, kind, people, range } = filter
  const conditions = [
    kept,
    after && lte(contact.date, after.date),
    after && or(lt(contact.date, after.date), lt(contact.id, after.id)),
    range && gte(contact.date, range.lower),
    range && lte(contact.date, range.upper),
    people && isOneOf(people),
  ].filter((condition) => condition != null)
  // A plus sign keeps the planner from an index that would have to be sorted.
  if (recipientId !== undefined) {
    conditions.push(eq(contact.recipientId, recipientId))
    if (helperId !== undefined) conditions.push(sql`+${contact.helperId} = ${helperId}`)
    if (kind) conditions.push(sql`+${contact.kind} = ${kind}`)
    return page(ctx, conditions, limit)
  }
  if (helperId !== undefined) {
    conditions.push(eq(contact.helperId, helperId))
    if (kind) conditions.push(sql`+${contact.kind} = ${kind}`)
    return page(ctx, conditions, limit)
  }
  const kinds = kind ? [kind] : codesOf(contactKindLabel)
  return kinds
    .flatMap((one) => page(ctx, [...conditions, eq(contact.kind, one)], limit))
    .sort((a, b) => compareDays(b.date, a.date) || b.id - a.id)
    .slice(0, limit)
}

function page(ctx: StoreContext, conditions: SQL[], limit: number): Contact[] {
  return ctx.db
    .select()
    .from(contact)
    .where(and(...conditions))
    .orderBy(desc(contact.date), desc(contact.id))
    .limit(limit)
    .all()
}

const isOneOf = (people: ReadonlySet<number>): SQL =>
  sql`+${contact.recipientId} in (select value from json_each(${JSON.stringify([...people])}))`

/** One person's contacts as the rules count them. */
export function contactsOf(ctx: StoreContext, recipientId: number): CountedContact[] {
  return ctx.db
    .select({ kind: contact.kind, date: contact.date, enteredAt: contact.enteredAt })
    .from(contact)
    .where(and(kept, eq(contact.recipientId, recipientId)))
    .all()
    .map(({ kind, date, enteredAt }) => ({ kind, date, typedOn: todayLocal(new Date(enteredAt)) }))
}

/** One person's contacts whose date text may lie in the window, oldest first. */
export function contactsBetween(
  ctx: StoreContext,
  recipientId: number,
  { from, to }: DayWindow,
): Contact[] {
  return ctx.db
    .select()
    .from(contact)
    .where(
      and(
        kept,
        eq(contact.recipientId, recipientId),
        // A month or year known by its name only sorts before its days.
        gte(contact.date, from.slice(0, 4)),
        lte(contact.date, to),
      ),
    )
    .orderBy(asc(contact.date), asc(contact.id))
    .all()
}

/** These people's contacts of the day's year and later, as the rules count them. */
export function contactsOfPeople(
  ctx: StoreContext,
  recipientIds: readonly number[],
  since: Day,
): ReadonlyMap<number, CountedContact[]> {
  if (recipientIds.length === 0) return new Map()
  const rows = ctx.db
    .select({
      recipientId: contact.recipientId,
      kind: contact.kind,
      date: contact.date,
      enteredAt: contact.enteredAt,
    })
    .from(contact)
    .where(
      and(
        kept,
        sql`${contact.recipientId} in (select value from json_each(${JSON.stringify(recipientIds)}))`,
        // `2026` sorts before `2026-11`: a shorter date must not be missed.
        gte(contact.date, since.slice(0, 4)),
      ),
    )
    .all()
    .map(({ enteredAt, ...row }) => ({ ...row, typedOn: todayLocal(new Date(enteredAt)) }))
  return groupBy(rows, (row) => row.recipientId)
}

/** Contacts of this kind that these people already have on one of these dates. */
export function sameContacts(
  ctx: StoreContext,
  recipientIds: readonly number[],
  kind: ContactKind,
  dates: readonly PartialDate[],
): { recipientId: number; date: PartialDate }[] {
  return ctx.db
    .select({ recipientId: contact.recipientId, date: contact.date })
    .from(contact)
    .where(
      and(
        kept,
        eq(contact.kind, kind),
        inArray(contact.date, [...dates]),
        isOneOf(new Set(recipientIds)),
      ),
    )
    .all()
}

// ── Single records ──

export function findContact(ctx: StoreContext, id: number): Contact | undefined {
  return ctx.db
    .select()
    .from(contact)
    .where(and(kept, eq(contact.id, id)))
    .get()
}

/** Records one contact of one person; it is typed in now. */
export function addContact(
  ctx: WriteContext,
  values: Omit<NewRecord<typeof contact>, 'enteredAt'>,
): number {
  return ctx.writer.create(contact, { ...values, enteredAt: ctx.now })
}

export function updateContact(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof contact>,
  revision: number,
): void {
  ctx.writer.update(contact, id, patch, { revision })
}

export function voidContact(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(contact, id, reason)
}

/** The tables whose change makes counts and lists of contacts stale. */
export const contactTables = [contact]

// ── Days ──

/** Contacts of every kind done on each day between two, both included; those known to the day only. */
export function countContactsByDay(
  ctx: StoreContext,
  people: readonly number[] | null,
  from: Day,
  to: Day,
): ReadonlyMap<Day, number> {
  const rows = codesOf(contactKindLabel).flatMap((kind) =>
    ctx.db
      .select({ day: contact.date, count: sql<number>`count(*)` })
      .from(contact)
      .where(
        and(
          kept,
          eq(contact.kind, kind),
          gte(contact.date, from),
          lte(contact.date, to),
          people === null ? undefined : isOneOf(new Set(people)),
        ),
      )
      .groupBy(contact.date)
      .all(),
  )
  const counts = new Map<Day, number>()
  for (const { day, count } of rows) {
    if (day.length === to.length) counts.set(day, (counts.get(day) ?? 0) + count)
  }
  return counts
}

/** 回访日期 agreed on at a contact, between two days, both included. */
export function revisitsAgreed(
  ctx: StoreContext,
  from: Day,
  to: Day,
): { recipientId: number; revisitOn: Day }[] {
  return ctx.db
    .select({ recipientId: contact.recipientId, revisitOn: sql<Day>`${contact.revisitOn}` })
    .from(contact)
    .where(and(kept, gte(contact.revisitOn, from), lte(contact.revisitOn, to)))
    .all()
}

/**
 * Everybody who had a contact of one of these kinds on or after a day, up to today. A contact known only to its
 * month counts where the month has not ended before the day.
 */
export function seenSince(ctx: StoreContext, kinds: readonly ContactKind[], day: Day): Set<number> {
  const month = day.slice(0, 7)
  const seen = kinds.flatMap((kind) =>
    ctx.db
      .selectDistinct({ recipientId: contact.recipientId })
      .from(contact)
      .where(
        and(
          kept,
          eq(contact.kind, kind),
          gte(contact.date, month),
          lte(contact.date, ctx.today),
          or(gte(contact.date, day), eq(contact.date, month)),
        ),
      )
      .all(),
  )
  return new Set(seen.map(({ recipientId }) => recipientId))
}

/** The last contact of these kinds of each of these people. */
export function lastContactsOf(
  ctx: StoreContext,
  recipientIds: readonly number[],
  kinds: readonly ContactKind[],
): ReadonlyMap<number, PartialDate> {
  const rows = ctx.db
    .select({ recipientId: contact.recipientId, date: sql<PartialDate>`max(${contact.date})` })
    .from(contact)
    .where(
      and(kept, inArray(contact.recipientId, [...recipientIds]), inArray(contact.kind, [...kinds])),
    )
    .groupBy(contact.recipientId)
    .all()
  return new Map(rows.map(({ recipientId, date }) => [recipientId, date]))
}
