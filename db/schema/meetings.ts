import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AgendaItem } from '@shared/domain/meetings/agenda'
import { meetingMachine, type MeetingState } from '@shared/domain/meetings/machine'
import {
  meetingKindLabel,
  type AttendeeKind,
  type Presence,
} from '@shared/domain/meetings/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { document } from './documents'
import { recordColumns } from './record'

/** Somebody called to a meeting. */
export interface Attendee {
  kind: AttendeeKind
  name: string
  unit: string | null
  presence: Presence
}

/** 会议: what was on its agenda, who came, and the minutes as handed in. Its decisions are tasks. */
export const meeting = sqliteTable(
  'meeting',
  {
    ...recordColumns(),
    kind: text({ enum: codesOf(meetingKindLabel) }).notNull(),
    title: text().notNull(),
    state: text({
      enum: Object.keys(meetingMachine.states) as [MeetingState, ...MeetingState[]],
    }).notNull(),
    day: text().notNull(),
    /** `HH:MM` */
    time: text(),
    place: text(),
    /** 主持人, 记录人 */
    chair: text(),
    recorder: text(),
    /** Why it was cancelled. */
    note: text(),
    agenda: text({ mode: 'json' }).$type<AgendaItem[]>().notNull(),
    attendance: text({ mode: 'json' }).$type<Attendee[]>().notNull(),
    /** 会议纪要 as it was last handed in. */
    documentId: integer().references(() => document.id),
  },
  (t) => [index('meeting_day').on(t.day)],
)
