import { Button, Group } from '@mantine/core'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'

type TeamRow = OutputOf<'teams.list'>[number]

const columns: Column<TeamRow>[] = [
  { key: 'name', title: '队伍', text: (row) => row.name, sortBy: (row) => row.name, whole: true },
  {
    key: 'village',
    title: '范围',
    text: (row) => row.villageName ?? '全镇',
    sortBy: (row) => row.villageName,
    width: 110,
  },
  { key: 'leaders', title: '队长', text: (row) => row.leaders.join('、') || '还没有', width: 120 },
  {
    key: 'members',
    title: '队员',
    text: (row) => String(row.members),
    sortBy: (row) => row.members,
    width: 70,
    align: 'end',
    hint: '今天在队的人数，队长在内。',
  },
  {
    key: 'helped',
    title: '帮扶对象',
    text: (row) => String(row.helped),
    sortBy: (row) => row.helped,
    width: 96,
    align: 'end',
    hint: '队员今天结对帮扶的在册对象，一人计一次。',
  },
  { key: 'purpose', title: '做什么', text: (row) => row.purpose ?? '', width: 220, grow: 3 },
  { key: 'from', title: '成立', text: (row) => formatDay(row.from), width: 112 },
]

/** 队伍 that work today; the usual four can be set up in one go. */
export function TeamsTable({ onCreate }: { onCreate: () => void }): React.ReactElement {
  const teams = useQueryOp('teams.list', {})
  const mayWrite = useMay('helpers.write')
  const addPresets = useCommandOp('teams.addPresets')
  const setUp = (): void =>
    addPresets.mutate(
      {},
      { onSuccess: ({ added }) => tellDone(`已建立 ${added} 支队伍`), onError: tellFailure },
    )
  const isEmpty = teams.data?.length === 0
  return (
    <>
      {isEmpty && mayWrite && (
        <Group mb="sm">
          <Button onClick={setUp} loading={addPresets.isPending}>
            建立四支常用队伍
          </Button>
          <Button variant="default" onClick={onCreate}>
            自己建一支
          </Button>
        </Group>
      )}
      <DataTable
        label="队伍"
        columns={columns}
        rows={teams.data}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(`/teams/${row.id}`)}
        error={teams.error ?? undefined}
        onRetry={() => void teams.refetch()}
        empty={{
          title: '还没有队伍',
          hint: '生产互助、生活互助、慰问关爱、文化关爱四支队伍可以一次建好，名称和人员都能改。',
        }}
      />
    </>
  )
}
