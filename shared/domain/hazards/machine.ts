import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/**
 * 隐患: found → told to whoever mends it → being mended → mended → passed the re-check. What fails
 * the re-check is mended again; nothing is closed as mended that nobody looked at again.
 */
export const hazardMachine = defineMachine({
  noun: '隐患',
  right: 'hazards.write',
  first: 'found',
  states: {
    found: { label: '待安排整改', open: true },
    told: { label: '已安排整改', open: true },
    mending: { label: '整改中', open: true },
    mended: { label: '待复查', open: true },
    failed: { label: '复查不合格', open: true },
    passed: { label: '复查合格', open: false },
    gone: { label: '不再存在', open: false, dropped: true },
  },
  moves: {
    start: { label: '开始整改', from: ['told', 'failed'], to: 'mending' },
    finish: {
      label: '整改完成',
      from: ['told', 'mending'],
      to: 'mended',
      requires: { note: '整改情况' },
    },
    pass: { label: '复查合格', from: ['mended'], to: 'passed' },
    fail: {
      label: '复查不合格',
      from: ['mended'],
      to: 'failed',
      requires: { note: '还存在的问题' },
    },
    tell: {
      label: '告知并安排整改',
      from: ['found', 'told', 'mending', 'failed'],
      to: 'told',
      requires: { assignee: '整改责任人' },
    },
    dismiss: {
      label: '不再存在',
      from: ['found', 'told', 'mending', 'mended', 'failed'],
      to: 'gone',
      requires: { note: '不再存在的原因' },
    },
    reopen: {
      label: '重新整改',
      from: ['passed', 'gone'],
      to: 'found',
      requires: { note: '重新整改的原因' },
    },
  },
})

export type HazardState = StateOf<typeof hazardMachine>
export type HazardMove = MoveOf<typeof hazardMachine>
