import { listCases, type CaseFilter } from '@db/repositories/ledgers'
import { entryTable, type KnownRegister } from '@db/repositories/registers'
import type { artifact } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import type { EntryRow } from '@shared/contract/registers'
import { isAttached, type RegisterField } from '@shared/domain/registers/definition'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { writeList, type LedgerColumn } from '../ledgers/export'
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
  const nameOf = namesFor(ctx)
  const shown = shownEntries(ctx, known, found)
  const rows = found.map((entry, at): Line => {
    const { definition } = versionOf(known, entry.versionId)
    const words = shownFields(ctx, definition.fields, entry.values, nameOf)
    return {
      ...shown[at]!,
      words: new Map(words.map(({ code, words: said }) => [code, said])),
    }
  })
  const fields = newestOf(known).definition.fields.filter(({ kind }) => !isAttached(kind))
  return writeList(ctx, { name: known.name, unit: '条', columns: columnsOf(fields), rows })
}

interface Line extends EntryRow {
  /** By the code of the field. */
  words: ReadonlyMap<string, string | null>
}

const columnsOf = (fields: readonly RegisterField[]): LedgerColumn<Line>[] => [
  { title: '编号', width: 14, text: (row) => row.number },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  ...fields.map(({ code, name, kind }) => ({
    title: name,
    width: kind === 'longText' ? 36 : 16,
    text: (row: Line) => row.words.get(code) ?? null,
  })),
  { title: '状态', width: 12, text: (row) => row.stateLabel },
  { title: '登记日期', width: 12, text: (row) => row.openedOn },
  { title: '期限', width: 12, text: (row) => row.dueOn },
  { title: '办结日期', width: 12, text: (row) => row.closedOn },
]
