import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { alertLabel, type AlertKind } from '@shared/domain/alerts'
import { useQueryOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'

type Row = OutputOf<'alerts.list'>[number]

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
    text: (row) => row.name,
    whole: true,
    width: 92,
  },
  { key: 'age', title: '年龄', text: (row) => row.age ?? '', width: 80 },
  {
    key: 'village',
    title: '村组',
    text: (row) => row.villageName + row.villageGroupName,
    whole: true,
    width: 130,
  },
  {
    key: 'alerts',
    title: '预警',
    text: (row) => row.alerts.map(({ kind }) => `◆ ${alertLabel[kind]}`).join(' '),
    whole: true,
    width: 150,
  },
  {
    key: 'reason',
    title: '依据',
    text: (row) => row.alerts.map(({ reason }) => reason).join('；'),
    width: 260,
    grow: 3,
  },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.join('、') || '无帮扶人',
    width: 100,
  },
]

/** 预警名单: who lives alone and cannot care for themselves, and whose supporters default. */
export function AlertsPage(): React.ReactElement {
  const [state, set] = useListState({ kind: '', village: '' })
  const villages = useQueryOp('villages.list', {}).data ?? []
  const alerts = useQueryOp('alerts.list', {
    kind: (state.kind || undefined) as AlertKind | undefined,
    villageId: state.village ? Number(state.village) : undefined,
  })
  return (
    <Page
      title="预警名单"
      parent="/recipients"
      note={alerts.data && `${formatCount(alerts.data.length)} 人`}
      actions={
        <Button variant="default" component={Link} href="/support-cases">
          赡养与纠纷
        </Button>
      }
      filters={
        <FilterBar
          onClear={state.kind || state.village ? () => set({ kind: '', village: '' }) : undefined}
        >
          <FilterChoice
            label="预警"
            value={state.kind}
            onChange={(kind) => set({ kind })}
            options={choices(alertLabel)}
            all="全部预警"
          />
          <FilterChoice
            label="村社区"
            value={state.village}
            onChange={(village) => set({ village })}
            options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            all="全部村社区"
          />
        </FilterBar>
      }
      fill
    >
      <DataTable
        label="预警名单"
        columns={columns}
        rows={alerts.data}
        rowKey={(row) => row.recipientId}
        rowState={() => 'incident'}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
        error={alerts.error}
        onRetry={() => void alerts.refetch()}
        empty={{
          title: '没有需要预警的人',
          hint: '独居又失能（半失能）的，和赡养不履行还没有解决的，会列在这里。',
        }}
      />
    </Page>
  )
}
