import { getCentre } from '@db/repositories/centre'
import { customFields } from '@db/repositories/custom-fields'
import { dictionariesOf } from '@db/repositories/dictionaries'
import { noteDisclosure } from '@db/repositories/disclosures'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { recipientRow, type RecipientRow } from '@shared/contract/recipients'
import { customIdOf } from '@shared/domain/custom-fields/custom-field'
import { isListField } from '@shared/domain/list-columns'
import type { recipientListsContract } from '@shared/contract/recipient-lists'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { maskerFor, maskText } from '../../core/masking'
import { listRecipients } from '../recipients/list'
import { listSheet } from './cells'

type Input = z.output<(typeof recipientListsContract)['recipients.export']['input']>

const masked = maskerFor(recipientRow, { ...maskText, health: () => '（未导出）' }) as (
  row: unknown,
) => RecipientRow

/** Masked for everybody: a file that is passed on is read by more people than the one who made it. */
export async function exportMasked(
  ctx: JobContext,
  input: Input,
): Promise<OutputOf<'recipients.export'>> {
  const rows = rowsOf(ctx, input).map(masked)
  return write(ctx, input, rows, `关爱对象名单_${rows.length}人`)
}

/** Noted first, then written: a file that could not be noted must not exist. */
export async function exportFull(
  ctx: JobContext,
  input: Input & { reason: string },
): Promise<OutputOf<'recipients.exportFull'>> {
  const rows = rowsOf(ctx, input)
  ctx.commit((command) =>
    noteDisclosure(command, {
      people: rows.length,
      columns: [...input.columns],
      reason: input.reason,
    }),
  )
  return write(ctx, input, rows, `关爱对象名单_${rows.length}人_完整`)
}

function rowsOf(ctx: JobContext, { filter, sort, descending, columns }: Input): RecipientRow[] {
  const fields = columns.filter(isListField)
  const { rows } = listRecipients(ctx, {
    filter,
    sort,
    descending,
    fields,
    customFields: columns.flatMap((column) => customIdOf(column) ?? []),
    offset: 0,
  })
  if (rows.length === 0)
    throw failure('VALIDATION', '没有符合条件的人，没有生成文件。请放宽筛选条件后再试。')
  return rows
}

async function write(
  ctx: JobContext,
  { columns }: Input,
  rows: readonly RecipientRow[],
  name: string,
): Promise<OutputOf<'recipients.export'>> {
  const { name: centre, township } = getCentre(ctx)
  ctx.progress(0, rows.length, '正在写表格')
  const words = { dictionaries: dictionariesOf(ctx), customFields: customFields(ctx) }
  const title = `${township}关爱对象名单（${rows.length}人）`
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    {
      sheets: [listSheet(rows, columns, title, words)],
      properties: { title: '关爱对象名单', author: centre, written: ctx.now },
    },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put(name, [{ name: `${name}.xlsx`, bytes }])
}
