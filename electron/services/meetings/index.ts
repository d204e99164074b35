import type { StoreContext } from '@db/context'
import {
  addMeeting,
  listMeetings,
  updateMeeting,
  voidMeeting,
  type Attendee,
  type Meeting,
} from '@db/repositories/meetings'
import { leadingGroupOf } from '@db/repositories/plan'
import { tasksOfMeetings } from '@db/repositories/tasks'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { MeetingRow, meetingsContract } from '@shared/contract/meetings'
import { movesFrom } from '@shared/domain/ledgers/machine'
import { extended } from '@shared/domain/meetings/agenda'
import { meetingMachine } from '@shared/domain/meetings/machine'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { mayOf, openCase, stepOn } from '../ledgers/cases'
import { checkOwner, shownTasks, taskLedger } from '../tasks'
import { moveMeeting, requireMeeting } from './meeting'
import { writeMinutes } from './minutes'
import { openMatters } from './open-matters'

export const meetingsHandlers: HandlersOf<typeof meetingsContract> = {
  'meetings.list': (ctx, { year, kind, state }) => {
    requireWholeTownship(ctx)
    const within = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
    return shown(ctx, listMeetings(ctx, { ...within, kind, state }))
  },

  'meetings.file': (ctx, { id }) => {
    const row = requireMeeting(ctx, id)
    const tasks = tasksOfMeetings(ctx, [id])
    return {
      ...shown(ctx, [row])[0]!,
      note: row.note,
      agenda: row.agenda,
      attendance: row.attendance,
      tasks: shownTasks(ctx, tasks).map((one, at) => ({
        ...one,
        matterKey: tasks[at]!.matterKey,
      })),
      moves: movesFrom(meetingMachine, row.state, mayOf(ctx)),
    }
  },

  'meetings.matters': (ctx) => {
    requireWholeTownship(ctx)
    return openMatters(ctx)
  },

  'meetings.create': (ctx, facts) => {
    requireWholeTownship(ctx)
    const id = addMeeting(ctx, {
      ...facts,
      state: meetingMachine.first,
      agenda: extended([], openMatters(ctx)),
      attendance: usuallyCalled(ctx),
    })
    return { id }
  },

  'meetings.update': (ctx, { id, revision, ...facts }) => {
    requireMeeting(ctx, id)
    updateMeeting(ctx, id, facts, revision)
    return {}
  },

  'meetings.saveAgenda': (ctx, { id, revision, agenda }) => {
    requireMeeting(ctx, id)
    const keys = agenda.map(({ key }) => key)
    if (new Set(keys).size < keys.length)
      throw failure('VALIDATION', '同一个议题列了两次，没有保存。请去掉一个再保存。')
    updateMeeting(ctx, id, { agenda }, revision)
    return {}
  },

  'meetings.redrawAgenda': (ctx, { id, revision }) => {
    const row = requireMeeting(ctx, id)
    if (row.state !== 'planned')
      throw failure('CONFLICT', '会议已经开过或取消，议题没有改动。新的事项请放到下次会议。')
    // Its own decisions are no matters for the meeting that took them.
    const own = new Set(tasksOfMeetings(ctx, [id]).map((task) => `task:${task.id}`))
    const agenda = extended(
      row.agenda,
      openMatters(ctx).filter(({ key }) => !own.has(key)),
    )
    updateMeeting(ctx, id, { agenda }, revision)
    return { added: agenda.length - row.agenda.length }
  },

  'meetings.saveAttendance': (ctx, { id, revision, attendance }) => {
    requireMeeting(ctx, id)
    updateMeeting(ctx, id, { attendance }, revision)
    return {}
  },

  'meetings.decide': (ctx, { id, ...decision }) => {
    const row = requireMeeting(ctx, id)
    if (row.state === 'cancelled' || row.day > ctx.today)
      throw failure(
        'CONFLICT',
        `“${row.title}”${row.state === 'cancelled' ? '已取消' : '还没到日子'}，没有登记议定事项。开过会再登记。`,
      )
    checkOwner(ctx, decision)
    const values = { ...decision, meetingId: id, openedOn: row.day }
    return { taskId: openCase(ctx, taskLedger, values, stepOn(row.day, `${row.title}议定`)) }
  },

  'meetings.move': (ctx, { id, revision, move: name, note }) => {
    moveMeeting(ctx, requireMeeting(ctx, id), { name, note, revision })
    return {}
  },

  'meetings.minutes': writeMinutes,

  'meetings.void': (ctx, { id, reason }) => {
    requireMeeting(ctx, id)
    if (tasksOfMeetings(ctx, [id]).length > 0)
      throw failure(
        'CONFLICT',
        '这次会议有议定事项，没有隐去。先把议定的任务更正隐去，再隐去会议。',
      )
    voidMeeting(ctx, id, reason)
    return {}
  },
}

/** Who is called as a rule: the leading group, and the worker of every village's station. */
function usuallyCalled(ctx: StoreContext): Attendee[] {
  return [
    ...leadingGroupOf(ctx).map(({ name, post }): Attendee => ({
      kind: 'leadingGroup',
      name,
      unit: post,
      presence: 'invited',
    })),
    ...loadVillages(ctx).map((village): Attendee => ({
      kind: 'village',
      name: `${villageNameOn(village, ctx.today)}管护站`,
      unit: null,
      presence: 'invited',
    })),
  ]
}

function shown(ctx: StoreContext, rows: readonly Meeting[]): MeetingRow[] {
  const tasks = tasksOfMeetings(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = tasks.filter(({ meetingId }) => meetingId === row.id)
    const { id, revision, kind, title, state, day, time, place, chair, recorder, documentId } = row
    return {
      id,
      revision,
      kind,
      title,
      state,
      day,
      time,
      place,
      chair,
      recorder,
      documentId,
      matters: row.agenda.filter(({ kept }) => kept).length,
      invited: row.attendance.length,
      present: row.attendance.filter(({ presence }) => presence === 'present').length,
      decisions: own.length,
      openDecisions: own.filter(({ closedOn }) => closedOn === null).length,
    }
  })
}
