import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { VillageChoice } from './ContactFilters'
import { RecordContact } from './RecordContact'

type Row = OutputOf<'home.unseen'>['rows'][number]

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 84, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    sortBy: (row) => row.villageName,
    width: 140,
  },
  {
    key: 'last',
    title: '最近一次见面',
    hint: '最近一次入户、代访、体检或生存认证；电话和视频不算见面。',
    text: (row) => (row.lastSeen ? formatDay(row.lastSeen) : '没有记录'),
    sortBy: (row) => row.lastSeen ?? '',
    width: 140,
  },
  { key: 'exempt', title: '豁免', text: (row) => (row.exempt ? '○ 豁免中' : ''), width: 96 },
  { key: 'phone', title: '电话', text: (row) => row.phones[0] ?? '', width: 124 },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.map(({ name }) => name).join('、') || '无帮扶人',
    width: 120,
    grow: 1,
  },
]

const spans = [30, 60, 90, 180, 365]

/** 久未见面: whom nobody has met face to face for so many days. */
export function UnseenPage(): React.ReactElement {
  const [list, setList] = useListState({ village: '', days: '' })
  const [chosen, setChosen] = useState<ReadonlySet<RowKey>>(new Set())
  const [recording, setRecording] = useState(false)
  const mayWrite = useMay('contacts.write')
  const unseen = useQueryOp('home.unseen', {
    villageId: list.village === '' ? undefined : Number(list.village),
    days: list.days === '' ? undefined : Number(list.days),
  })
  const rows = unseen.data?.rows
  const picked = (rows ?? []).filter(({ recipientId }) => chosen.has(recipientId))
  return (
    <Page
      title="久未见面"
      parent="/"
      note={
        unseen.data &&
        `${formatCount(unseen.data.rows.length)} 人，${unseen.data.days} 天没有人当面见过`
      }
      main={
        mayWrite
          ? {
              label: picked.length > 0 ? `给选中的 ${picked.length} 人记走访` : '记一次走访',
              icon: <IconPlus size={18} />,
              onClick: () => setRecording(true),
            }
          : undefined
      }
      filters={
        <FilterBar
          onClear={list.village || list.days ? () => setList({ village: '', days: '' }) : undefined}
        >
          <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          <FilterChoice
            label="多久"
            all={`${unseen.data?.days ?? 60} 天`}
            value={list.days}
            onChange={(days) => setList({ days })}
            options={spans.map((days) => ({ value: String(days), label: `${days} 天` }))}
          />
        </FilterBar>
      }
      fill
    >
      <DataTable
        label="久未见面"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.recipientId}
        rowState={(row) => (row.exempt ? 'exempt' : 'due')}
        selection={{ selected: chosen, onChange: setChosen }}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
        error={unseen.error ?? undefined}
        onRetry={() => void unseen.refetch()}
        empty={{
          title: '这段时间里每个人都有人当面见过',
          hint: '入户、代访、体检、生存认证算见面，电话和视频不算。天数在“设置 · 工作台”里改。',
        }}
      />
      {recording && (
        <RecordContact
          people={picked.map(({ recipientId, recipientName }) => ({
            id: recipientId,
            name: recipientName,
          }))}
          onClose={() => setRecording(false)}
          onSaved={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}
