import { Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { incidentMachine, type IncidentState } from '@shared/domain/incidents/machine'
import { useQueryOp, type OutputOf } from '../api'
import { CaseFilters, caseQuestion, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterChoice } from '../shell/FilterBar'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { NewIncident } from './IncidentForm'
import { ProtocolDialog } from './ProtocolDialog'
import { RiskTabs } from './RiskTabs'

type IncidentRow = OutputOf<'incidents.list'>['rows'][number]

const own: Column<IncidentRow>[] = [
  { key: 'kind', title: '事件', text: (row) => row.kindLabel, width: 112 },
  { key: 'situation', title: '情况', text: (row) => row.situation, width: 130, grow: 3 },
  {
    key: 'duties',
    title: '必做步骤',
    hint: '从发现时间算起各有时限；过了时限还没有登记的是漏报。',
    cell: (row) =>
      row.missedDuties.length > 0 ? (
        <StateMark state="overdue">漏报 {row.missedDuties.join('、')}</StateMark>
      ) : row.pendingDuties > 0 ? (
        <StateMark state="due">还差 {row.pendingDuties} 步</StateMark>
      ) : null,
    width: 190,
  },
]
const columns = caseColumns<IncidentRow>(incidentMachine, own)
  .filter(({ key }) => key !== 'dueOn')
  .map((column) => (column.key === 'openedOn' ? { ...column, title: '发现日期' } : column))

const starting = { ...startingCases, kind: '' }

/** 风险报告: the events that must be reported, with their clocks. */
export function IncidentsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'export' | 'protocol' | null>(null)
  const mayWrite = useMay('incidents.write')
  const maySet = useMay('rules.write')
  const protocol = useQueryOp('incidents.protocol', {})
  const { filter: common, order } = caseQuestion<IncidentState>(list)
  const filter = { ...common, kind: list.kind || undefined }
  const pages = useCasePages('incidents.list', { filter, order })
  const summary = useQueryOp('incidents.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const isSet = list.state !== 'open' || [list.village, list.text, list.kind].some(Boolean)
  return (
    <Page
      title="风险报告"
      note={
        summary.data && (
          <span title={summary.data.basis}>
            处置中 {summary.data.open} 件
            {summary.data.overdue > 0 && ` · ▲ 漏报 ${summary.data.overdue} 件`}
          </span>
        )
      }
      main={
        mayWrite
          ? {
              label: '登记强制报告',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          {maySet && (
            <Button variant="default" onClick={() => setDialog('protocol')}>
              步骤和时限
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <RiskTabs at="/incidents" />
          <CaseFilters
            machine={incidentMachine}
            list={list}
            onChange={setList}
            counts={summary.data}
            onClear={isSet ? () => setList(starting) : undefined}
          >
            <FilterChoice
              label="事件"
              all="全部事件"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={(protocol.data?.kinds ?? []).map(({ code, label }) => ({
                value: code,
                label,
              }))}
            />
          </CaseFilters>
        </Stack>
      }
      fill
    >
      <DataTable
        label="强制报告"
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(incidentMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/incidents/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的强制报告', hint: '放宽上面的条件再看。' }
            : {
                title: '没有处置中的强制报告',
                hint: '流浪乞讨、遭受侵害、危重病情、严重精神疾病、重大困境，发现后马上登记，程序按时限提醒每一步。',
                action: mayWrite
                  ? { label: '登记强制报告', onClick: () => setDialog('new') }
                  : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <NewIncident
          onClose={() => setDialog(null)}
          onOpened={(id) => navigate(`/incidents/${id}`)}
        />
      )}
      {dialog === 'export' && (
        <ExportCases
          name="incidents.export"
          input={{ filter }}
          title="强制报告台账"
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'protocol' && protocol.data && (
        <ProtocolDialog protocol={protocol.data} onClose={() => setDialog(null)} />
      )}
    </Page>
  )
}
