import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { incidentMachine } from '@shared/domain/incidents/machine'
import type { Duty } from '@shared/domain/incidents/protocol'
import { caseColumns, caseIndexes } from './ledgers'

/** 强制报告: an event that must be reported, from its discovery (`openedOn`) to its outcome. */
export const incident = sqliteTable(
  'incident',
  {
    ...caseColumns(incidentMachine),
    /** A code of the protocol's kinds; its label as it was is kept beside it. */
    kind: text().notNull(),
    kindLabel: text().notNull(),
    /** `HH:MM` of the discovery, where it is known. */
    discoveredAt: text(),
    discoveredBy: text(),
    place: text(),
    situation: text().notNull(),
    /** The steps asked for, as the protocol was when it was found: later edits do not move it. */
    duties: text({ mode: 'json' }).$type<Duty[]>().notNull(),
    /** `YYYY-MM-DDTHH:MM` of the first duty that is still to be done. */
    nextDeadline: text(),
    result: text(),
  },
  (t) => caseIndexes('incident', t),
)
