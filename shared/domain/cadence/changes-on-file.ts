import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/periods'
import {
  codesOf,
  riskLevelLabel,
  type ExemptionReason,
  type RecipientStatus,
  type RiskLevel,
} from '@shared/domain/vocabulary'
import type { MajorChange } from './change-duties'

/** What of a file tells of 重大变化; the periods oldest first. */
export interface ChangeSources {
  readonly statuses: readonly (Period & { readonly status: RecipientStatus })[]
  readonly risks: readonly (Period & { readonly level: RiskLevel })[]
  readonly exemptions: readonly (Period & { readonly reason: ExemptionReason })[]
  readonly spouseDied: Day | null
  /** Days on which a 强制报告 was opened. */
  readonly incidents: readonly Day[]
  /** By hand. */
  readonly recorded: readonly MajorChange[]
}

/** The gravest level stands first in the vocabulary. */
const gravity = (level: RiskLevel): number => -codesOf(riskLevelLabel).indexOf(level)

/** 重大变化 of a person, oldest first; one of a kind and day stands once. */
export function majorChangesOf(file: ChangeSources): MajorChange[] {
  const changes = new Map<string, MajorChange>()
  const note = (kind: MajorChange['kind'], date: Day): void =>
    void changes.set(`${date} ${kind}`, { kind, date })

  for (const { reason, to } of file.exemptions) {
    if (reason === 'hospital' && to !== null) note('discharge', to)
  }
  // The first entry on file is no change; coming back to it is.
  const entered = file.statuses.findIndex(({ status }) => status === 'active')
  file.statuses.forEach(({ status, from }, position) => {
    if (status === 'active' && position > entered) note('reopened', from)
  })
  file.risks.forEach(({ level, from }, position) => {
    const before = file.risks[position - 1]
    if (before && gravity(level) > gravity(before.level)) note('riskRaised', from)
  })
  if (file.spouseDied !== null) note('spouseDeath', file.spouseDied)
  for (const date of file.incidents) note('incident', date)
  for (const { kind, date } of file.recorded) note(kind, date)
  return [...changes.values()].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
}
