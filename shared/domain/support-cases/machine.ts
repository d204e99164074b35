import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/**
 * 赡养不履行: from being found, over urging and mediation, to the township and legal aid. Each step
 * may be skipped only upward: nobody is sent to court who was never urged.
 */
export const supportCaseMachine = defineMachine({
  noun: '赡养督促',
  right: 'recipients.write',
  first: 'found',
  states: {
    found: { label: '待督促', open: true },
    urged: { label: '已督促', open: true },
    mediated: { label: '已调解', open: true },
    reported: { label: '已报镇', open: true },
    legalAid: { label: '法律援助中', open: true },
    fulfilled: { label: '已履行', open: false },
    dropped: { label: '不再追究', open: false, dropped: true },
  },
  moves: {
    urge: {
      label: '督促',
      from: ['found', 'urged'],
      to: 'urged',
      requires: { note: '督促情况' },
    },
    mediate: {
      label: '调解',
      from: ['urged', 'mediated'],
      to: 'mediated',
      requires: { note: '调解结果' },
    },
    report: {
      label: '报镇',
      from: ['urged', 'mediated'],
      to: 'reported',
      requires: { note: '上报内容' },
    },
    aid: {
      label: '申请法律援助',
      from: ['mediated', 'reported'],
      to: 'legalAid',
      requires: { note: '援助事项' },
    },
    fulfil: {
      label: '已履行',
      from: ['found', 'urged', 'mediated', 'reported', 'legalAid'],
      to: 'fulfilled',
      requires: { note: '履行情况' },
    },
    drop: {
      label: '不再追究',
      from: ['found', 'urged', 'mediated', 'reported', 'legalAid'],
      to: 'dropped',
      requires: { note: '不再追究的原因' },
    },
    reopen: {
      label: '重新督促',
      from: ['fulfilled', 'dropped'],
      to: 'found',
      requires: { note: '重新督促的原因' },
    },
  },
})

export type SupportCaseState = StateOf<typeof supportCaseMachine>
export type SupportCaseMove = MoveOf<typeof supportCaseMachine>
