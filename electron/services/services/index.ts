import { getCentre } from '@db/repositories/centre'
import { listServiceRecords, sumServiceRecords } from '@db/repositories/services'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { ServiceFilterInput, servicesContract } from '@shared/contract/services'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { serviceKindLabel, serviceModeLabel } from '@shared/domain/services/vocabulary'
import type { HandlersOf, JobContext } from '../../core/context'
import { catalogueHandlers } from './catalogue'
import { planHandlers } from './plans'
import { candidatesOf, filterOf, recordServices, shownRecords, voidServices } from './records'

export const servicesHandlers: HandlersOf<typeof servicesContract> = {
  ...catalogueHandlers,
  ...planHandlers,

  'services.candidates': (ctx, question) => candidatesOf(ctx, question),

  'services.record': (ctx, input) => recordServices(ctx, input),

  'services.list': (ctx, { filter, after, limit }) => {
    const found = listServiceRecords(ctx, filterOf(ctx, filter), after ?? null, limit + 1)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: shownRecords(ctx, page),
      next: found.length > limit && last ? { day: last.date, id: last.id } : null,
    }
  },

  'services.summary': (ctx, { filter }) => sumServiceRecords(ctx, filterOf(ctx, filter)),

  'services.void': (ctx, { ids, reason }) => {
    voidServices(ctx, ids, reason)
    return {}
  },

  'services.export': (ctx, { filter }) => exportServices(ctx, filter),
}

const most = 200_000 // lines of one sheet
const yuan = (amount: number): number => amount / 100

/** 服务台账 as filtered, without ID numbers and telephones. */
async function exportServices(
  ctx: JobContext,
  filter: ServiceFilterInput,
): Promise<OutputOf<'services.export'>> {
  const rows = shownRecords(ctx, listServiceRecords(ctx, filterOf(ctx, filter), null, most))
  if (rows.length === 0) throw failure('VALIDATION', '没有符合条件的服务记录，没有生成文件。')
  const { name: author, township } = getCentre(ctx)
  ctx.progress(0, rows.length, '正在写表格')
  const money = (title: string) => ({ title, width: 12, align: 'right' as const })
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        {
          name: '服务台账',
          title: `${township}服务台账（${rows.length}条）`,
          paper: 'A3',
          columns: [
            { title: '序号', width: 7, align: 'center' },
            { title: '日期', width: 12 },
            { title: '姓名', width: 12 },
            { title: '村（社区）', width: 14 },
            { title: '类别', width: 12 },
            { title: '项目', width: 16 },
            money('数量'),
            { title: '单位', width: 8 },
            { title: '服务方式', width: 12 },
            { title: '服务单位', width: 22 },
            { title: '服务类别', width: 10 },
            money('金额（元）'),
            money('本人付（元）'),
            money('用券（元）'),
            money('补贴（元）'),
            { title: '券号', width: 24 },
            { title: '备注', width: 24 },
          ],
          rows: rows.map((row, at) => [
            at + 1,
            row.date,
            row.recipientName,
            row.villageName,
            serviceKindLabel[row.kind],
            row.itemName,
            row.quantity,
            row.unit,
            serviceModeLabel[row.mode],
            row.providerName,
            row.tier && serviceTierLabel[row.tier],
            yuan(row.amount),
            yuan(row.personPays),
            yuan(row.voucherPays),
            yuan(row.subsidy),
            row.vouchers.join('、'),
            row.note,
          ]),
        },
      ],
      properties: { title: '服务台账', author, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const file = `服务台账_${rows.length}条_${ctx.today}`
  return ctx.artifacts.put(file, [{ name: `${file}.xlsx`, bytes }])
}
