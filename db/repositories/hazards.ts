import { and, eq, isNull, lt, or, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { HazardGrade, HazardKind, HazardSource } from '@shared/domain/hazards/vocabulary'
import { hazard } from '../schema'
import { containing } from './ledgers'

/** The table of hazards, for the operations that every ledger shares. */
export const hazardTable = hazard
export type Hazard = typeof hazard.$inferSelect

export interface HazardChoice {
  kind?: HazardKind
  grade?: HazardGrade
  source?: HazardSource
}

/** Conditions of the ledger's own columns. */
export const hazardConditions = ({ kind, grade, source }: HazardChoice): (SQL | undefined)[] => [
  kind && eq(hazard.kind, kind),
  grade && eq(hazard.grade, grade),
  source && eq(hazard.source, source),
]

/** Open ones that cannot wait: grave, or past their day. */
export const pressingOn = (today: Day): SQL | undefined =>
  and(isNull(hazard.closedOn), or(eq(hazard.grade, 'grave'), lt(hazard.dueOn, today)))

/** Words of the hazard itself, or of who mends it. */
export const hazardWords = (text: string): SQL[] =>
  containing([hazard.content, hazard.measure, hazard.responsible], text)
