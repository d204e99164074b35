import { getCentre } from '@db/repositories/centre'
import type { BenefitRow, TurningInput, TurningRow, WhoseBenefits } from '@shared/contract/benefits'
import { failure } from '@shared/contract/failure'
import type { OutputOf } from '@shared/contract'
import { benefitStandingLabel, benefitStateLabel } from '@shared/domain/benefits/vocabulary'
import { genderLabel } from '@shared/domain/vocabulary'
import type { WorkbookSheet } from '@electron/documents/xlsx/workbook'
import type { JobContext } from '../../core/context'
import { benefitRows } from './lists'
import { catalogue } from './standings'
import { turningRows } from './turning'

interface SheetColumn<Row> {
  title: string
  width: number
  cell: (row: Row) => string
}

type Who = Pick<BenefitRow, 'name' | 'gender' | 'age' | 'villageName' | 'villageGroupName'>
const whoColumns: SheetColumn<Who>[] = [
  { title: '村（社区）', width: 13, cell: ({ villageName }) => villageName },
  { title: '组', width: 8, cell: ({ villageGroupName }) => villageGroupName },
  { title: '姓名', width: 11, cell: ({ name }) => name },
  { title: '性别', width: 6, cell: ({ gender }) => (gender ? genderLabel[gender] : '') },
  { title: '年龄', width: 9, cell: ({ age }) => age ?? '' },
]
const money = (amount: number | null | undefined): string => (amount == null ? '' : String(amount))

const benefitColumns: SheetColumn<BenefitRow>[] = [
  ...whoColumns,
  { title: '待遇', width: 16, cell: ({ benefitTitle }) => benefitTitle },
  { title: '情况', width: 11, cell: ({ standing }) => benefitStandingLabel[standing] },
  { title: '应发（元）', width: 11, cell: ({ amount }) => money(amount) },
  {
    title: '登记',
    width: 10,
    cell: ({ record }) => (record ? benefitStateLabel[record.state] : '未登记'),
  },
  { title: '起', width: 12, cell: ({ record }) => record?.from ?? '' },
  { title: '登记金额（元）', width: 14, cell: ({ record }) => money(record?.amount) },
  { title: '证号', width: 16, cell: ({ record }) => record?.certificateNo ?? '' },
  { title: '未享或变动原因', width: 22, cell: ({ record }) => record?.reason ?? '' },
  { title: '依据', width: 36, cell: ({ reason }) => reason },
]

const turningColumns: SheetColumn<TurningRow>[] = [
  ...whoColumns,
  { title: '将满', width: 9, cell: ({ turns }) => `${turns}周岁` },
  { title: '日期', width: 13, cell: ({ on }) => on },
  { title: '届时应享', width: 44, cell: ({ due }) => due.join('、') },
]

export async function exportBenefits(
  ctx: JobContext,
  filter: WhoseBenefits,
): Promise<OutputOf<'benefits.export'>> {
  const rows = benefitRows(ctx, filter)
  const title = [
    catalogue(ctx).find(({ code }) => code === filter.benefit)?.title ?? '待遇',
    benefitStandingLabel[filter.standing],
    '名单',
  ].join('')
  return write(ctx, title, rows, benefitColumns)
}

export async function exportTurning(
  ctx: JobContext,
  input: TurningInput,
): Promise<OutputOf<'benefits.exportTurning'>> {
  const title = `满龄名单（${input.from}至${input.to}）`
  return write(ctx, title, turningRows(ctx, input), turningColumns)
}

async function write<Row>(
  ctx: JobContext,
  title: string,
  rows: readonly Row[],
  columns: readonly SheetColumn<Row>[],
): Promise<OutputOf<'benefits.export'>> {
  if (rows.length === 0)
    throw failure('VALIDATION', '没有符合条件的人，没有生成文件。请换一个条件后再试。')
  const { name: author, township } = getCentre(ctx)
  const sheet: WorkbookSheet = {
    name: '名单',
    title: `${township}${title}（${rows.length}条）`,
    paper: columns.length > 12 ? 'A3' : 'A4',
    columns: columns.map(({ title: head, width }) => ({ title: head, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
  ctx.progress(0, rows.length, '正在写表格')
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    { sheets: [sheet], properties: { title, author, written: ctx.now } },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const name = `${title}_${rows.length}条`
  return ctx.artifacts.put(name, [{ name: `${name}.xlsx`, bytes }])
}
