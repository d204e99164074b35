import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { activityMachine, type ActivityState } from '@shared/domain/activities/machine'
import { activityKindLabel, type ActivityKind } from '@shared/domain/activities/vocabulary'
import { stateLabels } from '@shared/domain/ledgers/machine'
import { useQueryOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { responsibleWords } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { ActivityStanding, kindOfState, yuan } from './activity-words'
import { NewActivity } from './NewActivity'

type Row = OutputOf<'activities.list'>['rows'][number]

const columnsOn = (today: string): Column<Row>[] => [
  { key: 'day', title: '日期', text: (row) => formatDay(row.heldOn) || '未定', width: 100 },
  { key: 'name', title: '活动', text: (row) => row.name, width: 200, grow: 3 },
  { key: 'kind', title: '类别', text: (row) => activityKindLabel[row.kind], width: 84 },
  { key: 'village', title: '范围', text: (row) => row.villageName, width: 90 },
  { key: 'place', title: '地点', text: (row) => row.place ?? '', width: 90, grow: 1 },
  { key: 'responsible', title: '负责人', text: responsibleWords, width: 80, grow: 1 },
  {
    key: 'people',
    title: '到场/邀请',
    hint: '名单上的参加对象，志愿者和工作人员不算在内。',
    text: (row) => `${row.present}/${row.invited}`,
    width: 84,
    align: 'end',
  },
  { key: 'planned', title: '预算', text: (row) => yuan(row.planned), width: 80, align: 'end' },
  { key: 'spent', title: '实支', text: (row) => yuan(row.spent), width: 80, align: 'end' },
  {
    key: 'state',
    title: '状态',
    cell: (row) => <ActivityStanding row={row} today={today} />,
    width: 150,
  },
]

const starting = { state: '', kind: '', village: '', year: '', series: '', text: '' }

/** 活动: from the idea to the report, the latest first. */
export function ActivitiesPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [opening, setOpening] = useState(false)
  const [exporting, setExporting] = useState(false)
  const mayWrite = useMay('activities.write')
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {}).data ?? []
  const own = {
    kind: (list.kind || undefined) as ActivityKind | undefined,
    villageId: list.village === '' ? undefined : Number(list.village),
    year: list.year === '' ? undefined : Number(list.year),
    series: list.series || undefined,
    text: list.text.trim() || undefined,
  }
  const filter = { ...own, state: (list.state || undefined) as ActivityState | 'open' | undefined }
  const pages = useCasePages('activities.list', { filter })
  const { data: summary } = useQueryOp('activities.summary', { filter: own })
  const isSet = Object.values(list).some(Boolean)
  const thisYear = Number(today.slice(0, 4))
  const counted = (label: string, count: number | undefined): string =>
    count === undefined ? label : `${label} ${formatCount(count)}`
  return (
    <Page
      title="活动"
      note={
        summary && `在办 ${formatCount(summary.open)} 次 · 已小结 ${summary.byState.reported} 次`
      }
      main={
        mayWrite
          ? { label: '新活动', icon: <IconPlus size={18} />, onClick: () => setOpening(true) }
          : undefined
      }
      actions={
        <Button variant="default" onClick={() => setExporting(true)}>
          导出 Excel
        </Button>
      }
      filters={
        <FilterBar onClear={isSet ? () => setList(starting) : undefined}>
          <FilterChoice
            label="状态"
            all="全部状态"
            value={list.state}
            onChange={(state) => setList({ state })}
            options={[
              { value: 'open', label: counted('在办', summary?.open) },
              ...choices(stateLabels(activityMachine)).map(({ value, label }) => ({
                value,
                label: counted(label, summary?.byState[value as ActivityState]),
              })),
            ]}
          />
          <FilterChoice
            label="年份"
            all="各年"
            value={list.year}
            onChange={(year) => setList({ year })}
            options={[1, 0, -1, -2, -3, -4].map((offset) => ({
              value: String(thisYear + offset),
              label: `${thisYear + offset}年`,
            }))}
          />
          <FilterChoice
            label="系列"
            all="全部系列"
            value={list.series}
            onChange={(series) => setList({ series })}
            options={(summary?.series ?? []).map((value) => ({ value, label: value }))}
          />
          <FilterChoice
            label="类别"
            all="全部类别"
            value={list.kind}
            onChange={(kind) => setList({ kind })}
            options={choices(activityKindLabel)}
          />
          <FilterChoice
            label="村（社区）"
            all="全镇和各村"
            value={list.village}
            onChange={(village) => setList({ village })}
            options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <FilterText
            value={list.text}
            onChange={(text) => setList({ text })}
            placeholder="名称、主题或地点"
          />
        </FilterBar>
      }
      fill
    >
      <DataTable
        label="活动"
        columns={columnsOn(today)}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => kindOfState(row, today)}
        sortedByCore
        onOpen={(row) => navigate(`/activities/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的活动', hint: '放宽上面的条件再看。' }
            : {
                title: '还没有活动',
                hint: '从一个想法开始：写方案、定名单和预算，办完勾到场、记开支，最后出小结。',
                action: mayWrite ? { label: '新活动', onClick: () => setOpening(true) } : undefined,
              }
        }
      />
      {opening && <NewActivity onClose={() => setOpening(false)} />}
      {exporting && (
        <ExportCases
          name="activities.export"
          input={{ filter }}
          title="活动台账"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
