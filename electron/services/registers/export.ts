import { getCentre } from '@db/repositories/centre'
import { listCases, type CaseFilter } from '@db/repositories/ledgers'
import { entryTable, type KnownRegister } from '@db/repositories/registers'
import type { artifact } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { isAttached } from '@shared/domain/registers/definition'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { newestOf, versionOf } from './access'
import { namesFor, shownEntries, shownFields } from './shown'

const most = 200_000 // lines of one sheet; Excel itself ends at 1,048,576

/** Writes a register's entries as filtered to .xlsx, every field of its newest version a column. */
export async function exportEntries(
  ctx: JobContext,
  known: KnownRegister,
  filter: CaseFilter,
): Promise<z.output<typeof artifact>> {
  const page = { filter, order: 'opened' as const, after: null, limit: most }
  const found = listCases(ctx, entryTable, page)
  if (found.length === 0)
    throw failure('VALIDATION', `“${known.name}”里没有符合条件的记录，没有生成文件。`)
  ctx.progress(0, found.length, '正在写表格')
  const nameOf = namesFor(ctx)
  const fields = newestOf(known).definition.fields.filter(({ kind }) => !isAttached(kind))
  const shown = shownEntries(ctx, known, found)
  const rows = found.map((entry, at) => {
    const { definition } = versionOf(known, entry.versionId)
    const own = shownFields(ctx, definition.fields, entry.values, nameOf)
    const { number, villageName, stateLabel, openedOn, closedOn, dueOn } = shown[at]!
    return [
      at + 1,
      number,
      villageName,
      ...fields.map(({ code }) => own.find((one) => one.code === code)?.words ?? null),
      stateLabel,
      openedOn,
      dueOn,
      closedOn,
    ]
  })
  const { name: centre, township } = getCentre(ctx)
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [
        {
          name: known.name,
          title: `${township}${known.name}（${rows.length}条）`,
          paper: 'A3',
          columns: [
            { title: '序号', width: 6, align: 'center' },
            { title: '编号', width: 14 },
            { title: '村（社区）', width: 12 },
            ...fields.map(({ name, kind }) => ({
              title: name,
              width: kind === 'longText' ? 36 : 16,
            })),
            { title: '状态', width: 12 },
            { title: '登记日期', width: 12 },
            { title: '期限', width: 12 },
            { title: '办结日期', width: 12 },
          ],
          rows,
        },
      ],
      properties: { title: known.name, author: centre, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const file = `${known.name}_${rows.length}条_${ctx.today}`
  return ctx.artifacts.put(file, [{ name: `${file}.xlsx`, bytes }])
}
