import type { StoreContext } from '@db/context'
import { incidentTable, type Incident } from '@db/repositories/incidents'
import { stepsOf, type CaseStep } from '@db/repositories/ledgers'
import type { IncidentRow } from '@shared/contract/incidents'
import { todayLocal } from '@shared/domain/calendar/days'
import {
  incidentMachine,
  type IncidentMove,
  type IncidentState,
} from '@shared/domain/incidents/machine'
import {
  dutyStandings,
  type DutyStanding,
  type LocalMoment,
} from '@shared/domain/incidents/protocol'
import { shownCases, type Ledger } from '../ledgers/cases'
import type { LedgerColumn } from '../ledgers/export'

export const ledger: Ledger<typeof incidentTable, IncidentState, IncidentMove> = {
  entity: 'incident',
  table: incidentTable,
  machine: incidentMachine,
}

/** The moment on the office's clock. */
export function localMoment({ now }: StoreContext): LocalMoment {
  const moment = new Date(now)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${todayLocal(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** How the incident's duties stand now. */
export function standingsOf(
  ctx: StoreContext,
  { duties, openedOn, discoveredAt }: Incident,
  steps: readonly CaseStep[],
): DutyStanding[] {
  return dutyStandings(duties, steps, { day: openedOn, time: discoveredAt }, localMoment(ctx))
}

/** Incidents as lists show them: overdue is a duty past its hour. */
export function shownIncidents(ctx: StoreContext, rows: readonly Incident[]): IncidentRow[] {
  const steps = stepsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return shownCases<IncidentState, Incident>(ctx, rows).map((row, at) => {
    const incident = rows[at]!
    const isOpen = incident.closedOn === null
    const standings = isOpen
      ? standingsOf(
          ctx,
          incident,
          steps.filter(({ recordId }) => recordId === row.id),
        )
      : []
    const missed = standings.filter(({ state }) => state === 'overdue')
    const { kind, kindLabel, discoveredAt, discoveredBy, place, situation, result } = incident
    return {
      ...row,
      overdue: missed.length > 0,
      kind,
      kindLabel,
      discoveredAt,
      discoveredBy,
      place,
      situation,
      result,
      pendingDuties: standings.filter(({ state }) => state === 'pending' || state === 'overdue')
        .length,
      missedDuties: missed.map(({ label }) => label),
      nextDeadline: incident.nextDeadline,
    }
  })
}

export const incidentColumns: readonly LedgerColumn<IncidentRow>[] = [
  { title: '发现日期', width: 12, text: (row) => row.openedOn },
  { title: '发现时间', width: 9, text: (row) => row.discoveredAt },
  { title: '姓名', width: 10, text: (row) => row.recipientName },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '事件', width: 16, text: (row) => row.kindLabel },
  { title: '地点', width: 16, text: (row) => row.place },
  { title: '情况', width: 40, text: (row) => row.situation },
  { title: '发现人', width: 10, text: (row) => row.discoveredBy },
  { title: '责任人', width: 14, text: (row) => row.helperName ?? row.responsible },
  { title: '状态', width: 12, text: (row) => incidentMachine.states[row.state].label },
  { title: '漏报步骤', width: 18, text: (row) => row.missedDuties.join('、') },
  { title: '处置结果', width: 36, text: (row) => row.result },
  { title: '结案日期', width: 12, text: (row) => row.closedOn },
]
