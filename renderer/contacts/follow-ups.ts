import { hazardKindLabel } from '@shared/domain/hazards/vocabulary'
import { needLedgerKindLabel } from '@shared/domain/needs/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { useQueryOp, type InputOf } from '../api'
import { useMay } from '../shell/session'

export type FollowUp = NonNullable<InputOf<'contacts.record'>['followUp']>

/** One of the things a found problem can become, with the key that says so in a grid. */
export interface FollowUpChoice {
  /** `need:lifeCare`, `incident:hardship`. */
  value: string
  key: string | undefined
  label: string
  ledger: FollowUp['ledger']
  followUp: FollowUp
}

export const ledgerWords: Record<FollowUp['ledger'], string> = {
  need: '需求',
  hazard: '隐患',
  incident: '强制报告',
}

/** Each ledger has a row of the keyboard, its kinds from left to right. */
const keyRows: Record<FollowUp['ledger'], string> = {
  need: '1234567890',
  incident: 'qwertyuiop',
  hazard: 'asdfghjkl',
}

const choiceOf = (followUp: FollowUp, label: string, at: number): FollowUpChoice => ({
  value: valueOf(followUp),
  key: keyRows[followUp.ledger][at],
  label,
  ledger: followUp.ledger,
  followUp,
})

export const valueOf = ({ ledger, kind }: FollowUp): string => `${ledger}:${kind}`

export const followUpOf = (
  choices: readonly FollowUpChoice[],
  value: string | null,
): FollowUp | null => choices.find((choice) => choice.value === value)?.followUp ?? null

/** What this operator can turn a problem into: kinds of need and hazard, and the office's reportable events. */
export function useFollowUpChoices(): readonly FollowUpChoice[] {
  const mayNeeds = useMay('needs.write')
  const mayHazards = useMay('hazards.write')
  const mayIncidents = useMay('incidents.write')
  const protocol = useQueryOp('incidents.protocol', {}, { enabled: mayIncidents })
  const needs = mayNeeds ? codesOf(needLedgerKindLabel) : []
  const hazards = mayHazards ? codesOf(hazardKindLabel) : []
  const incidents = mayIncidents ? (protocol.data?.kinds ?? []) : []
  return [
    ...needs.map((kind, at) => choiceOf({ ledger: 'need', kind }, needLedgerKindLabel[kind], at)),
    ...hazards.map((kind, at) => choiceOf({ ledger: 'hazard', kind }, hazardKindLabel[kind], at)),
    ...incidents.map(({ code, label }, at) =>
      choiceOf({ ledger: 'incident', kind: code }, label, at),
    ),
  ]
}

/** The choices under the names of their ledgers, as a select takes them. */
export function groupedChoices(choices: readonly FollowUpChoice[]) {
  return codesOf(ledgerWords)
    .map((ledger) => ({
      group: ledgerWords[ledger],
      items: choices
        .filter((one) => one.ledger === ledger)
        .map(({ value, label }) => ({ value, label })),
    }))
    .filter(({ items }) => items.length > 0)
}
