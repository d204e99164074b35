import { useMemo } from 'react'
import { groupCellWords } from '@shared/domain/cadence/ledger-words'
import type { Duty } from '@shared/domain/cadence/rules'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import type { startingLedger } from './LedgerFilters'
import classes from './ledger.module.css'

type Row = OutputOf<'compliance.yearGrid'>['rows'][number]
type By = InputOf<'compliance.yearGrid'>['by']

interface GroupLedgerProps {
  by: By
  scope: { year: number; villageId?: number; helperId?: number }
  duty: Duty | undefined
  /** Opens the people behind a cell. */
  onDrill: (filter: Partial<typeof startingLedger>) => void
}

const heads: Record<By, string> = { duty: '任务', village: '村（社区）', helper: '帮扶人' }

/** A year on one page: a line for each duty, village or helper, a column for each month. */
export function GroupLedger({ by, scope, duty, onDrill }: GroupLedgerProps): React.ReactElement {
  const grid = useQueryOp('compliance.yearGrid', { ...scope, by, duty })
  const columns = useMemo(() => columnsFor(by, onDrill), [by, onDrill])
  return (
    <DataTable
      label={`履约台账按${heads[by]}`}
      columns={columns}
      rows={grid.data?.rows}
      rowKey={keyOf}
      sortedByCore
      onOpen={(row) => onDrill(filterOf(by, row))}
      error={grid.error ?? undefined}
      onRetry={() => void grid.refetch()}
      empty={{
        title: '这一年没有可列的任务',
        hint: '按眼下的条件没有人应做走访。可以清除条件看全部。',
      }}
    />
  )
}

const keyOf = ({ id, duty, name }: Row): string => `${id ?? 'none'}-${duty ?? 'all'}-${name}`

/** What narrows the people to those of a row. */
function filterOf(by: By, row: Row): Partial<typeof startingLedger> {
  if (by === 'duty') return { duty: row.duty ?? '' }
  return { [by]: String(row.id) }
}

function columnsFor(by: By, onDrill: GroupLedgerProps['onDrill']): Column<Row>[] {
  const months = Array.from({ length: 12 }, (_, at): Column<Row> => ({
    key: `month-${at + 1}`,
    title: `${at + 1}月`,
    width: 68,
    grow: 1,
    cell: (row) => {
      const cell = row.months[at]!
      const words = groupCellWords(cell)
      if (words === '') return cell.exempt > 0 ? `○${cell.exempt}` : null
      const result = cell.missed > 0 ? 'missed' : cell.open > 0 ? 'open' : 'met'
      return (
        <button
          type="button"
          tabIndex={-1}
          data-row-stop
          className={classes.cell}
          data-result={result === 'met' ? result : undefined}
          aria-label={`${row.name} ${at + 1}月 完成 ${words}，未完成 ${cell.missed}，进行中 ${cell.open}，补登 ${cell.late}`}
          onClick={(event) => {
            event.stopPropagation()
            onDrill({
              ...filterOf(by, row),
              month: String(at + 1),
              result: result === 'met' ? '' : result,
            })
          }}
        >
          {words}
          {cell.missed > 0 && <span className={classes.missed}>▲{cell.missed}</span>}
          {cell.missed === 0 && cell.open > 0 && <span className={classes.open}>●{cell.open}</span>}
        </button>
      )
    },
  }))
  return [
    { key: 'name', title: heads[by], text: (row) => row.name, width: 100, whole: true },
    ...months,
  ]
}
