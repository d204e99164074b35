import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import type { ChosenPerson } from './PeoplePicker'
import { RecentContacts } from './RecentContacts'
import { StandingMarks } from './StandingMarks'

export type DueRow = OutputOf<'home.due'>['rows'][number]

interface DueListProps {
  filter: Omit<InputOf<'home.due'>, 'limit'>
  /** A quick look at a row; without it a click opens the file. */
  onPeek?: (row: DueRow) => void
  /** Those ticked, where rows can be. */
  chosen?: readonly ChosenPerson[]
  onChoose?: (people: ChosenPerson[]) => void
  /** Leaves the phone out, where something else stands beside the list. */
  narrow?: boolean
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

const narrowColumns = columns.filter(({ key }) => key !== 'phone')

/** Who is due or overdue now, the gravest first. Enter opens the file, Space selects. */
export function DueList(props: DueListProps): React.ReactElement {
  const { filter, onPeek, chosen = [], onChoose, narrow } = props
  const asked = JSON.stringify(filter)
  const [wanted, setWanted] = useState({ asked, limit: step })
  const limit = wanted.asked === asked ? wanted.limit : step
  const due = useQueryOp('home.due', { ...filter, limit })
  const onNearEnd = useMemo(() => {
    const { rows, total } = due.data ?? { rows: [], total: 0 }
    return rows.length < total ? () => setWanted({ asked, limit: rows.length + step }) : undefined
  }, [due.data, asked])
  const isChosen = new Set<string | number>(chosen.map(({ id }) => id))
  return (
    <DataTable
      label="到期与逾期"
      columns={narrow ? narrowColumns : columns}
      rows={due.data?.rows}
      rowKey={(row) => row.recipientId}
      rowState={({ state }) => (state === 'overdue' || state === 'due' ? state : undefined)}
      sortedByCore
      onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
      onPeek={onPeek}
      selection={
        onChoose && {
          selected: isChosen,
          onChange: (keys) =>
            onChoose([
              // Those ticked under another filter stay ticked.
              ...chosen.filter(({ id }) => keys.has(id)),
              ...(due.data?.rows ?? [])
                .filter(({ recipientId: id }) => keys.has(id) && !isChosen.has(id))
                .map((row) => ({ id: row.recipientId, name: row.recipientName })),
            ]),
        }
      }
      onNearEnd={onNearEnd}
      error={due.error ?? undefined}
      onRetry={() => void due.refetch()}
      empty={{
        title: '没有到期或逾期的人',
        hint: '按眼下的条件，没有人这一期还欠走访。条件里选了村或帮扶人时，可以清除条件看全部；还没有建档的，先到“关爱对象”导入台账。',
      }}
    />
  )
}

interface DuePersonProps {
  row: DueRow
  /** Left out where the operator may not write. */
  onRecord?: () => void
  onExempt?: () => void
  onChange?: () => void
}

/** A quick look at one person of the due list. */
export function DuePerson({
  row,
  onRecord,
  onExempt,
  onChange,
}: DuePersonProps): React.ReactElement {
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
      <Group gap="xs" grow>
        {onRecord && <Button onClick={onRecord}>记一次走访</Button>}
        {onExempt && (
          <Button variant="default" onClick={onExempt}>
            登记豁免
          </Button>
        )}
        {onChange && (
          <Button variant="default" onClick={onChange}>
            重大变化
          </Button>
        )}
      </Group>
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
