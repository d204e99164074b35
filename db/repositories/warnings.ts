import { and, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { ContactKind } from '@shared/domain/vocabulary'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { contact, majorChange, warning } from '../schema'

export type Warning = typeof warning.$inferSelect

/** Warnings, the latest first. */
export function listWarnings(ctx: StoreContext): Warning[] {
  return ctx.db
    .select()
    .from(warning)
    .where(isNull(warning.voidedAt))
    .orderBy(desc(warning.day), desc(warning.id))
    .all()
}

export function findWarning(ctx: StoreContext, id: number): Warning | undefined {
  return ctx.db
    .select()
    .from(warning)
    .where(and(eq(warning.id, id), isNull(warning.voidedAt)))
    .get()
}

/** Who is warned by each of these warnings. */
export function warnedBy(
  ctx: StoreContext,
  warningIds: readonly number[],
): { id: number; warningId: number | null; recipientId: number; note: string | null }[] {
  return ctx.db
    .select({
      id: majorChange.id,
      warningId: majorChange.warningId,
      recipientId: majorChange.recipientId,
      note: majorChange.note,
    })
    .from(majorChange)
    .where(and(isNull(majorChange.voidedAt), inArray(majorChange.warningId, [...warningIds])))
    .all()
}

export const addWarning = (ctx: WriteContext, values: NewRecord<typeof warning>): number =>
  ctx.writer.create(warning, values)

export function voidWarning(ctx: WriteContext, id: number, reason: string): void {
  for (const { id: changeId } of warnedBy(ctx, [id])) {
    ctx.writer.void(majorChange, changeId, reason)
  }
  ctx.writer.void(warning, id, reason)
}

/** The first contact of these kinds that each person had on or after a day. */
export function firstContactsSince(
  ctx: StoreContext,
  recipientIds: readonly number[],
  kinds: readonly ContactKind[],
  since: Day,
) {
  const rows = ctx.db
    .select({
      recipientId: contact.recipientId,
      date: contact.date,
      kind: contact.kind,
      helperId: contact.helperId,
      visitor: contact.visitor,
    })
    .from(contact)
    .where(
      and(
        isNull(contact.voidedAt),
        inArray(contact.recipientId, [...recipientIds]),
        inArray(contact.kind, [...kinds]),
        gte(contact.date, since),
      ),
    )
    .orderBy(desc(contact.date), desc(contact.id))
    .all()
  return new Map(rows.map((row) => [row.recipientId, row]))
}
