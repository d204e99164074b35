import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import type { Meeting } from '@db/repositories/meetings'
import { keepPaper } from '@db/repositories/papers'
import { tasksOfMeetings } from '@db/repositories/tasks'
import { composeMinutes, type MinutesFacts } from '@electron/documents/papers/meeting-minutes'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { yearOf } from '@shared/domain/calendar/days'
import { matterKindLabel } from '@shared/domain/meetings/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import type { JobContext } from '../../core/context'
import { shelved, wordOf } from '../documents/kept-papers'
import { shownTasks } from '../tasks'
import { moveMeeting, requireMeeting } from './meeting'

/** 会议纪要: composed from the meeting as it stands, written, and kept as handed in. */
export async function writeMinutes(
  ctx: JobContext,
  { id }: { id: number },
): Promise<OutputOf<'meetings.minutes'>> {
  const meeting = requireMeeting(ctx, id)
  if (meeting.state !== 'held' && meeting.state !== 'minuted')
    throw failure('CONFLICT', `“${meeting.title}”还没有开，没有生成纪要。先登记为已召开。`)
  const paper = composeMinutes(factsOf(ctx, meeting))
  ctx.progress(0, 1, '正在排版')
  const bytes = await wordOf(ctx, paper, ctx.now)
  ctx.signal.throwIfAborted()
  const documentId = ctx.commit((command) => {
    const kept = keepPaper(command, {
      kind: 'meetingMinutes',
      title: paper.title,
      year: yearOf(meeting.day),
      writtenAt: ctx.now,
      facts: paper,
    })
    // Somebody may have changed the meeting meanwhile: the paper is of what was read.
    const { revision } = meeting
    moveMeeting(command, meeting, { name: 'minute', revision }, { documentId: kept })
    return kept
  })
  return { ...shelved(ctx, paper, bytes), documentId, missing: [...paper.missing] }
}

function factsOf(ctx: StoreContext, meeting: Meeting): MinutesFacts {
  const { title, day, time, place, chair, recorder, agenda, attendance } = meeting
  const kept = agenda.filter((item) => item.kept)
  const called = (presence: string): string[] =>
    attendance
      .filter((one) => one.presence === presence)
      .map(({ name, unit }) => (unit === null ? name : `${name}（${unit}）`))
  return {
    issuer: getCentre(ctx).name,
    title,
    day,
    time,
    place,
    chair,
    recorder,
    present: called('present'),
    absent: called('absent'),
    matters: codesOf(matterKindLabel).flatMap((kind) => {
      const items = kept.filter((item) => item.kind === kind)
      return items.length === 0 ? [] : [{ kind: matterKindLabel[kind], items }]
    }),
    decisions: shownTasks(ctx, tasksOfMeetings(ctx, [meeting.id])).map(
      ({ content, helperName, responsible, dueOn }) => ({
        content,
        owner: [helperName, responsible].filter(Boolean).join('、') || null,
        dueOn,
      }),
    ),
  }
}
