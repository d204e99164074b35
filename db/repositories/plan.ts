import { and, asc, eq, isNull } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import { holdsOn } from '@shared/domain/periods'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { leadingGroupMember, planPhase, responsibility } from '../schema'

/** What a year's plan stands on: the leading group, who answers for what, and the phases. */

export type LeadingGroupMember = typeof leadingGroupMember.$inferSelect
export type Responsibility = typeof responsibility.$inferSelect
export type PlanPhase = typeof planPhase.$inferSelect

type Listed<Values> = Omit<Values, 'position'> & { id?: number | undefined }

/** Members who serve today, in the order of the list. */
export function leadingGroupOf(ctx: StoreContext): LeadingGroupMember[] {
  return ctx.db
    .select()
    .from(leadingGroupMember)
    .where(isNull(leadingGroupMember.voidedAt))
    .orderBy(asc(leadingGroupMember.position))
    .all()
    .filter((row) => holdsOn(row, ctx.today))
}

export function responsibilitiesOf(ctx: StoreContext): Responsibility[] {
  return ctx.db
    .select()
    .from(responsibility)
    .where(isNull(responsibility.voidedAt))
    .orderBy(asc(responsibility.position))
    .all()
    .filter((row) => holdsOn(row, ctx.today))
}

export function phasesOf(ctx: StoreContext, year: number): PlanPhase[] {
  return ctx.db
    .select()
    .from(planPhase)
    .where(and(eq(planPhase.year, year), isNull(planPhase.voidedAt)))
    .orderBy(asc(planPhase.position))
    .all()
}

/** Makes the list read as given: who is no longer named served up to yesterday. */
export function replaceLeadingGroup(
  ctx: WriteContext,
  members: readonly Listed<Omit<NewRecord<typeof leadingGroupMember>, 'from' | 'to'>>[],
): void {
  const before = leadingGroupOf(ctx)
  for (const row of before.filter(({ id }) => !members.some((one) => one.id === id))) {
    if (row.from >= ctx.today) ctx.writer.void(leadingGroupMember, row.id, '当日撤销')
    else ctx.writer.update(leadingGroupMember, row.id, { to: addDays(ctx.today, -1) })
  }
  members.forEach(({ id, ...values }, position) => {
    if (before.some((row) => row.id === id))
      ctx.writer.update(leadingGroupMember, id!, { ...values, position })
    else ctx.writer.create(leadingGroupMember, { ...values, position, from: ctx.today, to: null })
  })
}

export function replaceResponsibilities(
  ctx: WriteContext,
  items: readonly Listed<Omit<NewRecord<typeof responsibility>, 'from' | 'to'>>[],
): void {
  const before = responsibilitiesOf(ctx)
  for (const row of before.filter(({ id }) => !items.some((one) => one.id === id))) {
    if (row.from >= ctx.today) ctx.writer.void(responsibility, row.id, '当日撤销')
    else ctx.writer.update(responsibility, row.id, { to: addDays(ctx.today, -1) })
  }
  items.forEach(({ id, ...values }, position) => {
    if (before.some((row) => row.id === id))
      ctx.writer.update(responsibility, id!, { ...values, position })
    else ctx.writer.create(responsibility, { ...values, position, from: ctx.today, to: null })
  })
}

export function replacePhases(
  ctx: WriteContext,
  year: number,
  phases: readonly Listed<Omit<NewRecord<typeof planPhase>, 'year'>>[],
): void {
  const before = phasesOf(ctx, year)
  for (const row of before.filter(({ id }) => !phases.some((one) => one.id === id)))
    ctx.writer.void(planPhase, row.id, '不再列入计划')
  phases.forEach(({ id, ...values }, position) => {
    if (before.some((row) => row.id === id))
      ctx.writer.update(planPhase, id!, { ...values, position })
    else ctx.writer.create(planPhase, { ...values, year, position })
  })
}
