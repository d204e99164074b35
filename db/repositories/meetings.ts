import { and, desc, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { MeetingState } from '@shared/domain/meetings/machine'
import type { MeetingKind } from '@shared/domain/meetings/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { meeting } from '../schema'

export type Meeting = typeof meeting.$inferSelect
export type { Attendee } from '../schema/meetings'

export interface MeetingFilter {
  from?: Day
  /** Inclusive. */
  to?: Day
  kind?: MeetingKind
  state?: MeetingState
}

/** Meetings, the latest first. */
export function listMeetings(ctx: StoreContext, filter: MeetingFilter): Meeting[] {
  const { from, to, kind, state } = filter
  return ctx.db
    .select()
    .from(meeting)
    .where(
      and(
        isNull(meeting.voidedAt),
        from === undefined ? undefined : gte(meeting.day, from),
        to === undefined ? undefined : lte(meeting.day, to),
        kind && eq(meeting.kind, kind),
        state && eq(meeting.state, state),
      ),
    )
    .orderBy(desc(meeting.day), desc(meeting.id))
    .all()
}

export function findMeeting(ctx: StoreContext, id: number): Meeting | undefined {
  return ctx.db
    .select()
    .from(meeting)
    .where(and(eq(meeting.id, id), isNull(meeting.voidedAt)))
    .get()
}

export function addMeeting(ctx: WriteContext, values: NewRecord<typeof meeting>): number {
  return ctx.writer.create(meeting, values)
}

export function updateMeeting(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof meeting>,
  revision?: number,
): boolean {
  return ctx.writer.update(meeting, id, patch, { revision })
}

export function voidMeeting(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(meeting, id, reason)
}
