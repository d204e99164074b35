import type { CellValue } from '@electron/documents/xlsx/workbook'
import { getCentre } from '@db/repositories/centre'
import { listCases, type CaseFilter, type CaseTable, type RowOf } from '@db/repositories/ledgers'
import type { artifact } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { mayDo } from '@shared/domain/rights'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { maskerFor } from '../../core/masking'
import type { CaseRecord, Ledger } from './cases'

export interface LedgerColumn<Row> {
  title: string
  /** Width in characters of the standard font. */
  width: number
  text: (row: Row) => CellValue
}

interface LedgerSheet<Table extends CaseTable, State extends string, Row> {
  ledger: Ledger<Table, State>
  filter: CaseFilter
  /** 需求台账. */
  name: string
  columns: readonly LedgerColumn<Row>[]
  shown: (rows: (RowOf<Table> & CaseRecord<State>)[]) => Row[]
  row: z.ZodType<Row>
}

const most = 200_000 // lines of one sheet; Excel itself ends at 1,048,576

/** Writes a ledger as filtered to .xlsx. */
export async function exportLedger<Table extends CaseTable, State extends string, Row>(
  ctx: JobContext,
  sheet: LedgerSheet<Table, State, Row>,
): Promise<z.output<typeof artifact>> {
  const { ledger, filter, name, columns } = sheet
  const found = listCases(ctx, ledger.table, { filter, order: 'opened', after: null, limit: most })
  if (found.length === 0)
    throw failure('VALIDATION', `没有符合条件的${ledger.machine.noun}，没有生成文件。`)
  const rows = sheet.shown(found as (RowOf<Table> & CaseRecord<State>)[])
  return writeList(ctx, { name, unit: '件', columns, rows, row: sheet.row })
}

interface WrittenList<Row> {
  /** 站点台账. */
  name: string
  /** What the rows are counted in: 件, 个. */
  unit: string
  columns: readonly LedgerColumn<Row>[]
  rows: readonly Row[]
  /** What of a row is sensitive; left out where `rows` hold only what the operator may read. */
  row?: z.ZodType<Row>
}

/**
 * Writes rows to .xlsx, numbered and under a title that counts them; who may not read sensitive text
 * does not take it out.
 */
export async function writeList<Row>(
  ctx: JobContext,
  { name, unit, columns, row, ...list }: WrittenList<Row>,
): Promise<z.output<typeof artifact>> {
  const masked = row && !mayDo(ctx.operator.role, 'sensitive.read') ? maskerFor(row) : null
  const rows = list.rows.map((one) => (masked ? (masked(one) as Row) : one))
  const { name: centre, township } = getCentre(ctx)
  ctx.progress(0, rows.length, '正在写表格')
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        {
          name,
          title: `${township}${name}（${rows.length}${unit}）`,
          paper: 'A3',
          columns: [
            { title: '序号', width: 6, align: 'center' },
            ...columns.map(({ title, width }) => ({ title, width })),
          ],
          rows: rows.map((one, at) => [at + 1, ...columns.map(({ text }) => text(one))]),
        },
      ],
      properties: { title: name, author: centre, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const file = `${name}_${rows.length}${unit}_${ctx.today}`
  return ctx.artifacts.put(file, [{ name: `${file}.xlsx`, bytes }])
}
