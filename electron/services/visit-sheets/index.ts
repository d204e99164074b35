import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import {
  listSheets,
  sheetsById,
  sheetsNumbered,
  updateSheet,
  type StoredSheet,
} from '@db/repositories/visit-sheets'
import { failure } from '@shared/contract/failure'
import type { visitSheetsContract } from '@shared/contract/visit-sheets'
import { endOf } from '@shared/domain/calendar/days'
import { readSheetCode } from '@shared/domain/visit-sheets/sheet-number'
import type { HandlersOf } from '../../core/context'
import { helperOnFile } from '../helpers/access'
import { plannedSheets, prepareSheets } from './prepare'
import { seenSheets, sheetRows, wholeSheets } from './shown'

const stillOut = ['out', 'partlyBack'] as const

export const visitSheetsHandlers: HandlersOf<typeof visitSheetsContract> = {
  'visitSheets.plan': (ctx, plan) =>
    plannedSheets(ctx, plan).map(({ people, existing, ...sheet }) => ({
      ...sheet,
      lines: people.length,
      existing: existing && { id: existing.id, number: existing.number },
    })),

  'visitSheets.prepare': prepareSheets,

  'visitSheets.list': (ctx, { state, helperId, villageId, month, limit }) => {
    if (helperId !== undefined) helperOnFile(ctx, helperId)
    const sheets = listSheets(
      ctx,
      {
        states: state === 'open' || state === 'late' ? stillOut : state && [state],
        endedBefore: state === 'late' ? ctx.today : undefined,
        touching: month ? { from: `${month}-01`, to: endOf('month', `${month}-01`) } : undefined,
        helperId,
        villageId,
      },
      limit,
    )
    return sheetRows(ctx, sheets)
  },

  'visitSheets.read': (ctx, { ids }) => ({
    centre: getCentre(ctx).name,
    today: ctx.today,
    sheets: wholeSheets(ctx, sheetsToSee(ctx, ids)),
  }),

  'visitSheets.find': (ctx, { code }) => {
    const read = readSheetCode(code)
    if (!read)
      throw failure('VALIDATION', '看不出任务单编号。请照单子右上角写，如 2611-007。', {
        code: '如 2611-007',
      })
    const [found] = seenSheets(ctx, sheetsNumbered(ctx, read.number))
    if (!found)
      throw failure('NOT_FOUND', `没有编号 ${read.number} 的任务单。请核对单子上的编号。`, {
        code: '没有这份任务单',
      })
    const line = found.lines.find(({ line }) => line.position === read.line)?.line
    return { id: found.sheet.id, number: found.sheet.number, lineId: line?.id ?? null }
  },

  'visitSheets.markPrinted': (ctx, { ids }) => {
    for (const { id, printedOn } of sheetsToSee(ctx, ids))
      if (printedOn === null) updateSheet(ctx, id, { printedOn: ctx.today })
    return {}
  },

  'visitSheets.receive': (ctx, { sheets, on }) => {
    if (on > ctx.today)
      throw failure('VALIDATION', '收回日期不能晚于今天，没有改动。', { on: '不能晚于今天' })
    for (const { sheet, revision } of sheetsToChange(ctx, sheets))
      updateSheet(ctx, sheet.id, { state: 'back', receivedOn: on }, revision)
    return {}
  },

  'visitSheets.cancel': (ctx, { sheets, reason }) => {
    for (const { sheet, revision } of sheetsToChange(ctx, sheets))
      updateSheet(ctx, sheet.id, { state: 'cancelled', note: reason }, revision)
    return {}
  },
}

/** The sheets in the order asked for; one that is not there, or not to be seen, is refused. */
function sheetsToSee(ctx: StoreContext, ids: readonly number[]): StoredSheet[] {
  const stored = sheetsById(ctx, ids)
  const seen = new Set(seenSheets(ctx, [...stored.values()]).map(({ sheet }) => sheet.id))
  return [...new Set(ids)].map((id) => {
    const sheet = stored.get(id)
    if (!sheet || !seen.has(id))
      throw failure('NOT_FOUND', '找不到这份任务单，可能不在您管的范围内。请刷新后再试。')
    return sheet
  })
}

function sheetsToChange(
  ctx: StoreContext,
  saves: readonly { id: number; revision: number }[],
): { sheet: StoredSheet; revision: number }[] {
  const revisions = new Map(saves.map(({ id, revision }) => [id, revision]))
  return sheetsToSee(
    ctx,
    saves.map(({ id }) => id),
  ).map((sheet) => {
    if (sheet.state === 'cancelled')
      throw failure('CONFLICT', `任务单 ${sheet.number} 已经作废，没有改动。`)
    return { sheet, revision: revisions.get(sheet.id)! }
  })
}
