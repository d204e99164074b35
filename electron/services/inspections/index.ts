import {
  addInspection,
  addSheet,
  listInspections,
  sheetsOf,
  updateInspection,
  voidInspection,
  voidSheet,
  type Inspection,
} from '@db/repositories/inspections'
import type { StoreContext, WriteContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import type { inspectionsContract } from '@shared/contract/inspections'
import type { Day } from '@shared/domain/calendar/types'
import { inspectionMachine, type InspectionState } from '@shared/domain/inspections/machine'
import { move, movesFrom } from '@shared/domain/ledgers/machine'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { mayOf } from '../ledgers/cases'
import { checkVillage } from '../ledgers/places'
import { requireInspection, visibleInspection, visibleSheets } from './access'
import { writeInspectionReport } from './report'
import { sheetHandlers } from './sheets'
import { findingsUnder, shownInspections, shownSheets } from './showing'
import { refuseTwice, saveStandards, standardsOf } from './standards'

export const inspectionsHandlers: HandlersOf<typeof inspectionsContract> = {
  ...sheetHandlers,

  'inspections.standards': (ctx) => {
    const { items, days } = standardsOf(ctx)
    return { items: [...items], days }
  },

  'inspections.saveStandards': (ctx, standards) => {
    requireWholeTownship(ctx)
    saveStandards(ctx, standards)
    return {}
  },

  'inspections.list': (ctx, { year, kind, state }) => {
    const within = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
    const rows = shownInspections(ctx, listInspections(ctx, { ...within, kind, state }))
    return ctx.scope.villages === null ? rows : rows.filter(({ sheets }) => sheets > 0)
  },

  'inspections.file': (ctx, { id }) => {
    const row = visibleInspection(ctx, id)
    const sheets = visibleSheets(ctx, [row])
    const whole = ctx.scope.villages === null
    return {
      ...shownInspections(ctx, [row])[0]!,
      checklist: row.checklist,
      rows: shownSheets(ctx, sheets, findingsUnder(ctx, [row], sheets)),
      moves: whole ? movesFrom(inspectionMachine, row.state, mayOf(ctx)) : [],
    }
  },

  'inspections.plan': (ctx, { villageIds, ...facts }) => {
    requireWholeTownship(ctx)
    checkDays(facts)
    const id = addInspection(ctx, {
      ...facts,
      state: inspectionMachine.first,
      checklist: [...standardsOf(ctx).items],
    })
    addSheets(ctx, id, 0, villageIds)
    return { id }
  },

  'inspections.update': (ctx, { id, revision, ...facts }) => {
    const row = requireInspection(ctx, id)
    checkDays(facts)
    const early = sheetsOf(ctx, [id]).find(
      ({ visitedOn }) => visitedOn !== null && visitedOn < facts.from,
    )
    if (early)
      throw failure('VALIDATION', `${early.visitedOn}已经到过村，没有保存。请核对开始日期。`, {
        from: '晚于已经到村的日期',
      })
    updateInspection(ctx, row.id, facts, revision)
    return {}
  },

  'inspections.saveChecklist': (ctx, { id, revision, items }) => {
    const row = requireInspection(ctx, id)
    refuseTwice(items)
    if (sheetsOf(ctx, [id]).some(({ visitedOn }) => visitedOn !== null))
      throw failure(
        'CONFLICT',
        `“${row.title}”已有督查表录入，项目没有改动。各村要按同样的项目查；要改的用在下一次督查。`,
      )
    updateInspection(ctx, id, { checklist: items }, revision)
    return {}
  },

  'inspections.saveVillages': (ctx, { id, revision, villageIds }) => {
    const row = requireInspection(ctx, id)
    refuseCancelled(row)
    const sheets = sheetsOf(ctx, [id])
    const dropped = sheets.filter(({ villageId }) => !villageIds.includes(villageId))
    const visited = dropped.find(({ visitedOn }) => visitedOn !== null)
    if (visited)
      throw failure('CONFLICT', '有的村已经去过并录入了督查表，不能去掉，没有保存。请刷新后再选。')
    const there = new Set(sheets.map(({ villageId }) => villageId))
    const added = villageIds.filter((one) => !there.has(one))
    // The same values again only check the revision: two who choose villages at once notice.
    updateInspection(ctx, id, { title: row.title }, revision)
    for (const sheet of dropped) voidSheet(ctx, sheet.id, '这次督查不去')
    addSheets(ctx, id, Math.max(0, ...sheets.map(({ number }) => number)), added)
    return { added: added.length, removed: dropped.length }
  },

  'inspections.move': (ctx, { id, revision, move: name, note }) => {
    moveInspection(ctx, requireInspection(ctx, id), { name, note, revision })
    return {}
  },

  'inspections.void': (ctx, { id, reason }) => {
    const row = requireInspection(ctx, id)
    if (sheetsOf(ctx, [id]).some(({ visitedOn }) => visitedOn !== null))
      throw failure('CONFLICT', `“${row.title}”已有督查表录入，没有隐去。它的问题还要整改。`)
    voidInspection(ctx, id, reason)
    return {}
  },

  'inspections.report': (ctx, { id }) =>
    writeInspectionReport(ctx, requireInspection(ctx, id), (command, row, documentId) =>
      moveInspection(command, row, { name: 'report', revision: row.revision }, { documentId }),
    ),
}

function addSheets(
  ctx: WriteContext,
  inspectionId: number,
  after: number,
  villageIds: readonly number[],
): void {
  for (const [at, villageId] of [...new Set(villageIds)].entries()) {
    checkVillage(ctx, villageId)
    addSheet(ctx, { inspectionId, villageId, number: after + at + 1, results: [] })
  }
}

function checkDays({ from, to }: { from: Day; to: Day }): void {
  if (from > to)
    throw failure('VALIDATION', '结束日期早于开始日期，没有保存。', { to: '早于开始日期' })
}

function refuseCancelled({ state, title }: Inspection): void {
  if (state === 'cancelled')
    throw failure('CONFLICT', `“${title}”已取消，没有改动。要用的话先恢复准备。`)
}

interface MovingInspection {
  name: string
  note?: string | null
  revision: number
}

function moveInspection(
  ctx: WriteContext,
  row: Inspection,
  { name, note = null, revision }: MovingInspection,
  patch: { documentId?: number } = {},
): void {
  const verdict = move<InspectionState, string>(inspectionMachine, row.state, {
    move: name,
    said: { note },
    may: mayOf(ctx as StoreContext),
  })
  if (verdict.refusal) {
    const { message, fields } = verdict.refusal
    throw failure(fields ? 'VALIDATION' : 'CONFLICT', message, fields && { ...fields })
  }
  const said = note === null ? {} : { note }
  updateInspection(ctx, row.id, { ...patch, ...said, state: verdict.state }, revision)
}
