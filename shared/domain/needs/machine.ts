import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'
import { needLevelLabel, type NeedLevel } from './vocabulary'

/** 需求: opened → assigned → in hand → done → confirmed by the person. */
export const needMachine = defineMachine({
  noun: '需求',
  right: 'needs.write',
  first: 'opened',
  states: {
    opened: { label: '待分派', open: true },
    assigned: { label: '已分派', open: true },
    inHand: { label: '办理中', open: true },
    done: { label: '待本人确认', open: true },
    confirmed: { label: '已确认', open: false },
    refused: { label: '不予办理', open: false, dropped: true },
    withdrawn: { label: '已撤回', open: false, dropped: true },
  },
  // The way forward stands first: it is the main action of a case's page.
  moves: {
    start: { label: '开始办理', from: ['assigned'], to: 'inHand' },
    finish: {
      label: '办结',
      from: ['assigned', 'inHand'],
      to: 'done',
      requires: { note: '办理结果' },
    },
    confirm: { label: '本人确认', from: ['done'], to: 'confirmed' },
    assign: {
      label: '分派',
      from: ['opened', 'assigned', 'inHand'],
      to: 'assigned',
      requires: { assignee: '责任人' },
    },
    rework: { label: '退回重办', from: ['done'], to: 'inHand', requires: { note: '未解决的情况' } },
    raise: {
      label: '上报上一级',
      from: ['opened', 'assigned', 'inHand'],
      to: null,
      requires: { note: '本级办不了的原因' },
    },
    refuse: {
      label: '不予办理',
      from: ['opened', 'assigned', 'inHand'],
      to: 'refused',
      requires: { note: '不予办理的原因' },
    },
    withdraw: {
      label: '撤回',
      from: ['opened', 'assigned', 'inHand', 'done'],
      to: 'withdrawn',
      requires: { note: '撤回的原因' },
    },
    reopen: {
      label: '重新办理',
      from: ['confirmed', 'refused', 'withdrawn'],
      to: 'opened',
      requires: { note: '重新办理的原因' },
    },
  },
})

export type NeedState = StateOf<typeof needMachine>
export type NeedMove = MoveOf<typeof needMachine>

const levels = Object.keys(needLevelLabel) as NeedLevel[]

/** The level above; null where there is none. */
export function levelAbove(level: NeedLevel): NeedLevel | null {
  return levels[levels.indexOf(level) + 1] ?? null
}
