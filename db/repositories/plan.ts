import { and, asc, eq, isNull } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn } from '@shared/domain/periods'
import type { NewRecord, Patch } from '../changes'
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
  replaceInForce(ctx, leadingGroupMember, leadingGroupOf(ctx), members)
}

export function replaceResponsibilities(
  ctx: WriteContext,
  items: readonly Listed<Omit<NewRecord<typeof responsibility>, 'from' | 'to'>>[],
): void {
  replaceInForce(ctx, responsibility, responsibilitiesOf(ctx), items)
}

/** Ends what of a dated list is no longer named, and writes the rest in the order given. */
function replaceInForce<Table extends typeof leadingGroupMember | typeof responsibility>(
  ctx: WriteContext,
  table: Table,
  before: readonly { id: number; from: Day }[],
  rows: readonly { id?: number | undefined }[],
): void {
  for (const row of before.filter(({ id }) => !rows.some((one) => one.id === id))) {
    if (row.from >= ctx.today) ctx.writer.void(table, row.id, '当日撤销')
    else ctx.writer.update(table, row.id, { to: addDays(ctx.today, -1) } as unknown as Patch<Table>)
  }
  rows.forEach(({ id, ...values }, position) => {
    const listed = { ...values, position }
    if (id !== undefined && before.some((row) => row.id === id))
      ctx.writer.update(table, id, listed as unknown as Patch<Table>)
    else
      ctx.writer.create(table, {
        ...listed,
        from: ctx.today,
        to: null,
      } as unknown as NewRecord<Table>)
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
