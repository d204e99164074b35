import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { supportCaseMachine, type SupportCaseState } from '@shared/domain/support-cases/machine'
import { useQueryOp, type OutputOf } from '../api'
import { CaseFilters, caseQuestion, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable } from '../shell/DataTable'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'

type Row = OutputOf<'supportCases.list'>['rows'][number]

const columns = caseColumns<Row>(supportCaseMachine, [
  { key: 'supporter', title: '赡养人', text: (row) => row.supporter, width: 88 },
  { key: 'content', title: '没有履行的情况', text: (row) => row.content, width: 180, grow: 3 },
])

/** 赡养督促: defaults of support, from urging to legal aid. */
export function SupportCasesPage(): React.ReactElement {
  const [list, setList] = useListState(startingCases)
  const [exporting, setExporting] = useState(false)
  const { filter, order } = caseQuestion<SupportCaseState>(list)
  const pages = useCasePages('supportCases.list', { filter, order })
  const summary = useQueryOp('supportCases.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  return (
    <Page
      title="赡养督促"
      parent="/recipients"
      note={summary.data && `在办 ${summary.data.open} 件`}
      actions={
        <Group gap="xs">
          <Button variant="default" component={Link} href="/alerts">
            预警名单
          </Button>
          <Button variant="default" onClick={() => setExporting(true)}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <CaseFilters
          machine={supportCaseMachine}
          list={list}
          onChange={setList}
          counts={summary.data}
        />
      }
      fill
    >
      <DataTable
        label="赡养督促"
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(supportCaseMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/support-cases/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={{
          title: '没有在办的赡养督促',
          hint: '发现赡养人不给钱、不看望、不管看病，在老人档案的“家庭与赡养”里登记，从督促办到履行为止。',
        }}
      />
      {exporting && (
        <ExportCases
          name="supportCases.export"
          input={{ filter }}
          title="赡养督促台账"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
