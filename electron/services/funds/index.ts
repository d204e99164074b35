import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import {
  addFundEntry,
  addFundLine,
  findFundEntry,
  findFundLine,
  fundEntriesOf,
  fundLinesOf,
  updateFundLine,
  voidFundEntry,
  voidFundLine,
  type FundEntry,
  type FundLine,
} from '@db/repositories/funds'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { fundsContract } from '@shared/contract/funds'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import {
  fundDirectionLabel,
  fundSums,
  lowestBalance,
  yuanWords,
} from '@shared/domain/funds/balance'
import type { HandlersOf, JobContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { entriesBeside } from './overdraft'

export const fundsHandlers: HandlersOf<typeof fundsContract> = {
  'funds.year': (ctx, { year }) => fundsOf(ctx, year),

  'funds.addLine': (ctx, facts) => {
    requireWholeTownship(ctx)
    return { id: addFundLine(ctx, facts) }
  },

  'funds.updateLine': (ctx, { id, revision, ...facts }) => {
    requireLine(ctx, id)
    updateFundLine(ctx, id, facts, revision)
    return {}
  },

  'funds.voidLine': (ctx, { id, reason }) => {
    const { name } = requireLine(ctx, id)
    if (fundEntriesOf(ctx, [id]).length > 0)
      throw failure('CONFLICT', `“${name}”已有收支，没有隐去。先把收支逐笔更正隐去。`)
    voidFundLine(ctx, id, reason)
    return {}
  },

  'funds.record': (ctx, { lineId, overdraftReason, ...entry }) => {
    const line = requireLine(ctx, lineId)
    if (entry.day > ctx.today)
      throw failure('VALIDATION', `${formatPartialDate(entry.day)}还没到，没有登记。`, {
        day: '不能晚于今天',
      })
    const lowest = lowestBalance([...fundEntriesOf(ctx, [lineId]), entry], entry.day)
    const isOverdrawn = entry.direction === 'out' && lowest < 0
    if (isOverdrawn && overdraftReason === null)
      throw failure(
        'VALIDATION',
        `“${line.name}”会透支 ${yuanWords(-lowest)} 元，没有登记。核对金额；确需垫支的，写明超支原因再登记。`,
        { overdraftReason: '请写明超支原因' },
      )
    const why = isOverdrawn ? overdraftReason : null
    return { id: addFundEntry(ctx, { fundLineId: lineId, ...entry, overdraftReason: why }) }
  },

  'funds.voidEntry': (ctx, { id, reason }) => {
    requireWholeTownship(ctx)
    const entry = findFundEntry(ctx, id)
    if (!entry) throw failure('NOT_FOUND', '找不到这笔收支，可能已被更正隐去。请刷新后再试。')
    refuseOverdrawn(ctx, entry)
    voidFundEntry(ctx, id, reason)
    return {}
  },

  'funds.export': (ctx, { year }) => exportFunds(ctx, year),
}

/** Money that was spent already must not lose what it was spent from: income goes last. */
function refuseOverdrawn(ctx: StoreContext, entry: FundEntry): void {
  if (entry.direction === 'out') return
  const lowest = lowestBalance(entriesBeside(ctx, entry), entry.day)
  if (lowest >= 0) return
  throw failure(
    'CONFLICT',
    `隐去这笔收入，科目会透支 ${yuanWords(-lowest)} 元，没有隐去。录错金额的，先登记正确的收入再隐去这笔；支出也录错的，先隐去支出。`,
  )
}

function requireLine(ctx: StoreContext, id: number): FundLine {
  requireWholeTownship(ctx)
  const line = findFundLine(ctx, id)
  if (!line) throw failure('NOT_FOUND', '找不到这个经费科目，可能已被更正隐去。请刷新后再试。')
  return line
}

function fundsOf(ctx: StoreContext, year: number): OutputOf<'funds.year'> {
  requireWholeTownship(ctx)
  const lines = fundLinesOf(ctx, year)
  const names = new Map(lines.map(({ id, name }) => [id, name]))
  const entries = fundEntriesOf(ctx, [...names.keys()])
  return {
    lines: lines.map(({ id, revision, name, source, budget }) => ({
      id,
      revision,
      name,
      source,
      budget,
      ...fundSums(entries.filter(({ fundLineId }) => fundLineId === id)),
    })),
    total: {
      budget: lines.reduce((sum, { budget }) => sum + budget, 0),
      ...fundSums(entries),
    },
    entries: entries.map(
      ({ id, fundLineId, direction, day, amount, purpose, party, voucherNo, overdraftReason }) => ({
        id,
        lineId: fundLineId,
        lineName: names.get(fundLineId)!,
        direction,
        day,
        amount,
        purpose,
        party,
        voucherNo,
        overdraftReason,
      }),
    ),
  }
}

const yuan = (amount: number): number => amount / 100

async function exportFunds(ctx: JobContext, year: number): Promise<OutputOf<'funds.export'>> {
  const { lines, total, entries } = fundsOf(ctx, year)
  if (lines.length === 0)
    throw failure('VALIDATION', `${year} 年没有经费科目，没有生成文件。先建科目。`)
  const { name: author, township } = getCentre(ctx)
  const title = `${year}年关爱服务经费`
  const sumColumns = ['预算', '收入', '支出', '余额'].map((one) => ({
    title: `${one}（元）`,
    width: 14,
    align: 'right' as const,
  }))
  const sumsOf = (row: typeof total): number[] =>
    [row.budget, row.in, row.out, row.balance].map(yuan)
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        {
          name: '科目',
          title: `${township}${title}收支总表`,
          paper: 'A4',
          columns: [{ title: '科目', width: 24 }, { title: '来源', width: 18 }, ...sumColumns],
          rows: [
            ...lines.map((line) => [line.name, line.source, ...sumsOf(line)]),
            ['合计', null, ...sumsOf(total)],
          ],
        },
        {
          name: '明细',
          title: `${township}${title}收支明细（${entries.length}笔）`,
          paper: 'A3',
          columns: [
            { title: '日期', width: 12 },
            { title: '科目', width: 24 },
            { title: '收支', width: 8 },
            { title: '金额（元）', width: 14, align: 'right' },
            { title: '用途或来由', width: 36 },
            { title: '来源或收款人', width: 18 },
            { title: '凭证号', width: 14 },
            { title: '超支原因', width: 24 },
          ],
          rows: entries.map((one) => [
            one.day,
            one.lineName,
            fundDirectionLabel[one.direction],
            yuan(one.amount),
            one.purpose,
            one.party,
            one.voucherNo,
            one.overdraftReason,
          ]),
        },
      ],
      properties: { title, author, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put(title, [{ name: `${title}_${ctx.today}.xlsx`, bytes }])
}
