import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 活动: an idea → planned → approved → held → reported on; what does not take place is cancelled. */
export const activityMachine = defineMachine({
  noun: '活动',
  right: 'activities.write',
  first: 'idea',
  states: {
    idea: { label: '构想', open: true },
    planning: { label: '筹备', open: true },
    approved: { label: '已批准', open: true },
    held: { label: '已举办', open: true },
    reported: { label: '已小结', open: false },
    cancelled: { label: '取消', open: false, dropped: true },
  },
  moves: {
    plan: { label: '开始筹备', from: ['idea'], to: 'planning' },
    approve: {
      label: '批准',
      from: ['planning'],
      to: 'approved',
      // Nobody can agree to what has neither a day nor a place.
      requires: { heldOn: '活动日期', place: '地点' },
    },
    // Before the way back: the first move that is possible is the page's main action.
    hold: { label: '登记举办', from: ['approved'], to: 'held' },
    sendBack: {
      label: '退回修改',
      from: ['approved'],
      to: 'planning',
      requires: { note: '要改什么' },
    },
    report: { label: '小结', from: ['held'], to: 'reported', requires: { note: '活动成效' } },
    cancel: {
      label: '取消',
      from: ['idea', 'planning', 'approved'],
      to: 'cancelled',
      requires: { note: '取消的原因' },
    },
    resume: {
      label: '恢复筹备',
      from: ['cancelled'],
      to: 'planning',
      requires: { note: '恢复的原因' },
    },
    reopen: {
      label: '重写小结',
      from: ['reported'],
      to: 'held',
      requires: { note: '重写的原因' },
    },
  },
})

export type ActivityState = StateOf<typeof activityMachine>
export type ActivityMove = MoveOf<typeof activityMachine>

/** Whether it has taken place: only then is anybody present, and money spent counts as its cost. */
export const wasHeld = (state: ActivityState): boolean => state === 'held' || state === 'reported'

/** Whether its plan may be changed: not what was approved or is closed, which goes back first. */
export const isPlanOpen = (state: ActivityState): boolean =>
  state === 'idea' || state === 'planning' || state === 'held'

/** Whether the budget itself may still be changed: what was approved stays as it was approved. */
export const isBudgetOpen = (state: ActivityState): boolean =>
  state === 'idea' || state === 'planning'
