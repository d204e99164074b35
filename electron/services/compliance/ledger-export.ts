import { getCentre } from '@db/repositories/centre'
import type { StoreContext } from '@db/context'
import type { WorkbookSheet } from '@electron/documents/xlsx/workbook'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { groupCellWords, ledgerCellWords, ledgerLegend } from '@shared/domain/cadence/ledger-words'
import type { JobContext } from '../../core/context'
import { ledgerOfYear } from './ledger'
import { groupRows, type LedgerFilter, ledgerRows } from './ledger-views'

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
const monthColumns = months.map((title) => ({ title, width: 9, align: 'center' as const }))

/** 履约台账 as a workbook: person by person, and the sums by duty and by village. */
export async function exportLedger(
  ctx: JobContext,
  filter: LedgerFilter,
): Promise<OutputOf<'compliance.export'>> {
  const rows = ledgerRows(ctx, filter)
  if (rows.length === 0) {
    throw failure('VALIDATION', '没有符合条件的人，没有生成文件。请放宽筛选条件后再试。')
  }
  const { name: centre, township } = getCentre(ctx)
  const what = filter.duty ? dutyLabel[filter.duty] : '全部任务'
  const title = `${township}${filter.year}年履约台账（${what}，${rows.length}人）`
  ctx.progress(0, rows.length, '正在写表格')
  const people: WorkbookSheet = {
    name: '逐人台账',
    title,
    paper: 'A3',
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '姓名', width: 11 },
      { title: '村（社区）', width: 14 },
      { title: '帮扶人', width: 12 },
      ...monthColumns,
      { title: '完成／应做', width: 11, align: 'center' },
    ],
    rows: [
      ...rows.map((row, position) => [
        position + 1,
        row.recipientName,
        row.villageName ?? '',
        row.helperName ?? '',
        ...row.months.map((cell) => ledgerCellWords(cell)),
        `${row.met}／${row.asked}`,
      ]),
      [null, `说明：${ledgerLegend}`],
    ],
  }
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        people,
        sumsSheet(ctx, filter, 'duty', '按任务'),
        sumsSheet(ctx, filter, 'village', '按村'),
        ratesSheet(ctx, filter.year),
      ],
      properties: { title: '履约台账', author: centre, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const file = `履约台账_${filter.year}年_${what}_${rows.length}人`
  return ctx.artifacts.put(file, [{ name: `${file}.xlsx`, bytes }])
}

function sumsSheet(
  ctx: StoreContext,
  filter: LedgerFilter,
  by: 'duty' | 'village',
  name: string,
): WorkbookSheet {
  return {
    name,
    title: `${filter.year}年履约情况（${name}，完成人数／应做人数）`,
    paper: 'A4',
    columns: [{ title: by === 'duty' ? '任务' : '村（社区）', width: 14 }, ...monthColumns],
    rows: groupRows(ctx, by, filter).map((row) => [row.name, ...row.months.map(groupCellWords)]),
  }
}

function ratesSheet(ctx: StoreContext, year: number): WorkbookSheet {
  const { rates } = ledgerOfYear(ctx, year)
  return {
    name: '月探访率',
    title: `${year}年月探访率`,
    paper: 'A4',
    columns: [
      { title: '月份', width: 10, align: 'center' },
      { title: '应探访人数', width: 14, align: 'right' },
      { title: '已探访人数', width: 14, align: 'right' },
      { title: '月探访率', width: 12, align: 'right' },
      { title: '口径', width: 70 },
    ],
    rows: rates.map(({ month, scope, visited, rate, basis }) => [
      `${month}月`,
      scope,
      visited,
      rate === null ? '—' : `${(rate * 100).toFixed(1)}%`,
      basis,
    ]),
  }
}
