import { and, asc, count, desc, eq, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import type { ActivityState } from '@shared/domain/activities/machine'
import type { ActivityKind } from '@shared/domain/activities/vocabulary'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { activity, activityDay, activityLine, activityPerson, caseStep } from '../schema'
import { containing, stepsOf } from './ledgers'

export type Activity = typeof activity.$inferSelect
export type ActivityPerson = typeof activityPerson.$inferSelect
export type ActivityLine = typeof activityLine.$inferSelect

/** Which activities; what is left out does not restrict. */
export interface ActivityFilter {
  /** Only these villages' own and the township's; null is every village's. */
  villages: readonly number[] | null
  /** This village's own. */
  villageId?: number
  states?: readonly ActivityState[]
  kind?: ActivityKind
  /** Of the day it is planned for or was held on. */
  year?: number
  series?: string
  text?: string
}

/** Where the page before ended. */
export interface ActivityCursor {
  /** '' where the last one has no day yet. */
  day: string
  id: number
}

const undated = '9999-12-31'

/** A page of activities, the latest first and before them those without a day, read along an index no further than it needs. */
export function listActivities(
  ctx: StoreContext,
  filter: ActivityFilter,
  { after, limit }: { after: ActivityCursor | null; limit: number },
): Activity[] {
  const beyond =
    after && sql`(${activityDay}, ${activity.id}) < (${after.day || undated}, ${after.id})`
  return ctx.db
    .select()
    .from(activity)
    .where(and(...conditionsOf(filter), beyond ?? undefined))
    .orderBy(desc(activityDay), desc(activity.id))
    .limit(limit)
    .all()
}

export function countActivities(
  ctx: StoreContext,
  filter: ActivityFilter,
): { state: ActivityState; count: number }[] {
  return ctx.db
    .select({ state: activity.state, count: count() })
    .from(activity)
    .where(and(...conditionsOf(filter)))
    .groupBy(activity.state)
    .all()
}

function conditionsOf(filter: ActivityFilter): SQL[] {
  const { villages, villageId, states, kind, year, series, text } = filter
  return [
    isNull(activity.voidedAt),
    villages && withinReach(villages),
    villageId !== undefined && eq(activity.villageId, villageId),
    // The plus sign keeps the planner on the index that gives the list its order.
    states && sql`+${activity.state} in (select value from json_each(${JSON.stringify(states)}))`,
    kind && eq(activity.kind, kind),
    year !== undefined && like(activity.heldOn, `${year}-%`),
    series && eq(activity.series, series),
    ...(text
      ? containing([activity.name, activity.theme, activity.place, activity.series], text)
      : []),
  ].filter((condition): condition is SQL => Boolean(condition))
}

/** What the whole township does is seen from every village. */
const withinReach = (villages: readonly number[]): SQL | undefined =>
  or(isNull(activity.villageId), inArray(activity.villageId, [...villages]))

export function findActivity(ctx: StoreContext, id: number): Activity | undefined {
  return ctx.db
    .select()
    .from(activity)
    .where(and(eq(activity.id, id), isNull(activity.voidedAt)))
    .get()
}

/** Those planned for or held between two days, both included. */
export function activitiesBetween(ctx: StoreContext, from: Day, to: Day): Activity[] {
  return ctx.db
    .select()
    .from(activity)
    .where(and(isNull(activity.voidedAt), sql`${activityDay} between ${from} and ${to}`))
    .orderBy(activityDay)
    .all()
}

/** Every series there is, by name. */
export function activitySeries(ctx: StoreContext, villages: readonly number[] | null): string[] {
  return ctx.db
    .selectDistinct({ series: activity.series })
    .from(activity)
    .where(
      and(
        isNull(activity.voidedAt),
        sql`${activity.series} is not null`,
        villages ? withinReach(villages) : undefined,
      ),
    )
    .orderBy(asc(activity.series))
    .all()
    .flatMap(({ series }) => series ?? [])
}

export const addActivity = (ctx: WriteContext, values: NewRecord<typeof activity>): number =>
  ctx.writer.create(activity, values)

export const updateActivity = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof activity>,
  revision?: number,
): boolean => ctx.writer.update(activity, id, patch, { revision })

/** Hides an activity with everything that hangs on it. */
export function voidActivity(ctx: WriteContext, id: number, reason: string): void {
  for (const one of stepsOf(ctx, [id])) ctx.writer.void(caseStep, one.id, reason)
  for (const one of peopleOfActivities(ctx, [id])) ctx.writer.void(activityPerson, one.id, reason)
  for (const one of linesOf(ctx, [id])) ctx.writer.void(activityLine, one.id, reason)
  ctx.writer.void(activity, id, reason)
}

// ── People ──

/** Everybody invited to these activities, in the order in which they were put down. */
export function peopleOfActivities(ctx: StoreContext, ids: readonly number[]): ActivityPerson[] {
  return ctx.db
    .select()
    .from(activityPerson)
    .where(and(isNull(activityPerson.voidedAt), inArray(activityPerson.activityId, [...ids])))
    .orderBy(asc(activityPerson.id))
    .all()
}

export const addActivityPerson = (
  ctx: WriteContext,
  values: NewRecord<typeof activityPerson>,
): number => ctx.writer.create(activityPerson, values)

export const updateActivityPerson = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof activityPerson>,
): boolean => ctx.writer.update(activityPerson, id, patch)

export const voidActivityPerson = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(activityPerson, id, reason)

// ── Lines ──

export function linesOf(ctx: StoreContext, activityIds: readonly number[]): ActivityLine[] {
  return ctx.db
    .select()
    .from(activityLine)
    .where(and(isNull(activityLine.voidedAt), inArray(activityLine.activityId, [...activityIds])))
    .orderBy(asc(activityLine.activityId), asc(activityLine.position), asc(activityLine.id))
    .all()
}

export const addLine = (ctx: WriteContext, values: NewRecord<typeof activityLine>): number =>
  ctx.writer.create(activityLine, values)

export const updateLine = (
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof activityLine>,
): boolean => ctx.writer.update(activityLine, id, patch)

export const voidLine = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(activityLine, id, reason)
