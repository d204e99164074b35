import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/**
 * 外出报告: a supporter left and told the village, until the return is told too. Its due day is the
 * day the return is expected, so whoever is past it without a word stands as overdue.
 */
export const outingMachine = defineMachine({
  noun: '外出报告',
  right: 'recipients.write',
  first: 'away',
  states: {
    away: { label: '外出中', open: true, settled: true, late: '过了预计返回未报' },
    returned: { label: '已返回', open: false },
  },
  moves: {
    return: {
      label: '登记返回',
      from: ['away'],
      to: 'returned',
      requires: { returnedOn: '返回日期' },
    },
    extend: {
      label: '推迟返回',
      from: ['away'],
      to: null,
      requires: { until: '新的预计返回日期' },
    },
  },
})

export type OutingState = StateOf<typeof outingMachine>
export type OutingMove = MoveOf<typeof outingMachine>
