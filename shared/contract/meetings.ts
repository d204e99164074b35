import { z } from 'zod'
import { meetingMachine, type MeetingMove, type MeetingState } from '../domain/meetings/machine'
import {
  attendeeKindLabel,
  matterKindLabel,
  meetingKindLabel,
  presenceLabel,
} from '../domain/meetings/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { time } from './ledgers'
import { op } from './op'
import { taskFacts, taskRow } from './tasks'

/** 会议: agenda from open matters, attendance, decisions, minutes. */

const text = z.string().nullable()
const states = Object.keys(meetingMachine.states) as [MeetingState, ...MeetingState[]]
const moves = Object.keys(meetingMachine.moves) as [MeetingMove, ...MeetingMove[]]

const agendaItem = z.strictObject({
  /** The matter it came of, `need:17`; the clerk's own have one that starts with `other`. */
  key: z.string().trim().min(1).max(60),
  kind: z.enum(codesOf(matterKindLabel)),
  text: z.string().trim().min(1, '请写明议题').max(300, '最多 300 字'),
  /** False for a matter that is left out of this meeting. */
  kept: z.boolean().default(true),
  /** 议定情况. */
  said: optionalText(1000),
})

const attendee = z.strictObject({
  kind: z.enum(codesOf(attendeeKindLabel)),
  name: z.string().trim().min(1, '请填写姓名').max(40, '最多 40 字'),
  unit: optionalText(60),
  presence: z.enum(codesOf(presenceLabel)).default('invited'),
})

const facts = {
  kind: z.enum(codesOf(meetingKindLabel)),
  title: z.string().trim().min(1, '请填写会议名称').max(80, '最多 80 字'),
  day,
  time,
  place: optionalText(60),
  chair: optionalText(40),
  recorder: optionalText(40),
}

export const meetingRow = z.object({
  id,
  revision,
  kind: z.enum(codesOf(meetingKindLabel)),
  title: z.string(),
  state: z.enum(states),
  day: z.string(),
  time: text,
  place: text,
  chair: text,
  recorder: text,
  /** Matters kept on the agenda. */
  matters: z.number().int(),
  invited: z.number().int(),
  present: z.number().int(),
  decisions: z.number().int(),
  openDecisions: z.number().int(),
  documentId: id.nullable(),
})
export type MeetingRow = z.output<typeof meetingRow>

export const meetingsContract = {
  'meetings.list': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({
      year: z.number().int().min(2000).max(2100).optional(),
      kind: z.enum(codesOf(meetingKindLabel)).optional(),
      state: z.enum(states).optional(),
    }),
    output: z.array(meetingRow),
  }),
  'meetings.file': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ id }),
    output: meetingRow.extend({
      note: text,
      agenda: z.array(agendaItem),
      attendance: z.array(attendee),
      tasks: z.array(taskRow.extend({ matterKey: text })),
      moves: z.array(z.enum(moves)),
    }),
  }),
  /** 待议事项: what stands open today, as the next meeting would take it up. */
  'meetings.matters': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({}),
    output: z.array(agendaItem.pick({ key: true, kind: true, text: true })),
  }),
  /** Calls a meeting: its agenda holds all open matters, its attendance everybody usually called. */
  'meetings.create': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject(facts),
    output: z.object({ id }),
  }),
  'meetings.update': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, ...facts }),
    output: z.object({}),
  }),
  'meetings.saveAgenda': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, agenda: z.array(agendaItem).max(300) }),
    output: z.object({}),
  }),
  /** Adds the matters that have come up since; what was kept or dropped stays. */
  'meetings.redrawAgenda': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision }),
    output: z.object({ added: z.number().int() }),
  }),
  'meetings.saveAttendance': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, attendance: z.array(attendee).max(500) }),
    output: z.object({}),
  }),
  /** 议定事项: a decision is a task of its own from this moment on. */
  'meetings.decide': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      /** The item of the agenda it came of. */
      matterKey: z.string().max(60).nullable().default(null),
      ...taskFacts,
    }),
    output: z.object({ taskId: id }),
  }),
  'meetings.move': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      revision,
      move: z.enum(['hold', 'cancel', 'reopen']),
      note: optionalText(200),
    }),
    output: z.object({}),
  }),
  /** 会议纪要 in Word, kept as handed in; made again, it is kept beside the one before. */
  'meetings.minutes': op({
    kind: 'job',
    right: 'organization.write',
    input: z.strictObject({ id }),
    output: artifact.extend({ documentId: id, missing: z.array(z.string()) }),
  }),
  'meetings.void': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
