import type { StoreContext, WriteContext } from '@db/context'
import { findMeeting, updateMeeting, type Meeting } from '@db/repositories/meetings'
import { failure } from '@shared/contract/failure'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { move } from '@shared/domain/ledgers/machine'
import { meetingMachine } from '@shared/domain/meetings/machine'
import { requireWholeTownship } from '../../core/rights'
import { mayOf } from '../ledgers/cases'

/** The meeting; meetings speak of people of every village, so only who answers for all sees them. */
export function requireMeeting(ctx: StoreContext, id: number): Meeting {
  requireWholeTownship(ctx)
  const row = findMeeting(ctx, id)
  if (!row) throw failure('NOT_FOUND', '找不到这次会议，可能已被更正隐去。请刷新后再试。')
  return row
}

interface MovingMeeting {
  name: string
  note?: string | null
  revision?: number
}

/** Moves a meeting along its machine; nobody holds one before its day. */
export function moveMeeting(
  ctx: WriteContext,
  row: Meeting,
  { name, note = null, revision }: MovingMeeting,
  patch: { documentId?: number } = {},
): void {
  const verdict = move(meetingMachine, row.state, { move: name, said: { note }, may: mayOf(ctx) })
  if (verdict.refusal) {
    const { message, fields } = verdict.refusal
    throw failure(fields ? 'VALIDATION' : 'CONFLICT', message, fields && { ...fields })
  }
  if (name === 'hold' && row.day > ctx.today)
    throw failure(
      'VALIDATION',
      `${formatPartialDate(row.day)}还没到，没有登记为已召开。开过会再登记；改了日子请先改会议日期。`,
    )
  updateMeeting(ctx, row.id, { ...patch, state: verdict.state, note }, revision)
}
