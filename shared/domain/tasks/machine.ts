import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 任务: something that was decided, from the decision until somebody has done it. */
export const taskMachine = defineMachine({
  noun: '任务',
  right: 'organization.write',
  first: 'waiting',
  states: {
    waiting: { label: '待办', open: true },
    handling: { label: '办理中', open: true },
    done: { label: '已办', open: false },
    dropped: { label: '不再办理', open: false, dropped: true },
  },
  moves: {
    progress: {
      label: '记进展',
      from: ['waiting', 'handling'],
      to: 'handling',
      requires: { note: '进展情况' },
    },
    finish: {
      label: '办结',
      from: ['waiting', 'handling'],
      to: 'done',
      requires: { note: '办理结果' },
    },
    drop: {
      label: '不再办理',
      from: ['waiting', 'handling'],
      to: 'dropped',
      requires: { note: '不再办理的原因' },
    },
    reopen: {
      label: '重新办理',
      from: ['done', 'dropped'],
      to: 'waiting',
      requires: { note: '重新办理的原因' },
    },
  },
})

export type TaskState = StateOf<typeof taskMachine>
export type TaskMove = MoveOf<typeof taskMachine>
