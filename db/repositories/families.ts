import { and, eq, isNull, max } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { absencePeriod, familyMember } from '../schema'

export type FamilyMember = typeof familyMember.$inferSelect
export type Absence = typeof absencePeriod.$inferSelect
export type MemberFacts = Omit<NewRecord<typeof familyMember>, 'recipientId' | 'position'>
export type AbsenceFacts = Omit<
  NewRecord<typeof absencePeriod>,
  'familyMemberId' | 'recipientId' | 'to'
>

export function getFamilyMember(ctx: StoreContext, id: number): FamilyMember | undefined {
  return ctx.db
    .select()
    .from(familyMember)
    .where(and(eq(familyMember.id, id), isNull(familyMember.voidedAt)))
    .get()
}

export function familyOf(ctx: StoreContext, recipientId: number): FamilyMember[] {
  return ctx.db
    .select()
    .from(familyMember)
    .where(and(eq(familyMember.recipientId, recipientId), isNull(familyMember.voidedAt)))
    .orderBy(familyMember.position, familyMember.id)
    .all()
}

export function absencesOf(ctx: StoreContext, recipientId: number): Absence[] {
  return ctx.db
    .select()
    .from(absencePeriod)
    .where(and(eq(absencePeriod.recipientId, recipientId), isNull(absencePeriod.voidedAt)))
    .orderBy(absencePeriod.since, absencePeriod.id)
    .all()
}

/** Adds somebody at the end of the family and answers the member's id. */
export function addFamilyMember(
  ctx: WriteContext,
  recipientId: number,
  facts: MemberFacts,
): number {
  const last = ctx.db
    .select({ position: max(familyMember.position) })
    .from(familyMember)
    .where(eq(familyMember.recipientId, recipientId))
    .get()
  return ctx.writer.create(familyMember, {
    ...facts,
    recipientId,
    position: (last?.position ?? 0) + 1,
  })
}

export function updateFamilyMember(
  ctx: WriteContext,
  id: number,
  facts: Partial<MemberFacts>,
  revision?: number,
): void {
  ctx.writer.update(familyMember, id, facts, revision === undefined ? {} : { revision })
}

/** Hides a member entered by mistake, with the absences. */
export function voidFamilyMember(ctx: WriteContext, member: FamilyMember, reason: string): void {
  for (const absence of absencesOf(ctx, member.recipientId)) {
    if (absence.familyMemberId === member.id) ctx.writer.void(absencePeriod, absence.id, reason)
  }
  ctx.writer.void(familyMember, member.id, reason)
}

/** The member left for another place: an absence that still lasted ends the day before. */
export function beginAbsence(
  ctx: WriteContext,
  member: Pick<FamilyMember, 'id' | 'recipientId'>,
  facts: AbsenceFacts,
  current: Pick<Absence, 'id'> | null,
): void {
  if (current) {
    const since = facts.since ? earliestDay(facts.since) : null
    ctx.writer.update(absencePeriod, current.id, { to: addDays(since ?? ctx.today, -1) })
  }
  ctx.writer.create(absencePeriod, {
    ...facts,
    familyMemberId: member.id,
    recipientId: member.recipientId,
  })
}

/** What was written about an absence was wrong or incomplete. */
export function correctAbsence(ctx: WriteContext, id: number, facts: AbsenceFacts): void {
  ctx.writer.update(absencePeriod, id, facts)
}

/** The member is at home again from a day on. */
export function endAbsence(ctx: WriteContext, id: number, returnedOn: Day): void {
  ctx.writer.update(absencePeriod, id, { to: addDays(returnedOn, -1) })
}
