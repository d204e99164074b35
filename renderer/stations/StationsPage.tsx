import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { stationKindLabel, type StationKind } from '@shared/domain/stations/vocabulary'
import { useQueryOp } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { ExportCases } from '../ledgers/ExportCases'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useMayForTownship } from '../shell/session'
import { bedsWords, FireMark, fireWords, servicesWords, stationState } from './station-words'
import type { Station } from './station-words'
import { StationDialog } from './StationDialog'
import { StationStandardsDialog } from './StationStandardsDialog'

const columns: Column<Station>[] = [
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '全镇', width: 96 },
  { key: 'kind', title: '类别', text: (row) => stationKindLabel[row.kind], width: 116 },
  { key: 'name', title: '名称', text: (row) => row.name, width: 150, grow: 2 },
  {
    key: 'beds',
    title: '已住/床位',
    text: bedsWords,
    sortBy: (row) => row.bedsTotal ?? -1,
    width: 92,
    align: 'end',
  },
  { key: 'runBy', title: '运营单位', text: (row) => row.runBy ?? '', width: 110, grow: 1 },
  {
    key: 'manager',
    title: '负责人',
    text: (row) => [row.manager, row.phone].filter(Boolean).join(' '),
    width: 170,
  },
  {
    key: 'services',
    title: '提供的服务',
    hint: '按服务目录的类别。少于“站点要求”里的类数，会写明差几类。',
    text: servicesWords,
    width: 200,
    grow: 3,
  },
  {
    key: 'fire',
    title: '消防检查',
    hint: '下次该检查的日期；过了日期或从没检查过的是▲。',
    text: ({ fire }) => fireWords(fire),
    cell: (row) =>
      row.to === null ? <FireMark fire={row.fire} /> : <span>已停用 {formatDay(row.to)}</span>,
    sortBy: ({ fire }) => fire.nextOn ?? '',
    width: 180,
  },
]

const starting = { kind: '', village: '', wanting: '', closed: '', text: '' }

/** 站点: 管护站 and facilities, what they lack and which fire check is due. */
export function StationsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'standards' | 'export' | null>(null)
  const mayWrite = useMay('organization.write')
  const maySetStandards = useMayForTownship('organization.write')
  const villages = useQueryOp('villages.list', {}).data ?? []
  const filter = {
    kind: (list.kind || undefined) as StationKind | undefined,
    villageId: list.village === '' ? undefined : Number(list.village),
    wanting: (list.wanting || undefined) as 'services' | 'fire' | undefined,
    withClosed: list.closed !== '',
    text: list.text.trim() || undefined,
  }
  const stations = useQueryOp('stations.list', { filter })
  const isSet = Object.values(list).some(Boolean)
  const overdue = (stations.data ?? []).filter((row) => stationState(row) === 'overdue').length
  return (
    <Page
      title="站点"
      note={
        stations.data &&
        `${stations.data.length} 个` +
          (overdue > 0 ? ` · ▲ 消防检查逾期或没查过 ${overdue} 个` : '')
      }
      main={
        mayWrite
          ? { label: '登记站点', icon: <IconPlus size={18} />, onClick: () => setDialog('new') }
          : undefined
      }
      actions={
        <>
          {maySetStandards && (
            <Button variant="default" onClick={() => setDialog('standards')}>
              站点要求
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </>
      }
      filters={
        <OrganizationFilters at="/stations">
          <FilterBar onClear={isSet ? () => setList(starting) : undefined}>
            <FilterChoice
              label="类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(stationKindLabel)}
            />
            <FilterChoice
              label="村（社区）"
              all="全镇和各村"
              value={list.village}
              onChange={(village) => setList({ village })}
              options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <FilterChoice
              label="待办"
              all="不论待办"
              value={list.wanting}
              onChange={(wanting) => setList({ wanting })}
              options={[
                { value: 'fire', label: '该做消防检查' },
                { value: 'services', label: '服务类数不够' },
              ]}
            />
            <FilterChoice
              label="停用"
              all="在用的"
              value={list.closed}
              onChange={(closed) => setList({ closed })}
              options={[{ value: 'with', label: '连同停用的' }]}
            />
            <FilterText
              value={list.text}
              onChange={(text) => setList({ text })}
              placeholder="名称、地址或谁管"
            />
          </FilterBar>
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="站点"
        columns={columns}
        rows={stations.data}
        rowKey={(row) => row.id}
        rowState={stationState}
        onOpen={(row) => navigate(`/stations/${row.id}`)}
        error={stations.error}
        onRetry={() => void stations.refetch()}
        empty={
          isSet
            ? { title: '没有符合条件的站点', hint: '放宽上面的条件再看。' }
            : {
                title: '还没有站点',
                hint: '登记管护站、互助幸福院、日间照料中心和养老机构：在哪、谁管、提供什么服务、消防查到哪天。',
                action: mayWrite
                  ? { label: '登记站点', onClick: () => setDialog('new') }
                  : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <StationDialog
          onClose={() => setDialog(null)}
          onCreated={(id) => navigate(`/stations/${id}`)}
        />
      )}
      {dialog === 'standards' && <StationStandardsDialog onClose={() => setDialog(null)} />}
      {dialog === 'export' && (
        <ExportCases
          name="stations.export"
          input={{ filter }}
          title="站点设施台账"
          contents="按现在的筛选导出全部行，有负责人电话。"
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )
}
