import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { RowLink } from '../shell/RowLink'
import { StateMark } from '../shell/StateMark'
import classes from './HomePage.module.css'

type ProgressRow = OutputOf<'home.progress'>[number]

const share = ({ done, needed }: ProgressRow): number => (needed === 0 ? 1 : done / needed)

function Bar({ row }: { row: ProgressRow }): React.ReactElement {
  const percent = Math.floor(share(row) * 100)
  return (
    <span className={classes.bar} role="img" aria-label={`完成 ${percent}%`}>
      <span className={classes.barTrack}>
        <span className={classes.barFill} style={{ width: `${percent}%` }} />
      </span>
      <span className={classes.barShare}>{percent}%</span>
    </span>
  )
}

type By = 'village' | 'helper'

/** A number that opens its people; nothing where there is nobody. */
function People(props: {
  row: ProgressRow
  by: By
  count: number
  state: 'overdue' | 'due'
  /** As 走访联系 filters by it, where that is not the state itself. */
  filter?: string
}): React.ReactElement | null {
  const { row, by, count, state, filter = state } = props
  if (count === 0) return null
  return (
    <RowLink href={`/contacts?${by}=${row.id}&state=${filter}`}>
      <StateMark state={state}>{count}</StateMark>
    </RowLink>
  )
}

const figures = (by: By): Column<ProgressRow>[] => [
  {
    key: 'share',
    title: '这一期完成',
    hint: '已做 ÷ 应做。应做：频次规则要求在这一期（本月、本季、本年）内完成的次数之和；多做的不顶替别人的。',
    cell: (row) => <Bar row={row} />,
    sortBy: share,
    width: 90,
    grow: 2,
  },
  {
    key: 'done',
    title: '已做/应做',
    hint: '点开看这些人这一年逐月的履约台账。',
    cell: (row) => (
      <RowLink href={`/contacts/ledger?${by}=${row.id}`}>
        {formatCount(row.done)}/{formatCount(row.needed)}
      </RowLink>
    ),
    sortBy: (row) => row.needed,
    width: 96,
    align: 'end',
  },
  {
    key: 'overdue',
    title: '逾期',
    hint: '上一期没有做够、之后也没有联系过的人数。',
    cell: (row) => <People row={row} by={by} count={row.overdue} state="overdue" />,
    sortBy: (row) => row.overdue,
    width: 80,
  },
  {
    key: 'today',
    title: '今天截止',
    hint: '到期的人里，有一期今天就要结束的人数。',
    cell: (row) => <People row={row} by={by} count={row.dueToday} state="due" filter="today" />,
    sortBy: (row) => row.dueToday,
    width: 76,
  },
  {
    key: 'week',
    title: '本周截止',
    hint: '到期的人里，有一期到星期日就要结束的人数，含今天截止的。',
    cell: (row) => <People row={row} by={by} count={row.dueThisWeek} state="due" filter="week" />,
    sortBy: (row) => row.dueThisWeek,
    width: 76,
  },
  {
    key: 'due',
    title: '到期',
    hint: '这一期还没有做够、又没有逾期的人数，含今天和本周截止的。',
    cell: (row) => <People row={row} by={by} count={row.due} state="due" />,
    sortBy: (row) => row.due,
    width: 76,
  },
]

const columnsBy: Record<By, Column<ProgressRow>[]> = {
  village: [
    { key: 'name', title: '村（社区）', text: (row) => row.name, width: 100, whole: true },
    ...figures('village'),
  ],
  helper: [
    { key: 'name', title: '帮扶人', text: (row) => row.name, width: 90, whole: true },
    {
      key: 'people',
      title: '对象',
      text: (row) => formatCount(row.people),
      sortBy: (row) => row.people,
      width: 54,
      align: 'end',
    },
    ...figures('helper'),
  ],
}

/**
 * How far each village or helper has come. Enter opens the people behind the row, → steps to its
 * numbers, each of which opens its own.
 */
export function ProgressTable({ by }: { by: By }): React.ReactElement {
  const progress = useQueryOp('home.progress', { by })
  return (
    <DataTable
      label={by === 'village' ? '各村进度' : '各帮扶人进度'}
      columns={columnsBy[by]}
      rows={progress.data}
      rowKey={(row) => row.id}
      rowState={(row) => (row.overdue > 0 ? 'overdue' : row.due > 0 ? 'due' : undefined)}
      onOpen={(row) => navigate(`/contacts?${by}=${row.id}`)}
      error={progress.error ?? undefined}
      onRetry={() => void progress.refetch()}
      empty={{
        title: '没有要联系的人',
        hint: '在册对象建档、频次规则启用之后，这里按村列出这一期的进度。',
      }}
    />
  )
}
