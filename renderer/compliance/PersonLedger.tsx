import { useMemo, useState } from 'react'
import { lateWords, resultMark, resultWords } from '@shared/domain/cadence/ledger-words'
import { monthOf, yearOf } from '@shared/domain/calendar/days'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { navigate } from '../shell/location'
import type { ChosenCell } from './CellDetails'
import classes from './ledger.module.css'

type Row = OutputOf<'compliance.ledger'>['rows'][number]

interface PersonLedgerProps {
  filter: Omit<InputOf<'compliance.ledger'>, 'offset' | 'limit'>
  today: string
  /** Leaves columns out, where something else stands beside the list. */
  narrow: boolean
  onChoose: (cell: ChosenCell) => void
}

const step = 300 // people fetched at a time

/** A line for each person, a column for each month; a click on a cell shows what stands behind. */
export function PersonLedger(props: PersonLedgerProps): React.ReactElement {
  const { filter, today, narrow, onChoose } = props
  const asked = JSON.stringify(filter)
  const [wanted, setWanted] = useState({ asked, limit: step })
  const limit = wanted.asked === asked ? wanted.limit : step
  const ledger = useQueryOp('compliance.ledger', { ...filter, limit })
  const onNearEnd = useMemo(() => {
    const { rows, total } = ledger.data ?? { rows: [], total: 0 }
    return rows.length < total ? () => setWanted({ asked, limit: rows.length + step }) : undefined
  }, [ledger.data, asked])
  const current = filter.month ?? (filter.year === yearOf(today) ? monthOf(today) : 12)
  const columns = useMemo(() => columnsFor(narrow, onChoose), [narrow, onChoose])
  return (
    <DataTable
      label="履约台账"
      columns={columns}
      rows={ledger.data?.rows}
      rowKey={(row) => row.recipientId}
      rowState={({ state }) => (state === 'overdue' || state === 'due' ? state : undefined)}
      sortedByCore
      onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=contacts`)}
      onPeek={(row) => onChoose(cellOf(row, current))}
      onNearEnd={onNearEnd}
      error={ledger.error ?? undefined}
      onRetry={() => void ledger.refetch()}
      empty={{
        title: '这一年没有可列的任务',
        hint: '按眼下的条件没有人应做走访。可以清除条件看全部；规则从哪天起管，在“设置 → 频次规则”里看。',
      }}
    />
  )
}

const cellOf = (row: Row, month: number): ChosenCell => ({
  recipientId: row.recipientId,
  name: row.recipientName,
  month,
})

function columnsFor(narrow: boolean, onChoose: (cell: ChosenCell) => void): Column<Row>[] {
  const months = Array.from({ length: 12 }, (_, at): Column<Row> => ({
    key: `month-${at + 1}`,
    title: `${at + 1}月`,
    // Twelve of them fit beside the names in large type at 1366.
    width: narrow ? 48 : 64,
    grow: 1,
    cell: (row) => {
      const cell = row.months[at]
      if (!cell) return null
      const { word } = resultMark[cell.result]
      return (
        <button
          type="button"
          tabIndex={-1}
          data-row-stop
          className={classes.cell}
          data-result={cell.result}
          aria-label={`${row.recipientName} ${at + 1}月 ${word} ${cell.done}/${cell.needed} ${lateWords(cell)}`.trimEnd()}
          onClick={(event) => {
            event.stopPropagation()
            onChoose(cellOf(row, at + 1))
          }}
        >
          {resultWords(cell)}
          {cell.late > 0 && <span className={classes.late}>{lateWords(cell)}</span>}
        </button>
      )
    },
  }))
  const names: Column<Row>[] = [
    { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
    { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 96 },
  ]
  if (narrow) return [names[0]!, ...months]
  return [
    ...names,
    { key: 'helper', title: '帮扶人', text: (row) => row.helperName ?? '无', width: 76 },
    ...months,
    {
      key: 'sum',
      title: '月数',
      hint: '已经结束的月份里，全部完成的月数／有任务的月数。',
      text: (row) => `${row.met}/${row.asked}`,
      width: 62,
      align: 'end',
    },
  ]
}
