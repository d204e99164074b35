import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { PartialDate } from '@shared/domain/calendar/types'
import type { ContactKind } from '@shared/domain/vocabulary'
import type { StoreContext } from '../context'
import { attachment, contact, helper, recipient } from '../schema'
import type { Contact } from './contacts'
import type { Recipient } from './recipients'

/** Bulk reading for papers about many people; the caller has made sure that they may be seen. */

export function recipientRows(ctx: StoreContext, ids: readonly number[]): Map<number, Recipient> {
  const rows = ctx.db
    .select()
    .from(recipient)
    .where(and(inArray(recipient.id, [...ids]), isNull(recipient.voidedAt)))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface PrintedContact {
  date: PartialDate
  kind: ContactKind
  visitor: string | null
  summary: string | null
}

/** The person's latest contacts, newest first; those whose year is unknown come last. */
export function latestContacts(
  ctx: StoreContext,
  recipientId: number,
  limit: number,
): PrintedContact[] {
  return ctx.db
    .select({
      date: contact.date,
      kind: contact.kind,
      visitor: contact.visitor,
      helperName: helper.name,
      summary: contact.summary,
    })
    .from(contact)
    .leftJoin(helper, eq(helper.id, contact.helperId))
    .where(and(eq(contact.recipientId, recipientId), isNull(contact.voidedAt)))
    .orderBy(desc(contact.date))
    .limit(limit)
    .all()
    .map(({ helperName, visitor, ...row }) => ({ ...row, visitor: helperName ?? visitor }))
}

/** The person's latest contact; undefined where nobody has been. */
export function latestContact(ctx: StoreContext, recipientId: number): Contact | undefined {
  return ctx.db
    .select()
    .from(contact)
    .where(and(eq(contact.recipientId, recipientId), isNull(contact.voidedAt)))
    .orderBy(desc(contact.date), desc(contact.id))
    .limit(1)
    .get()
}

/** The day of the person's latest contact of one kind. */
export function latestOfKind(
  ctx: StoreContext,
  recipientId: number,
  kind: ContactKind,
): PartialDate | null {
  const row = ctx.db
    .select({ date: contact.date })
    .from(contact)
    .where(
      and(eq(contact.recipientId, recipientId), eq(contact.kind, kind), isNull(contact.voidedAt)),
    )
    .orderBy(desc(contact.date))
    .limit(1)
    .get()
  return row?.date ?? null
}

export interface StoredPhoto {
  mime: string
  size: number
  storageName: string
}

export function photosOf(ctx: StoreContext, photoIds: readonly number[]): Map<number, StoredPhoto> {
  const rows = ctx.db
    .select({
      id: attachment.id,
      mime: attachment.mime,
      size: attachment.size,
      storageName: attachment.storageName,
    })
    .from(attachment)
    .where(inArray(attachment.id, [...photoIds]))
    .all()
  return new Map(rows.map(({ id, ...photo }) => [id, photo]))
}
