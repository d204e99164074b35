import { defineMachine, type MoveOf, type StateOf } from '../ledgers/machine'

/** 强制报告: open until it has an outcome; nothing of it is ever deleted. */
export const incidentMachine = defineMachine({
  noun: '强制报告',
  right: 'incidents.write',
  first: 'handling',
  states: {
    handling: { label: '处置中', open: true },
    closed: { label: '已结案', open: false },
    mistaken: { label: '经查不属实', open: false, dropped: true },
  },
  moves: {
    close: {
      label: '结案',
      from: ['handling'],
      to: 'closed',
      requires: { note: '处置结果' },
    },
    mistake: {
      label: '经查不属实',
      from: ['handling'],
      to: 'mistaken',
      requires: { note: '核查情况' },
    },
    reopen: {
      label: '重新处置',
      from: ['closed', 'mistaken'],
      to: 'handling',
      requires: { note: '重新处置的原因' },
    },
  },
})

export type IncidentState = StateOf<typeof incidentMachine>
export type IncidentMove = MoveOf<typeof incidentMachine>

/** Steps of an incident that are no moves and no duty: what was done besides. */
export const incidentSteps = { progress: '处置进展' } as const
