import {
  findingsOf,
  findingTable,
  updateInspection,
  updateSheet,
  type Finding,
  type Inspection,
  type InspectionSheet,
} from '@db/repositories/inspections'
import { listCases } from '@db/repositories/ledgers'
import type { StoreContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import type { inspectionsContract } from '@shared/contract/inspections'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { mendedBy, troublesOf } from '@shared/domain/inspections/checklist'
import { findingMachine } from '@shared/domain/inspections/machine'
import type { z } from 'zod'
import type { CommandContext, HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { findingLedger, shownFindings } from '../findings'
import { checkDoer, openCase, stepOn } from '../ledgers/cases'
import { placeFilterOf } from '../ledgers/places'
import { visibleSheet } from './access'
import { shownSheets } from './showing'
import { standardsOf } from './standards'

type SheetHandlers = Pick<
  HandlersOf<typeof inspectionsContract>,
  'inspections.sheet' | 'inspections.enterSheet'
>
type Typed = z.output<(typeof inspectionsContract)['inspections.enterSheet']['input']>

export const sheetHandlers: SheetHandlers = {
  'inspections.sheet': (ctx, { id }) => {
    const { sheet, inspection } = visibleSheet(ctx, id)
    const findings = findingsOn(ctx, sheet)
    return {
      ...shownSheets(ctx, [sheet], findings)[0]!,
      inspectionTitle: inspection.title,
      kind: inspection.kind,
      from: inspection.from,
      state: inspection.state,
      items: inspection.checklist,
      results: sheet.results,
      note: sheet.note,
      enteredAt: sheet.enteredAt,
      findings: shownFindings(ctx, findings),
      stillOpen: shownFindings(ctx, openBefore(ctx, sheet)),
    }
  },

  'inspections.enterSheet': (ctx, typed) => {
    requireWholeTownship(ctx)
    const { sheet, inspection } = visibleSheet(ctx, typed.id)
    checkTyped(ctx, inspection, typed)
    checkWhole(ctx, inspection, sheet, typed)
    const { id, revision, visitedOn, inspectors, present, note, results, findings } = typed
    const entered = { visitedOn, inspectors, present, note, results, enteredAt: ctx.now }
    updateSheet(ctx, id, entered, revision)
    for (const one of findings) openFinding(ctx, sheet, inspection, visitedOn, one)
    if (inspection.state === 'planned') updateInspection(ctx, inspection.id, { state: 'visiting' })
    return { found: findings.length }
  },
}

const findingsOn = (ctx: StoreContext, { id, inspectionId }: InspectionSheet): Finding[] =>
  findingsOf(ctx, [inspectionId]).filter(({ sheetId }) => sheetId === id)

const mostOpen = 100

/** What earlier inspections found in the village and nobody has struck off: looked at again now. */
function openBefore(ctx: StoreContext, { villageId, inspectionId }: InspectionSheet): Finding[] {
  const filter = placeFilterOf(
    ctx,
    { villageId, state: 'open' },
    { column: findingTable.villageId, words: () => [] },
  )
  const page = { filter, order: 'due' as const, after: null, limit: mostOpen }
  return listCases(ctx, findingTable, page).filter((one) => one.inspectionId !== inspectionId)
}

function checkTyped(ctx: StoreContext, inspection: Inspection, typed: Typed): void {
  const { visitedOn, findings } = typed
  if (inspection.state === 'cancelled')
    throw failure('CONFLICT', `“${inspection.title}”已取消，没有登记。要用的话先恢复准备。`)
  if (visitedOn > ctx.today)
    throw failure(
      'VALIDATION',
      `${formatPartialDate(visitedOn)}还没到，没有登记。去过之后再登记。`,
      {
        visitedOn: '不能晚于今天',
      },
    )
  if (visitedOn < inspection.from)
    throw failure('VALIDATION', `督查从 ${inspection.from} 开始，没有登记。请核对到村的日期。`, {
      visitedOn: '早于督查开始的日期',
    })
  for (const [at, one] of findings.entries()) {
    checkDoer(ctx, one)
    if (one.dueOn !== null && one.dueOn < visitedOn)
      throw failure('VALIDATION', '整改期限早于督查的日期，没有登记。', {
        [`findings.${at}.dueOn`]: '早于督查日期',
      })
  }
}

/** The marks and the findings, old and new, must say the same. */
function checkWhole(
  ctx: StoreContext,
  { checklist }: Inspection,
  sheet: InspectionSheet,
  { results, findings }: Typed,
): void {
  const known = findingsOn(ctx, sheet).filter(({ state }) => !findingMachine.states[state].dropped)
  const keys = [...known, ...findings].map(({ itemKey }) => itemKey).filter((one) => one !== null)
  const strange = findings.find(
    ({ itemKey }) => itemKey !== null && !checklist.some(({ key }) => key === itemKey),
  )
  const [first, ...others] = strange
    ? [{ key: null, message: '督查表上没有这一项' }]
    : troublesOf(checklist, results, new Set(keys))
  if (!first) return
  const more = others.length > 0 ? `，另有 ${others.length} 项` : ''
  const beside = [first, ...others].map(({ key, message }) => [
    key === null ? 'results' : `items.${key}`,
    message,
  ])
  throw failure('VALIDATION', `${first.message}${more}，没有登记。`, Object.fromEntries(beside))
}

function openFinding(
  ctx: CommandContext,
  { id: sheetId, villageId }: InspectionSheet,
  inspection: Inspection,
  foundOn: string,
  { dueOn, ...facts }: Typed['findings'][number],
): void {
  const { itemKey, severity } = facts
  openCase(
    ctx,
    findingLedger,
    {
      ...facts,
      recipientId: null,
      villageId,
      inspectionId: inspection.id,
      sheetId,
      item: inspection.checklist.find(({ key }) => key === itemKey)?.text ?? null,
      openedOn: foundOn,
      dueOn: dueOn ?? mendedBy(standardsOf(ctx), severity, foundOn),
    },
    stepOn(foundOn, inspection.title),
  )
}
