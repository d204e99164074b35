import { Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { DueReviewRow } from '@shared/contract/assessments'
import { dueStates, type DueState, type ReviewKind } from '@shared/domain/assessments/due'
import { useQueryOp } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { StateMark, type StateKind } from '../shell/StateMark'
import { kindLabel, reviewKinds } from './review-kinds'

const stateLabel: Record<DueState, string> = {
  overdue: '已过期',
  soon: '30 天内到期',
  never: '从未评估',
  later: '未到期',
}
const marks: Partial<Record<DueState, StateKind>> = {
  overdue: 'overdue',
  soon: 'due',
  later: 'met',
}

/** Where the form for a kind of review begins. */
const formOf = (kind: ReviewKind, id: number): string =>
  kind === 'riskReview' ? `/risk-reviews/new/${id}` : `/assessments/new/${id}/${kind}`

/** 评估到期: who is to be assessed again, or was never assessed. */
export function DueReviewsPage(): React.ReactElement {
  const [state, setState] = useListState({
    kind: 'gbt42195',
    state: 'overdue',
    village: '',
    sort: '',
  })
  const kind = reviewKinds.find((one) => one === state.kind) ?? 'gbt42195'
  const wanted = dueStates.find((one) => one === state.state)
  const due = useQueryOp('assessments.due', {
    kind,
    state: wanted,
    villageId: Number(state.village) || undefined,
  })
  const villages = useQueryOp('villages.list', {})
  const counts = due.data?.counts
  return (
    <Page
      title="评估到期"
      note={due.data && `${formatCount(due.data.rows.length)} 人`}
      parent="/recipients"
      actions={
        <Button variant="default" component={Link} href="/risk-tiers">
          风险分级建议
        </Button>
      }
      fill
      filters={
        <FilterBar>
          <FilterChoice
            label="评估种类"
            value={kind}
            onChange={(value) => setState({ kind: value || 'gbt42195' })}
            options={reviewKinds.map((value) => ({ value, label: kindLabel[value] }))}
            all="老年人能力评估"
          />
          <FilterChoice
            label="状态"
            value={wanted ?? ''}
            onChange={(value) => setState({ state: value || 'all' })}
            options={dueStates.map((value) => ({
              value,
              label: `${stateLabel[value]}${counts ? ` ${formatCount(counts[value])}` : ''}`,
            }))}
            all="全部"
          />
          <FilterChoice
            label="村（社区）"
            value={state.village}
            onChange={(village) => setState({ village })}
            options={(villages.data ?? []).map(({ id, name }) => ({
              value: String(id),
              label: name,
            }))}
            all="所有村（社区）"
          />
        </FilterBar>
      }
    >
      <DataTable
        label="评估到期"
        columns={columns(kind)}
        rows={due.data?.rows}
        rowKey={({ recipientId }) => recipientId}
        onOpen={({ recipientId }) => navigate(`/recipients/${recipientId}?tab=health`)}
        rowState={(row) => marks[row.state]}
        sort={state.sort}
        onSort={(sort) => setState({ sort })}
        error={due.error}
        onRetry={() => void due.refetch()}
        empty={{
          title: wanted === 'overdue' ? '没有过期的评估' : '没有符合条件的人',
          hint: '换一个状态看看：从未评估的、30 天内到期的。',
        }}
      />
    </Page>
  )
}

const columns = (kind: ReviewKind): Column<DueReviewRow>[] => [
  {
    key: 'name',
    title: '姓名',
    whole: true,
    text: ({ name }) => name,
    sortBy: ({ name }) => name,
    width: 96,
  },
  { key: 'age', title: '年龄', text: ({ age }) => age ?? '', width: 90 },
  {
    key: 'place',
    title: '住处',
    text: (row) => row.villageName + row.villageGroupName,
    sortBy: (row) => row.villageName + row.villageGroupName,
    width: 170,
    grow: 1,
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    cell: (row) => <DueState row={row} />,
    sortBy: ({ nextDue }) => nextDue,
  },
  {
    key: 'last',
    title: '上次评估',
    text: ({ lastDate }) => lastDate ?? '—',
    sortBy: ({ lastDate }) => lastDate,
  },
  { key: 'level', title: '上次等级', text: ({ lastLevel }) => lastLevel ?? '—', width: 110 },
  {
    key: 'due',
    title: '应评日期',
    text: ({ nextDue }) => nextDue ?? '—',
    sortBy: ({ nextDue }) => nextDue,
    hint: '按上次等级的复评周期推算，登记时可以另定',
  },
  {
    key: 'act',
    title: '',
    width: 90,
    cell: ({ recipientId }) => (
      <Group justify="flex-end" onClick={(event) => event.stopPropagation()}>
        <Button
          size="compact-sm"
          variant="light"
          tabIndex={-1}
          component={Link}
          href={formOf(kind, recipientId)}
        >
          评估
        </Button>
      </Group>
    ),
  },
]

function DueState({ row }: { row: DueReviewRow }): React.ReactElement {
  const mark = marks[row.state]
  if (!mark) return <Text c="dimmed">从未评估</Text>
  if (row.daysLeft === null) return <StateMark state="met">不再复评</StateMark>
  const words =
    row.daysLeft < 0
      ? `过期 ${-row.daysLeft} 天`
      : row.daysLeft === 0
        ? '今天到期'
        : `还有 ${row.daysLeft} 天`
  return <StateMark state={mark}>{words}</StateMark>
}
