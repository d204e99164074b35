import { getCentre } from '@db/repositories/centre'
import { findInRoster } from '@db/repositories/roster'
import { allBatches, listVouchers } from '@db/repositories/vouchers'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { voucherMachine, voucherStateOn } from '@shared/domain/vouchers/machine'
import type { JobContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { voucherBooks } from './books'

const states = ['inStock', 'handedOut', 'redeemed', 'voided', 'expired'] as const
const yuan = (amount: number): number => amount / 100
const most = 200_000 // vouchers of one sheet

/** 服务券对账表: the books of every batch, and each voucher with where it stands. */
export async function exportVouchers(
  ctx: JobContext,
  batchId: number | undefined,
): Promise<OutputOf<'vouchers.export'>> {
  requireWholeTownship(ctx)
  const { batches, total } = voucherBooks(ctx)
  const asked = batches.filter(({ id }) => batchId === undefined || id === batchId)
  if (asked.length === 0)
    throw failure('VALIDATION', '还没有发行过服务券，没有生成文件。先发行一批。')
  const byId = new Map(allBatches(ctx).map((batch) => [batch.id, batch]))
  const vouchers = listVouchers(ctx, { batchId, people: null }, null, most)
  const { name: author, township } = getCentre(ctx)
  const title = '服务券对账表'
  const bookRow = (name: string, { issued, sums, difference }: typeof total) => [
    name,
    issued.count,
    yuan(issued.value),
    ...states.flatMap((state) => [sums[state].count, yuan(sums[state].value)]),
    difference.count,
    yuan(difference.value),
  ]
  const pair = (label: string) => [
    { title: `${label}张数`, width: 10, align: 'right' as const },
    { title: `${label}金额（元）`, width: 14, align: 'right' as const },
  ]
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        {
          name: '对账',
          title: `${township}${title}（截至${ctx.today}）`,
          paper: 'A3',
          columns: [
            { title: '批次', width: 24 },
            ...pair('发行'),
            ...states.flatMap((state) => pair(voucherMachine.states[state].label)),
            ...pair('相差'),
          ],
          rows: [
            ...asked.map((batch) => bookRow(batch.name, batch.books)),
            ...(batchId === undefined ? [bookRow('合计', total)] : []),
          ],
        },
        {
          name: '券号明细',
          title: `${township}服务券明细（${vouchers.length}张）`,
          paper: 'A4',
          columns: [
            { title: '券号', width: 16 },
            { title: '批次', width: 22 },
            { title: '面值（元）', width: 12, align: 'right' },
            { title: '状态', width: 10 },
            { title: '领取人', width: 12 },
            { title: '村（社区）', width: 14 },
            { title: '发放日期', width: 12 },
            { title: '核销或作废日期', width: 16 },
            { title: '说明', width: 24 },
          ],
          rows: vouchers.map((voucher) => {
            const { name, faceValue, expiresOn } = byId.get(voucher.voucherBatchId)!
            const person =
              voucher.recipientId === null ? undefined : findInRoster(ctx, voucher.recipientId)
            return [
              voucher.number,
              name,
              yuan(faceValue),
              voucherMachine.states[voucherStateOn({ ...voucher, expiresOn }, ctx.today)].label,
              person?.name ?? null,
              person?.villageName ?? null,
              voucher.handedOn,
              voucher.closedOn,
              voucher.reason,
            ]
          }),
        },
      ],
      properties: { title, author, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put(title, [{ name: `${title}_${ctx.today}.xlsx`, bytes }])
}
