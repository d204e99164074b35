import type { WriteContext } from '@db/context'
import { factLabel, shownFact } from './fact-words'
import { choiceFor, type Choice, type DifferenceKind } from '@shared/domain/imports/updates'
import { writeValues, type Target } from '@db/repositories/imports-updates'
import type { Office } from './office'
import type { RowWord } from './staging'

/** Where a file and a ledger differ, and what the clerk's words make of it. */
export interface RowDifference {
  /** `health`, or `child.place:祁志强` where a row tells of several. */
  fact: string
  label: string
  /** As people read it; null where the file knows nothing. */
  onFile: string | null
  inLedger: string
  kind: DifferenceKind
  /** What holds afterwards; null while the clerk has not said. */
  choice: Choice | null
  /** Whether anything is written. */
  taken: boolean
  /** The record and its values if the ledger's word is taken; null where it takes more than that. */
  write: { target: Target; inLedger: Values; both?: Values } | null
}
type Values = Readonly<Record<string, unknown>>

/** Something a ledger says of a record on file, before anybody decided about it. */
export interface Told {
  fact: string
  kind: DifferenceKind | null
  onFile: unknown
  inLedger: unknown
  write?: RowDifference['write']
  /** Of what is no field of the program's own: its name and how its values read. */
  own?: { label: string; words: (value: unknown) => string }
}

/** Decides what was told by the clerk's words; what says nothing new is left out. */
export function decided(
  { staged, dictionaries }: Pick<Office, 'staged' | 'dictionaries'>,
  told: readonly Told[],
  said: RowWord['choices'],
): RowDifference[] {
  return told.flatMap(({ fact, kind, onFile, inLedger, write = null, own }) => {
    if (kind === null) return []
    const words = own?.words ?? ((value) => shownFact(fact, value, dictionaries))
    const choice = choiceFor({ fact, kind }, staged.work.updates, said)
    return [
      {
        fact,
        label: own?.label ?? factLabel(fact),
        onFile: words(onFile) || null,
        inLedger: words(inLedger),
        kind,
        choice,
        taken: choice !== null && choice !== 'onFile',
        write,
      },
    ]
  })
}

/** Some difference still waits for the clerk. */
export const isOpen = ({ differences }: { differences: readonly RowDifference[] }): boolean =>
  differences.some(({ choice }) => choice === null)

export const isTaken = (differences: readonly RowDifference[], fact: string): boolean =>
  differences.some((one) => one.fact === fact && one.taken)

/** The values one record is to have. */
export function takenOf(
  differences: readonly RowDifference[],
  recordId: number,
): Record<string, unknown> {
  return Object.assign(
    {},
    ...differences
      .filter(({ taken, write }) => taken && write?.target.id === recordId)
      .map(({ choice, write }) => (choice === 'both' ? write?.both : null) ?? write?.inLedger),
  ) as Record<string, unknown>
}

/** Writes what was taken, one change per record; answers what kinds of records it touched. */
export function writeTaken(
  ctx: WriteContext,
  differences: readonly RowDifference[],
): ReadonlySet<Target['table']> {
  const targets = new Map<number, Target>()
  for (const { taken, write } of differences)
    if (taken && write) targets.set(write.target.id, write.target)
  for (const target of targets.values()) writeValues(ctx, target, takenOf(differences, target.id))
  return new Set([...targets.values()].map(({ table }) => table))
}
