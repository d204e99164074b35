import { useMemo } from 'react'
import { categoryLabel } from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { fitsText } from './fits-text'

type UnhelpedRow = OutputOf<'pairings.unhelped'>[number]

const columns: Column<UnhelpedRow>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.recipientName,
    sortBy: (row) => row.initials,
    width: 84,
    whole: true,
  },
  { key: 'age', title: '年龄', text: (row) => row.age ?? '', width: 90 },
  {
    key: 'categories',
    title: '类别',
    text: (row) => row.categories.map((category) => categoryLabel[category]).join('、'),
    sortBy: (row) => -row.categories.length,
    width: 200,
    grow: 2,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    sortBy: (row) => row.villageName,
    width: 180,
    grow: 1,
  },
  {
    key: 'last',
    title: '上一位帮扶人',
    text: (row) =>
      row.lastHelper ? `${row.lastHelper}（到 ${formatDay(row.lastUntil)}）` : '从未结对',
    sortBy: (row) => row.lastUntil,
    width: 200,
    grow: 1,
  },
]

interface UnhelpedTableProps {
  rows: UnhelpedRow[] | undefined
  error: unknown
  text: string
  village: string
  selection: {
    selected: ReadonlySet<RowKey>
    onChange: (keys: Set<RowKey>) => void
  }
}

/** People on file whom nobody helps. */
export function UnhelpedTable(props: UnhelpedTableProps): React.ReactElement {
  const { rows, error, text, village, selection } = props
  const shown = useMemo(
    () =>
      rows?.filter(
        (row) =>
          fitsText(text, row.initials, [row.recipientName, row.villageName]) &&
          (village === '' || row.villageId === Number(village)),
      ),
    [rows, text, village],
  )
  return (
    <DataTable
      label="无帮扶人的对象"
      columns={columns}
      rows={shown}
      rowKey={(row) => row.recipientId}
      onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
      selection={selection}
      error={error}
      empty={
        (rows?.length ?? 0) > 0
          ? { title: '没有符合条件的对象', hint: '放宽或清除条件再看。' }
          : { title: '人人都有帮扶人', hint: '在册对象都已结对。' }
      }
    />
  )
}
