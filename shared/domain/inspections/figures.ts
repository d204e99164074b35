import type { Day } from '../calendar/types'
import { codesOf } from '../vocabulary'
import { findingMachine, type FindingState } from './machine'
import { severityLabel, type Severity } from './vocabulary'

/** The part of a finding that figures are counted from. */
export interface CountedFinding {
  readonly villageId: number
  readonly severity: Severity
  readonly state: FindingState
  readonly dueOn: Day | null
}

/** 口径: withdrawn findings count nowhere; passed ones are mended; open past their day are overdue. */
export interface FindingFigures {
  readonly found: number
  readonly passed: number
  readonly open: number
  readonly overdue: number
  readonly bySeverity: Readonly<Record<Severity, number>>
}

export function findingFigures(findings: readonly CountedFinding[], today: Day): FindingFigures {
  const standing = findings.filter(({ state }) => !findingMachine.states[state].dropped)
  const open = standing.filter(({ state }) => findingMachine.states[state].open)
  return {
    found: standing.length,
    passed: standing.length - open.length,
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    bySeverity: Object.fromEntries(
      codesOf(severityLabel).map((code) => [
        code,
        standing.filter(({ severity }) => severity === code).length,
      ]),
    ) as Record<Severity, number>,
  }
}
