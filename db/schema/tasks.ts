import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { taskMachine } from '@shared/domain/tasks/machine'
import { caseColumns, caseIndexes } from './ledgers'
import { meeting } from './meetings'
import { village } from './organization'
import { recipient } from './recipients'

/** 任务: what was decided, who does it, and by when. */
export const task = sqliteTable(
  'task',
  {
    ...caseColumns(taskMachine),
    /** Most tasks are about nobody in particular. */
    recipientId: integer().references(() => recipient.id),
    content: text().notNull(),
    villageId: integer().references(() => village.id),
    /** The meeting that decided it, and the matter of its agenda (`need:7`) it came of. */
    meetingId: integer().references(() => meeting.id),
    matterKey: text(),
    result: text(),
  },
  (t) => [...caseIndexes('task', t), index('task_meeting').on(t.meetingId)],
)
