import { Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { supportCaseMachine, type SupportCaseState } from '@shared/domain/support-cases/machine'
import { disputeKindLabel, type DisputeKind } from '@shared/domain/support-cases/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { CaseFilters, caseQuestion, choices, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable } from '../shell/DataTable'
import { useListState } from '../shell/list-state'
import { SupportCaseDialog } from './SupportCaseDialog'
import { useMay } from '../shell/session'
import { FilterChoice } from '../shell/FilterBar'
import { RiskTabs } from '../incidents/RiskTabs'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'

type Row = OutputOf<'supportCases.list'>['rows'][number]

const columns = caseColumns<Row>(supportCaseMachine, [
  { key: 'kind', title: '类别', text: (row) => disputeKindLabel[row.kind], width: 84 },
  {
    key: 'supporter',
    title: '赡养人或对方',
    text: (row) => row.supporter,
    width: 104,
    whole: true,
  },
  { key: 'content', title: '情况', text: (row) => row.content, width: 180, grow: 3 },
])

const starting = { ...startingCases, kind: '' }

/** 赡养与纠纷: defaults of support and other disputes, from urging to legal aid and court. */
export function SupportCasesPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'export' | null>(null)
  const { filter: common, order } = caseQuestion<SupportCaseState>(list)
  const filter = { ...common, kind: (list.kind || undefined) as DisputeKind | undefined }
  const mayWrite = useMay('recipients.write')
  const pages = useCasePages('supportCases.list', { filter, order })
  const summary = useQueryOp('supportCases.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  return (
    <Page
      title="赡养与纠纷"
      main={
        mayWrite
          ? {
              label: '登记纠纷',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      note={summary.data && `在办 ${summary.data.open} 件`}
      actions={
        <Group gap="xs">
          <Button variant="default" component={Link} href="/alerts">
            预警名单
          </Button>
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <RiskTabs at="/support-cases" />
          <CaseFilters
            machine={supportCaseMachine}
            list={list}
            onChange={setList}
            counts={summary.data}
            onClear={
              list.state !== 'open' || list.village || list.text || list.kind
                ? () => setList(starting)
                : undefined
            }
          >
            <FilterChoice
              label="类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(disputeKindLabel)}
            />
          </CaseFilters>
        </Stack>
      }
      fill
    >
      <DataTable
        label="赡养与纠纷"
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
          title: '没有在办的赡养督促和纠纷',
          hint: '赡养人不给钱、不看望、不管看病，财产、住房、承包地被占，遭受虐待，登记后从督促、调解办到法律援助、起诉，直到解决。',
        }}
      />
      {dialog === 'new' && (
        <SupportCaseDialog
          onClose={() => setDialog(null)}
          onOpened={(id) => navigate(`/support-cases/${id}`)}
        />
      )}
      {dialog === 'export' && (
        <ExportCases
          name="supportCases.export"
          input={{ filter }}
          title="赡养与纠纷台账"
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )
}
