import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/**
 * 赡养与纠纷: from being found, over urging and mediation, to the township, legal aid and the court.
 * Urging belongs to a default of support; other disputes are mediated or reported at once. Nobody is
 * sent to legal aid or to court before somebody has mediated or the township knows of it.
 */
export const supportCaseMachine = defineMachine({
  noun: '纠纷',
  right: 'recipients.write',
  first: 'found',
  states: {
    found: { label: '待处理', open: true },
    urged: { label: '已督促', open: true },
    mediated: { label: '已调解', open: true },
    reported: { label: '已报镇', open: true },
    legalAid: { label: '法律援助中', open: true },
    court: { label: '诉讼中', open: true },
    fulfilled: { label: '已解决', open: false },
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
      from: ['found', 'urged', 'mediated'],
      to: 'mediated',
      requires: { note: '调解结果' },
    },
    report: {
      label: '报镇',
      from: ['found', 'urged', 'mediated'],
      to: 'reported',
      requires: { note: '上报内容' },
    },
    aid: {
      label: '申请法律援助',
      from: ['mediated', 'reported'],
      to: 'legalAid',
      requires: { note: '援助事项' },
    },
    sue: {
      label: '起诉',
      from: ['mediated', 'reported', 'legalAid'],
      to: 'court',
      requires: { note: '法院和诉讼请求' },
    },
    fulfil: {
      label: '已解决',
      from: ['found', 'urged', 'mediated', 'reported', 'legalAid', 'court'],
      to: 'fulfilled',
      requires: { outcome: '办结方式', note: '结果' },
    },
    drop: {
      label: '不再追究',
      from: ['found', 'urged', 'mediated', 'reported', 'legalAid', 'court'],
      to: 'dropped',
      requires: { note: '不再追究的原因' },
    },
    reopen: {
      label: '重新办理',
      from: ['fulfilled', 'dropped'],
      to: 'found',
      requires: { note: '重新办理的原因' },
    },
  },
})

export type SupportCaseState = StateOf<typeof supportCaseMachine>
export type SupportCaseMove = MoveOf<typeof supportCaseMachine>
