import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { associationKindLabel, type AssociationKind } from '@shared/domain/stations/vocabulary'
import { useQueryOp } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { ExportCases } from '../ledgers/ExportCases'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { AssociationDialog, type Association } from './AssociationDialog'

const columns: Column<Association>[] = [
  { key: 'village', title: '村（社区）', text: (row) => row.villageName, width: 110 },
  { key: 'group', title: '村民小组', text: (row) => row.villageGroupName ?? '全村', width: 110 },
  { key: 'kind', title: '类别', text: (row) => associationKindLabel[row.kind], width: 100 },
  { key: 'name', title: '名称', text: (row) => row.name, width: 200, grow: 3 },
  { key: 'chair', title: '会长', text: (row) => row.chair ?? '', width: 100 },
  { key: 'phone', title: '电话', text: (row) => row.phone ?? '', width: 140 },
  {
    key: 'members',
    title: '会员',
    text: (row) => (row.members === null ? '' : String(row.members)),
    sortBy: (row) => row.members ?? -1,
    width: 80,
    align: 'end',
  },
  { key: 'from', title: '成立', text: (row) => formatDay(row.from), width: 120 },
  {
    key: 'to',
    title: '撤销',
    text: (row) => [formatDay(row.to), row.endReason].filter(Boolean).join(' '),
    width: 120,
    grow: 1,
  },
]

const starting = { kind: '', village: '', closed: '' }

/** 协会: elders' own associations, of villages and of their groups. */
export function AssociationsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [shown, setShown] = useState<Association | 'new' | 'export' | null>(null)
  const mayWrite = useMay('organization.write')
  const villages = useQueryOp('villages.list', {}).data ?? []
  const filter = {
    kind: (list.kind || undefined) as AssociationKind | undefined,
    villageId: list.village === '' ? undefined : Number(list.village),
    withClosed: list.closed !== '',
  }
  const associations = useQueryOp('associations.list', { filter })
  const isSet = Object.values(list).some(Boolean)
  const members = (associations.data ?? []).reduce((sum, one) => sum + (one.members ?? 0), 0)
  return (
    <Page
      title="老年人组织"
      note={associations.data && `${associations.data.length} 个 · 会员 ${members} 人`}
      main={
        mayWrite
          ? { label: '登记组织', icon: <IconPlus size={18} />, onClick: () => setShown('new') }
          : undefined
      }
      actions={
        <Button variant="default" onClick={() => setShown('export')}>
          导出 Excel
        </Button>
      }
      filters={
        <OrganizationFilters at="/associations">
          <FilterBar onClear={isSet ? () => setList(starting) : undefined}>
            <FilterChoice
              label="类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(associationKindLabel)}
            />
            <FilterChoice
              label="村（社区）"
              all="各村"
              value={list.village}
              onChange={(village) => setList({ village })}
              options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <FilterChoice
              label="撤销"
              all="现有的"
              value={list.closed}
              onChange={(closed) => setList({ closed })}
              options={[{ value: 'with', label: '连同撤销的' }]}
            />
          </FilterBar>
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="老年人组织"
        columns={columns}
        rows={associations.data}
        rowKey={(row) => row.id}
        rowState={(row) => (row.to === null ? undefined : 'exempt')}
        onOpen={setShown}
        error={associations.error}
        onRetry={() => void associations.refetch()}
        empty={
          isSet
            ? { title: '没有符合条件的组织', hint: '放宽上面的条件再看。' }
            : {
                title: '还没有老年人组织',
                hint: '登记各村的老年协会、村民小组的互助协会：会长、电话、会员人数。',
                action: mayWrite
                  ? { label: '登记组织', onClick: () => setShown('new') }
                  : undefined,
              }
        }
      />
      {shown === 'export' ? (
        <ExportCases
          name="associations.export"
          input={{ filter }}
          title="老年人组织台账"
          contents="按现在的筛选导出全部行，有会长电话。"
          onClose={() => setShown(null)}
        />
      ) : (
        shown && (
          <AssociationDialog
            association={shown === 'new' ? undefined : shown}
            onClose={() => setShown(null)}
          />
        )
      )}
    </Page>
  )
}
