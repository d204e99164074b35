import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
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

const figures: Column<ProgressRow>[] = [
  {
    key: 'share',
    title: '这一期完成',
    hint: '已做 ÷ 应做。应做：频次规则要求在这一期（本月、本季、本年）内完成的次数之和；多做的不顶替别人的。',
    cell: (row) => <Bar row={row} />,
    sortBy: share,
    width: 190,
    grow: 2,
  },
  {
    key: 'needed',
    title: '应做',
    text: (row) => formatCount(row.needed),
    sortBy: (row) => row.needed,
    width: 76,
    align: 'end',
  },
  {
    key: 'done',
    title: '已做',
    text: (row) => formatCount(row.done),
    sortBy: (row) => row.done,
    width: 76,
    align: 'end',
  },
  {
    key: 'overdue',
    title: '逾期',
    cell: (row) => row.overdue > 0 && <StateMark state="overdue">{row.overdue} 人</StateMark>,
    sortBy: (row) => row.overdue,
    width: 92,
  },
  {
    key: 'due',
    title: '到期',
    cell: (row) => row.due > 0 && <StateMark state="due">{row.due} 人</StateMark>,
    sortBy: (row) => row.due,
    width: 92,
  },
]

const columnsBy: Record<'village' | 'helper', Column<ProgressRow>[]> = {
  village: [
    { key: 'name', title: '村（社区）', text: (row) => row.name, width: 100, whole: true },
    ...figures,
  ],
  helper: [
    { key: 'name', title: '帮扶人', text: (row) => row.name, width: 90, whole: true },
    {
      key: 'people',
      title: '对象',
      text: (row) => formatCount(row.people),
      sortBy: (row) => row.people,
      width: 70,
      align: 'end',
    },
    ...figures,
  ],
}

/** How far each village or helper has come; Enter opens the people behind the row. */
export function ProgressTable({ by }: { by: 'village' | 'helper' }): React.ReactElement {
  const progress = useQueryOp('home.progress', { by })
  return (
    <DataTable
      key={by}
      label={by === 'village' ? '各村进度' : '各帮扶人进度'}
      columns={columnsBy[by]}
      rows={progress.data}
      rowKey={(row) => row.id ?? -1}
      rowState={(row) => (row.overdue > 0 ? 'overdue' : row.due > 0 ? 'due' : undefined)}
      onOpen={(row) => row.id !== null && navigate(`/contacts?${by}=${row.id}`)}
      error={progress.error ?? undefined}
      onRetry={() => void progress.refetch()}
      empty={{
        title: '没有要联系的人',
        hint: '在册对象建档、频次规则启用之后，这里按村列出这一期的进度。',
      }}
    />
  )
}
