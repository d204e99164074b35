import type { StoreContext, WriteContext } from '@db/context'
import {
  findInspection,
  findingsOf,
  findSheet,
  findingTable,
  findingWords,
  ofInspection,
  ofSeverity,
  ofStation,
  updateSheet,
  type Finding,
} from '@db/repositories/inspections'
import { updateCase, voidCase, type CaseFilter } from '@db/repositories/ledgers'
import { allStations } from '@db/repositories/stations'
import { failure } from '@shared/contract/failure'
import { findingRow, type FindingRow, type findingsContract } from '@shared/contract/findings'
import {
  findingMachine,
  type FindingMove,
  type FindingState,
} from '@shared/domain/inspections/machine'
import { severityLabel, type Severity } from '@shared/domain/inspections/vocabulary'
import type { HandlersOf } from '../../core/context'
import {
  checkDoer,
  moveCase,
  movesOf,
  pageOfCases,
  requireCase,
  shownCases,
  shownSteps,
  summaryOf,
  type CaseQuestion,
  type Ledger,
} from '../ledgers/cases'
import { exportLedger, type LedgerColumn } from '../ledgers/export'
import { placeFilterOf, villageNames } from '../ledgers/places'
import { checkStationOf } from '../stations/access'

export const findingLedger: Ledger<typeof findingTable, FindingState, FindingMove> = {
  entity: 'finding',
  table: findingTable,
  machine: findingMachine,
}

/** Moves that give a new day by which it has to be mended. */
const givesDay: ReadonlySet<FindingMove> = new Set(['fail', 'extend', 'reopen'])

export const findingsHandlers: HandlersOf<typeof findingsContract> = {
  'findings.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, findingLedger, filterOf(ctx, filter), page)
    return { rows: shownFindings(ctx, rows), next }
  },

  'findings.summary': (ctx, { filter }) => summaryOf(ctx, findingLedger, filterOf(ctx, filter)),

  'findings.file': (ctx, { id }) => {
    const row = requireCase(ctx, findingLedger, id)
    return {
      ...shownFindings(ctx, [row])[0]!,
      steps: shownSteps(ctx, findingLedger, id),
      moves: movesOf(ctx, findingLedger, row),
    }
  },

  'findings.update': (ctx, { id, revision, ...facts }) => {
    const { villageId } = requireCase(ctx, findingLedger, id)
    checkDoer(ctx, facts)
    if (facts.stationId) checkStationOf(ctx, facts.stationId, villageId)
    updateCase(ctx, findingTable, id, facts, revision)
    return {}
  },

  'findings.move': (ctx, { id, revision, move, dueOn, ...step }) => {
    const row = requireCase(ctx, findingLedger, id)
    if (givesDay.has(move) && dueOn !== null && dueOn < step.day)
      throw failure('VALIDATION', '新的期限早于这一步的日期，没有登记。请核对。', {
        dueOn: '早于这一步的日期',
      })
    moveCase(
      ctx,
      findingLedger,
      row,
      { move, revision, step, said: { dueOn } },
      {
        ...(givesDay.has(move) && dueOn !== null && { dueOn }),
        ...(move === 'finish' && { result: step.note }),
      },
    )
    return {}
  },

  'findings.void': (ctx, { id, reason }) => {
    const row = requireCase(ctx, findingLedger, id)
    voidCase(ctx, findingTable, id, reason)
    unmark(ctx, row)
    return {}
  },

  'findings.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger: findingLedger,
      filter: filterOf(ctx, filter),
      name: '督查问题台账',
      columns,
      shown: (rows) => shownFindings(ctx, rows),
      row: findingRow,
    }),
}

/** An item nothing stands under any more has no mark: it was never found to be a problem. */
function unmark(ctx: WriteContext, { sheetId, inspectionId, itemKey }: Finding): void {
  const sheet = findSheet(ctx, sheetId)
  const others = findingsOf(ctx, [inspectionId]).filter((one) => one.sheetId === sheetId)
  if (!sheet || itemKey === null || others.some((one) => one.itemKey === itemKey)) return
  const results = sheet.results.filter(({ key }) => key !== itemKey)
  updateSheet(ctx, sheetId, { results }, sheet.revision)
}

interface FindingQuestion extends Omit<CaseQuestion, 'recipientId'> {
  inspectionId?: number
  severity?: Severity
  stationId?: number
}

function filterOf(
  ctx: StoreContext,
  { inspectionId, severity, stationId, ...question }: FindingQuestion,
): CaseFilter {
  const { villageId } = findingTable
  const filter = placeFilterOf(ctx, question, { column: villageId, words: findingWords })
  return {
    ...filter,
    also: [
      ...(filter.also ?? []),
      inspectionId === undefined ? undefined : ofInspection(inspectionId),
      severity === undefined ? undefined : ofSeverity(severity),
      stationId === undefined ? undefined : ofStation(stationId),
    ],
  }
}

export function shownFindings(ctx: StoreContext, rows: readonly Finding[]): FindingRow[] {
  const villages = villageNames(ctx)
  const titles = new Map(
    [...new Set(rows.map(({ inspectionId }) => inspectionId))].map((id) => [
      id,
      findInspection(ctx, id)?.title ?? '',
    ]),
  )
  const stations = new Map(allStations(ctx).map(({ id, name }) => [id, name]))
  return shownCases<FindingState, Finding>(ctx, rows).map((shown, at) => {
    const row = rows[at]!
    return {
      ...shown,
      recipientId: null,
      villageId: row.villageId,
      villageName: villages.get(row.villageId) ?? null,
      inspectionId: row.inspectionId,
      inspectionTitle: titles.get(row.inspectionId) ?? '',
      sheetId: row.sheetId,
      itemKey: row.itemKey,
      item: row.item,
      stationId: row.stationId,
      stationName: (row.stationId === null ? null : stations.get(row.stationId)) ?? null,
      content: row.content,
      severity: row.severity,
      measure: row.measure,
      result: row.result,
    }
  })
}

const columns: readonly LedgerColumn<FindingRow>[] = [
  { title: '发现日期', width: 12, text: (row) => row.openedOn },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '督查', width: 24, text: (row) => row.inspectionTitle },
  { title: '站点', width: 18, text: (row) => row.stationName },
  { title: '督查项目', width: 28, text: (row) => row.item },
  { title: '问题', width: 40, text: (row) => row.content },
  { title: '程度', width: 8, text: (row) => severityLabel[row.severity] },
  { title: '整改要求', width: 28, text: (row) => row.measure },
  {
    title: '整改责任人',
    width: 18,
    text: (row) => [row.helperName, row.responsible].filter(Boolean).join('、'),
  },
  { title: '整改期限', width: 12, text: (row) => row.dueOn },
  {
    title: '状态',
    width: 14,
    text: (row) => {
      const { label } = findingMachine.states[row.state]
      return row.overdue ? `逾期 · ${label}` : label
    },
  },
  { title: '整改情况', width: 36, text: (row) => row.result },
  { title: '销号日期', width: 12, text: (row) => row.closedOn },
]
