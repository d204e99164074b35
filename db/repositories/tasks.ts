import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { StoreContext } from '../context'
import { task } from '../schema'
import { containing } from './ledgers'

/** The table of tasks, for the operations that every ledger shares. */
export const taskTable = task
export type Task = typeof task.$inferSelect

/** Words of the task itself, or of who does it. */
export const taskWords = (text: string): SQL[] => containing([task.content, task.responsible], text)

export const ofMeeting = (meetingId: number): SQL => eq(task.meetingId, meetingId)

/** What these meetings decided, in the order of deciding. */
export function tasksOfMeetings(ctx: StoreContext, meetingIds: readonly number[]): Task[] {
  if (meetingIds.length === 0) return []
  return ctx.db
    .select()
    .from(task)
    .where(and(inArray(task.meetingId, [...meetingIds]), isNull(task.voidedAt)))
    .orderBy(asc(task.id))
    .all()
}
