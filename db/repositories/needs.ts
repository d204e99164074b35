import { eq, type SQL } from 'drizzle-orm'
import type { NeedLedgerKind, NeedLevel, Urgency } from '@shared/domain/needs/vocabulary'
import { need } from '../schema'
import { containing } from './ledgers'

/** The table of needs, for the operations that every ledger shares. */
export const needTable = need
export type Need = typeof need.$inferSelect

export interface NeedChoice {
  kind?: NeedLedgerKind
  urgency?: Urgency
  level?: NeedLevel
}

/** Conditions of the ledger's own columns. */
export const needConditions = ({ kind, urgency, level }: NeedChoice): (SQL | undefined)[] => [
  kind && eq(need.kind, kind),
  urgency && eq(need.urgency, urgency),
  level && eq(need.level, level),
]

/** Words of the need itself, or of who is responsible. */
export const needWords = (text: string): SQL[] => containing([need.content, need.responsible], text)
