import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/**
 * 照料协议: drafted → signed and in force, renewed as often as wanted, reported to the village
 * committee, until it ends with a reason. Its due day is the day its term ends, so an agreement
 * whose term ran out without renewal stands as overdue.
 */
export const agreementMachine = defineMachine({
  noun: '照料协议',
  right: 'hazards.write',
  first: 'drafted',
  states: {
    drafted: { label: '待签订', open: true },
    active: { label: '履行中', open: true, settled: true, late: '期满没有续签' },
    ended: { label: '已终止', open: false },
    dropped: { label: '没有签成', open: false, dropped: true },
  },
  moves: {
    sign: {
      label: '签订',
      from: ['drafted'],
      to: 'active',
      requires: { until: '期满日期', willing: '老人本人同意' },
    },
    renew: {
      label: '续签',
      from: ['active'],
      to: 'active',
      requires: { until: '新的期满日期', willing: '老人本人同意' },
    },
    report: {
      label: '报村（居）委会备案',
      from: ['active'],
      to: null,
      requires: { toWhom: '报给谁' },
    },
    end: { label: '终止', from: ['active'], to: 'ended', requires: { note: '终止原因' } },
    drop: {
      label: '没有签成',
      from: ['drafted'],
      to: 'dropped',
      requires: { note: '没有签成的原因' },
    },
    redraft: {
      label: '重新签订',
      from: ['ended', 'dropped'],
      to: 'drafted',
      requires: { note: '重新签订的原因' },
    },
  },
})

export type AgreementState = StateOf<typeof agreementMachine>
export type AgreementMove = MoveOf<typeof agreementMachine>
