import { activityMachine } from '../activities/machine'
import { agreementMachine } from '../care-agreements/machine'
import { hazardMachine } from '../hazards/machine'
import { incidentMachine, incidentSteps } from '../incidents/machine'
import { findingMachine } from '../inspections/machine'
import { defaultProtocol } from '../incidents/protocol'
import { needMachine } from '../needs/machine'
import { outingMachine } from '../outings/machine'
import { supportCaseMachine } from '../support-cases/machine'
import { taskMachine } from '../tasks/machine'
import type { Machine } from './machine'
import { ownSteps } from './steps'

/** What the program must know of a ledger wherever its cases turn up among others. */
export interface LedgerEntry {
  readonly machine: Machine
  /** The page of a case, before its id. */
  readonly path: string
  /** Names of steps that are no moves of the machine. */
  readonly steps?: Readonly<Record<string, string>>
}

/** Every ledger of cases, by the name of its table. */
export const ledgers = {
  need: { machine: needMachine, path: '/needs' },
  hazard: { machine: hazardMachine, path: '/hazards' },
  support_case: { machine: supportCaseMachine, path: '/support-cases' },
  task: { machine: taskMachine, path: '/tasks' },
  finding: { machine: findingMachine, path: '/findings' },
  care_agreement: { machine: agreementMachine, path: '/care-agreements' },
  outing: { machine: outingMachine, path: '/outings' },
  incident: {
    machine: incidentMachine,
    path: '/incidents',
    // An office's own duty is called by its own name, which is its code as well.
    steps: {
      ...incidentSteps,
      ...Object.fromEntries(defaultProtocol.duties.map(({ step, label }) => [step, label])),
    },
  },
} as const satisfies Readonly<Record<string, LedgerEntry>>

/** What is about no one person but goes its way by the same machines and dated steps. */
export const generalLedgers = {
  activity: { machine: activityMachine, path: '/activities' },
} as const satisfies Readonly<Record<string, LedgerEntry>>

export type CaseEntity = keyof typeof ledgers
export const caseEntities = Object.keys(ledgers) as [CaseEntity, ...CaseEntity[]]

export const isCaseEntity = (name: string): name is CaseEntity => Object.hasOwn(ledgers, name)

/** What a step of a case is called: 登记, 分派, 通知子女. */
export function stepLabel(entity: string, step: string): string {
  const known: Readonly<Record<string, LedgerEntry>> = { ...ledgers, ...generalLedgers }
  const ledger = Object.hasOwn(known, entity) ? known[entity] : undefined
  return (
    ledger?.machine.moves[step]?.label ??
    ledger?.steps?.[step] ??
    (ownSteps as Readonly<Record<string, string>>)[step] ??
    step
  )
}
