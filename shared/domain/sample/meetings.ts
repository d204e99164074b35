import { addDays } from '../calendar/days'
import { formatPartialDate } from '../calendar/partial-date'
import type { Day } from '../calendar/types'
import type { AgendaItem } from '../meetings/agenda'
import type { MeetingState } from '../meetings/machine'
import type { MeetingKind } from '../meetings/vocabulary'
import type { TaskState } from '../tasks/machine'
import type { SampleStep } from './cases'

export interface SampleTask {
  content: string
  responsible: string
  openedOn: Day
  dueOn: Day
  closedOn: Day | null
  state: TaskState
  result: string | null
  matterKey: string
  steps: SampleStep<'progress' | 'finish'>[]
}

export interface SampleMeeting {
  kind: MeetingKind
  title: string
  day: Day
  state: MeetingState
  agenda: AgendaItem[]
  tasks: SampleTask[]
}

/** What meetings took up: the matter, what was decided, who does it, and how it came out. */
const turns: readonly (readonly [string, string, string, string])[] = [
  ['各村上月走访进度', '对进度落后的两个村逐户补访', '镇留守老人关爱服务中心', '两村已补访'],
  ['入冬用火用电安全', '排查独居老人的取暖炉和电线', '应急办', '排查 86 户，换线 9 户'],
  ['互助幸福院扶手松动', '修好扶手，铺防滑垫', '柳林村委会', '已修好并拍照'],
  ['行动不便老人拿药难', '村医每月送药上门', '镇卫生院', '名单已定，已送一次'],
  ['无帮扶人的老人', '由村党支部逐人落实帮扶人', '各村党支部', '已全部结对'],
  ['重阳节慰问', '拟定慰问名单和物资', '民政所', '名单已公示，物资已发'],
]
const meetingCount = 12

/** Half-monthly meetings up to today, every fourth a joint one; the last decisions are still open. */
export function sampleMeetings(until: Day): SampleMeeting[] {
  return Array.from({ length: meetingCount }, (_, at) => {
    const back = meetingCount - 1 - at
    const day = addDays(until, -back * 15 - 1)
    const kind: MeetingKind = at % 4 === 3 ? 'joint' : 'regular'
    const name = kind === 'joint' ? '联席会议' : '例会'
    const taken = [turns[at % turns.length]!, turns[(at + 2) % turns.length]!]
    const agenda = taken.map(([text], i): AgendaItem => ({
      key: `other:${i + 1}`,
      kind: 'other',
      text,
      kept: true,
      said: '按议定事项办理',
    }))
    return {
      kind,
      title: `${formatPartialDate(day)}留守老人关爱服务${name}`,
      day,
      state: 'held',
      agenda,
      tasks: taken.map(([, content, responsible, result], i) =>
        sampleTask({ content, responsible, result, day, matterKey: `other:${i + 1}` }, back),
      ),
    }
  })
}

interface Decided {
  content: string
  responsible: string
  result: string
  day: Day
  matterKey: string
}

/** Decisions of the last two meetings are in hand; one of a month ago is overdue. */
function sampleTask(decided: Decided, meetingsBack: number): SampleTask {
  const { day, result, ...facts } = decided
  const isSecond = facts.matterKey === 'other:2'
  const isOpen = meetingsBack < 2 || (meetingsBack === 2 && isSecond)
  const own = { ...facts, openedOn: day, dueOn: addDays(day, 14) }
  const opened = { step: 'open' as const, day, note: null, toWhom: null }
  if (isOpen) {
    if (meetingsBack === 0) {
      return { ...own, closedOn: null, state: 'waiting', result: null, steps: [opened] }
    }
    const note = '已安排人，正在办'
    return {
      ...own,
      closedOn: null,
      state: 'handling',
      result: null,
      steps: [opened, { step: 'progress', day: addDays(day, 5), note, toWhom: null }],
    }
  }
  const closedOn = addDays(day, 10)
  return {
    ...own,
    closedOn,
    state: 'done',
    result,
    steps: [opened, { step: 'finish', day: closedOn, note: result, toWhom: null }],
  }
}
