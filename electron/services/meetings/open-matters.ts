import type { StoreContext } from '@db/context'
import { openIncidents } from '@db/repositories/incidents'
import { findingTable } from '@db/repositories/inspections'
import { listCases, stepsOf, type CaseTable, type RowOf } from '@db/repositories/ledgers'
import { needTable } from '@db/repositories/needs'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { taskTable } from '@db/repositories/tasks'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { agendaOf, type Matter, type VillageCount } from '@shared/domain/meetings/agenda'
import { needLedgerKindLabel } from '@shared/domain/needs/vocabulary'
import { complianceOf } from '../compliance/standings'
import { shownFindings } from '../findings'
import { unhelped } from '../helpers/pairings'
import { standingsOf } from '../incidents/showing'
import { shownTasks } from '../tasks'

/** 待议事项 as the ledgers stand today. */
export function openMatters(ctx: StoreContext): Matter[] {
  const names = new Map(loadRoster(ctx).map(({ id, name }) => [id, name]))
  const nameOf = (id: number | null): string | null =>
    id === null ? null : (names.get(id) ?? null)
  const needs = openCases(ctx, needTable)
  const needCase = (one: (typeof needs)[number]) => ({
    id: one.id,
    name: nameOf(one.recipientId),
    what: needLedgerKindLabel[one.kind],
    openedOn: one.openedOn,
    dueOn: one.dueOn,
  })
  return agendaOf({
    today: ctx.today,
    incidents: openIncidents(ctx).map((one) => ({
      id: one.id,
      name: nameOf(one.recipientId),
      what: one.kindLabel,
      openedOn: one.openedOn,
      dueOn: one.dueOn,
      missed: standingsOf(ctx, one, stepsOf(ctx, [one.id]))
        .filter(({ state }) => state === 'overdue')
        .map(({ label }) => label),
    })),
    tasks: shownTasks(ctx, openCases(ctx, taskTable)).map((one) => ({
      id: one.id,
      name: null,
      what: one.content,
      owner: [one.helperName, one.responsible].filter(Boolean).join('、') || null,
      openedOn: one.openedOn,
      dueOn: one.dueOn,
    })),
    findings: shownFindings(ctx, openCases(ctx, findingTable)).map((one) => ({
      id: one.id,
      name: one.villageName,
      what: one.content,
      owner: [one.helperName, one.responsible].filter(Boolean).join('、') || null,
      openedOn: one.openedOn,
      dueOn: one.dueOn,
    })),
    raisedNeeds: needs.filter(({ level }) => level !== 'village').map(needCase),
    overdueNeeds: needs.filter(({ dueOn }) => dueOn !== null && dueOn < ctx.today).map(needCase),
    overdue: byVillage(
      ctx,
      complianceOf(ctx)
        .people.filter(({ state }) => state === 'overdue')
        .map(({ person }) => person),
    ),
    withoutHelper: byVillage(ctx, unhelped(ctx)),
  })
}

const most = 5_000

function openCases<Table extends CaseTable>(ctx: StoreContext, table: Table): RowOf<Table>[] {
  const filter = { people: null, state: 'open' }
  return listCases(ctx, table, { filter, order: 'due', after: null, limit: most })
}

function byVillage(ctx: StoreContext, people: readonly RosterPerson[]): VillageCount[] {
  return loadVillages(ctx).map((village) => ({
    villageId: village.id,
    villageName: villageNameOn(village, ctx.today),
    people: people.filter(({ villageId }) => villageId === village.id).length,
  }))
}
