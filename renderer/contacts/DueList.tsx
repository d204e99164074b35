import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { RecentContacts } from './RecentContacts'
import { StandingMarks } from './StandingMarks'

export type DueRow = OutputOf<'home.due'>['rows'][number]

interface DueListProps {
  filter: Omit<InputOf<'home.due'>, 'limit'>
  onPeek: (row: DueRow) => void
  selection: {
    selected: ReadonlySet<string | number>
    onChange: (keys: Set<string | number>) => void
  }
}

const step = 300 // people fetched at a time

const columns: Column<DueRow>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    width: 130,
  },
  {
    key: 'standings',
    title: '该做什么',
    hint: '▲ 逾期：上一期没做够，之后也没有联系过。● 到期：这一期还没做够。',
    cell: (row) => <StandingMarks standings={row.standings} />,
    width: 360,
    grow: 1,
  },
  { key: 'until', title: '截止', text: (row) => formatDay(row.until), width: 112 },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.map(({ name }) => name).join('、') || '无帮扶人',
    width: 96,
  },
  { key: 'phone', title: '电话', text: (row) => row.phones[0] ?? '', width: 120 },
]

/** Who is due or overdue now, the gravest first. Enter opens the file, Space selects. */
export function DueList({ filter, onPeek, selection }: DueListProps): React.ReactElement {
  const asked = JSON.stringify(filter)
  const [wanted, setWanted] = useState({ asked, limit: step })
  const limit = wanted.asked === asked ? wanted.limit : step
  const due = useQueryOp('home.due', { ...filter, limit })
  const onNearEnd = useMemo(() => {
    const { rows, total } = due.data ?? { rows: [], total: 0 }
    return rows.length < total ? () => setWanted({ asked, limit: rows.length + step }) : undefined
  }, [due.data, asked])
  return (
    <DataTable
      label="到期与逾期"
      columns={columns}
      rows={due.data?.rows}
      rowKey={(row) => row.recipientId}
      rowState={({ state }) => (state === 'overdue' || state === 'due' ? state : undefined)}
      sortedByCore
      onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
      onPeek={onPeek}
      selection={selection}
      onNearEnd={onNearEnd}
      error={due.error ?? undefined}
      onRetry={() => void due.refetch()}
      empty={{
        title: '没有到期或逾期的人',
        hint: '这一期该做的走访联系都做完了。条件里选了村或帮扶人时，可以清除条件看全部。',
      }}
    />
  )
}

/** A quick look at one person of the due list. */
export function DuePerson(props: { row: DueRow; onRecord: () => void }): React.ReactElement {
  const { row, onRecord } = props
  const recent = useQueryOp('contacts.list', { recipientId: row.recipientId, limit: 6 })
  return (
    <Stack gap="sm">
      <Text>
        {[row.villageName, row.groupName].filter(Boolean).join(' ')}
        {row.phones.length > 0 && `　${row.phones.join('、')}`}
      </Text>
      <Stack gap={4}>
        {row.standings.map((standing) => (
          <StandingMarks key={`${standing.duty} ${standing.period}`} standings={[standing]} />
        ))}
      </Stack>
      <Text size="sm" c="dimmed">
        帮扶人：{row.helpers.map(({ name }) => name).join('、') || '无'}
      </Text>
      <Button onClick={onRecord}>记一次走访</Button>
      <Text fw={600} mt="xs">
        最近走访
      </Text>
      <RecentContacts rows={recent.data?.rows ?? []} />
      <Anchor component={Link} href={`/recipients/${row.recipientId}`} size="sm">
        打开档案
      </Anchor>
    </Stack>
  )
}
