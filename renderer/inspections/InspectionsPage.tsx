import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { inspectionMachine, type InspectionState } from '@shared/domain/inspections/machine'
import { inspectionKindLabel, type InspectionKind } from '@shared/domain/inspections/vocabulary'
import { stateLabels } from '@shared/domain/ledgers/machine'
import { useQueryOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMayForTownship, useSession } from '../shell/session'
import { StateMark, type StateKind } from '../shell/StateMark'
import { InspectionDialog } from './InspectionDialog'
import { StandardsDialog } from './StandardsDialog'

type Row = OutputOf<'inspections.list'>[number]

/** An inspection waits for somebody until it is reported; with findings past their day it presses. */
export const inspectionStateKind = ({
  state,
  overdue,
}: Pick<Row, 'state' | 'overdue'>): StateKind => {
  const { open, dropped } = inspectionMachine.states[state]
  if (overdue > 0) return 'overdue'
  return open ? 'due' : dropped ? 'exempt' : 'met'
}

/** `12 个，3 个未整改，▲ 逾期 1`. */
export const findingCounts = (row: Pick<Row, 'found' | 'open' | 'overdue'>): string =>
  row.found === 0
    ? ''
    : [
        `${row.found} 个`,
        row.open > 0 && `${row.open} 个未销号`,
        row.overdue > 0 && `▲ 逾期 ${row.overdue}`,
      ]
        .filter(Boolean)
        .join('，')

const columns: Column<Row>[] = [
  { key: 'from', title: '开始', text: (row) => formatDay(row.from), width: 104 },
  { key: 'to', title: '结束', text: (row) => formatDay(row.to), width: 104 },
  { key: 'title', title: '督查', text: (row) => row.title, width: 220, grow: 4 },
  { key: 'kind', title: '方式', text: (row) => inspectionKindLabel[row.kind], width: 120 },
  { key: 'leader', title: '带队', text: (row) => row.leader ?? '', width: 80 },
  {
    key: 'visited',
    title: '已到村',
    hint: '已录入督查表的村，和要去的村。',
    text: (row) => `${row.visited}/${row.sheets}`,
    width: 76,
    align: 'end',
  },
  { key: 'found', title: '问题', text: findingCounts, width: 220 },
  {
    key: 'state',
    title: '状态',
    cell: (row) => (
      <StateMark state={inspectionStateKind(row)}>
        {inspectionMachine.states[row.state].label}
      </StateMark>
    ),
    text: (row) => inspectionMachine.states[row.state].label,
    width: 100,
  },
]

/** 督查: rounds of inspection, how far each is, and how much of what they found is mended. */
export function InspectionsPage(): React.ReactElement {
  const thisYear = Number((useSession().data?.today ?? '2026').slice(0, 4))
  const [list, setList] = useListState({ year: '', kind: '', state: '' })
  const [dialog, setDialog] = useState<'new' | 'standards' | null>(null)
  const mayWrite = useMayForTownship('organization.write')
  const inspections = useQueryOp('inspections.list', {
    year: list.year === '' ? undefined : Number(list.year),
    kind: (list.kind || undefined) as InspectionKind | undefined,
    state: (list.state || undefined) as InspectionState | undefined,
  })
  const isSet = Object.values(list).some(Boolean)
  return (
    <Page
      title="督查"
      main={
        mayWrite
          ? {
              label: '准备督查',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => setDialog('standards')}>
            督查项目和期限
          </Button>
        )
      }
      filters={
        <OrganizationFilters at="/inspections">
          <FilterBar onClear={isSet ? () => setList({ year: '', kind: '', state: '' }) : undefined}>
            <FilterChoice
              label="年度"
              all="各年度"
              value={list.year}
              onChange={(year) => setList({ year })}
              options={[0, 1, 2, 3].map((back) => ({
                value: String(thisYear - back),
                label: `${thisYear - back} 年`,
              }))}
            />
            <FilterChoice
              label="方式"
              all="全部方式"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(inspectionKindLabel)}
            />
            <FilterChoice
              label="状态"
              all="全部状态"
              value={list.state}
              onChange={(state) => setList({ state })}
              options={choices(stateLabels(inspectionMachine))}
            />
          </FilterBar>
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="督查"
        columns={columns}
        rows={inspections.data}
        rowKey={(row) => row.id}
        rowState={inspectionStateKind}
        onOpen={(row) => navigate(`/inspections/${row.id}`)}
        error={inspections.error}
        onRetry={() => void inspections.refetch()}
        empty={{
          title: isSet ? '没有符合条件的督查' : '还没有督查',
          hint: mayWrite
            ? '点“准备督查”，选要去的村，打印督查表带走；回来照表录入，问题跟到复查销号。'
            : '到村督查过以后，发现的问题会列在这里。',
        }}
      />
      {dialog === 'new' && (
        <InspectionDialog
          onClose={() => setDialog(null)}
          onCreated={(id) => navigate(`/inspections/${id}`)}
        />
      )}
      {dialog === 'standards' && <StandardsDialog onClose={() => setDialog(null)} />}
    </Page>
  )
}
