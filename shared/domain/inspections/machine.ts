import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 督查: prepared, under way once the first sheet is back, and reported on. */
export const inspectionMachine = defineMachine({
  noun: '督查',
  right: 'organization.write',
  first: 'planned',
  states: {
    planned: { label: '准备', open: true },
    visiting: { label: '督查中', open: true },
    reported: { label: '已通报', open: false },
    cancelled: { label: '取消', open: false, dropped: true },
  },
  moves: {
    begin: { label: '开始督查', from: ['planned'], to: 'visiting' },
    // Made again after late sheets, the new paper is kept beside the one before.
    report: { label: '出督查通报', from: ['visiting', 'reported'], to: 'reported' },
    cancel: {
      label: '取消督查',
      from: ['planned'],
      to: 'cancelled',
      requires: { note: '取消的原因' },
    },
    resume: { label: '恢复准备', from: ['cancelled'], to: 'planned' },
  },
})
export type InspectionState = StateOf<typeof inspectionMachine>
export type InspectionMove = MoveOf<typeof inspectionMachine>

/**
 * 督查问题: handed to whoever mends it → mended → passed the re-check. Nothing is closed as mended
 * that nobody looked at again, and every new deadline has its reason.
 */
export const findingMachine = defineMachine({
  noun: '督查问题',
  right: 'organization.write',
  first: 'issued',
  states: {
    issued: { label: '待整改', open: true },
    mending: { label: '整改中', open: true },
    mended: { label: '待复查', open: true },
    failed: { label: '复查不合格', open: true },
    passed: { label: '已销号', open: false },
    withdrawn: { label: '撤销', open: false, dropped: true },
  },
  moves: {
    start: { label: '开始整改', from: ['issued', 'failed'], to: 'mending' },
    finish: {
      label: '整改完成',
      from: ['issued', 'mending', 'failed'],
      to: 'mended',
      requires: { note: '整改情况' },
    },
    pass: { label: '复查合格', from: ['mended'], to: 'passed' },
    fail: {
      label: '复查不合格',
      from: ['mended'],
      to: 'failed',
      requires: { note: '还存在的问题', dueOn: '重新整改期限' },
    },
    extend: {
      label: '延期',
      from: ['issued', 'mending', 'failed'],
      to: null,
      requires: { note: '延期的原因', dueOn: '新的整改期限' },
    },
    withdraw: {
      label: '撤销',
      from: ['issued', 'mending', 'mended', 'failed'],
      to: 'withdrawn',
      requires: { note: '撤销的原因' },
    },
    reopen: {
      label: '重新整改',
      from: ['passed', 'withdrawn'],
      to: 'issued',
      requires: { note: '重新整改的原因', dueOn: '整改期限' },
    },
  },
})
export type FindingState = StateOf<typeof findingMachine>
export type FindingMove = MoveOf<typeof findingMachine>
