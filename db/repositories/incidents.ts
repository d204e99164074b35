import { and, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { LocalMoment } from '@shared/domain/incidents/protocol'
import type { StoreContext } from '../context'
import { incident } from '../schema'
import { containing } from './ledgers'

/** The table of incidents, for the operations that every ledger shares. */
export const incidentTable = incident
export type Incident = typeof incident.$inferSelect

export const ofKind = (kind: string | undefined): (SQL | undefined)[] => [
  kind === undefined ? undefined : eq(incident.kind, kind),
]

/** Open and with a duty whose deadline has passed. */
export const missedBy = (now: LocalMoment): SQL | undefined =>
  and(isNull(incident.closedOn), isNotNull(incident.nextDeadline), lt(incident.nextDeadline, now))

/** Words of the incident itself. */
export const incidentWords = (text: string): SQL[] =>
  containing([incident.situation, incident.place, incident.kindLabel], text)

/** Every open incident, the one whose duty is due first before the others. */
export function openIncidents(ctx: StoreContext): Incident[] {
  return ctx.db
    .select()
    .from(incident)
    .where(and(isNull(incident.voidedAt), isNull(incident.closedOn)))
    .orderBy(incident.nextDeadline)
    .all()
}
