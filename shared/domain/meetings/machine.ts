import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 会议: called, held, and written down. Minutes are only of a meeting that took place. */
export const meetingMachine = defineMachine({
  noun: '会议',
  right: 'organization.write',
  first: 'planned',
  states: {
    planned: { label: '筹备', open: true },
    held: { label: '已召开', open: true },
    minuted: { label: '已出纪要', open: false },
    cancelled: { label: '取消', open: false, dropped: true },
  },
  moves: {
    hold: { label: '已召开', from: ['planned'], to: 'held' },
    minute: { label: '出会议纪要', from: ['held', 'minuted'], to: 'minuted' },
    cancel: {
      label: '取消会议',
      from: ['planned'],
      to: 'cancelled',
      requires: { note: '取消的原因' },
    },
    reopen: { label: '重新筹备', from: ['cancelled'], to: 'planned' },
  },
})

export type MeetingState = StateOf<typeof meetingMachine>
export type MeetingMove = MoveOf<typeof meetingMachine>
