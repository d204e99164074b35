import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { taskMachine, type TaskState } from '@shared/domain/tasks/machine'
import { useQueryOp } from '../api'
import { CaseFilters, caseQuestion, startingCases } from '../ledgers/CaseFilters'
import { stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable } from '../shell/DataTable'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { taskColumns } from './task-columns'
import { TaskDialog } from './TaskDialog'

/** 任务: what was decided and who still has to do it. */
export function TasksPage(): React.ReactElement {
  const [list, setList] = useListState(startingCases)
  const [opening, setOpening] = useState(false)
  const [exporting, setExporting] = useState(false)
  const mayWrite = useMay('organization.write')
  const { filter, order } = caseQuestion<TaskState>(list)
  const pages = useCasePages('tasks.list', { filter, order })
  const summary = useQueryOp('tasks.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  return (
    <Page
      title="任务"
      note={summary.data && `在办 ${summary.data.open} 件 · ▲ 逾期 ${summary.data.overdue} 件`}
      main={
        mayWrite
          ? { label: '布置任务', icon: <IconPlus size={18} />, onClick: () => setOpening(true) }
          : undefined
      }
      actions={
        <Button variant="default" onClick={() => setExporting(true)}>
          导出 Excel
        </Button>
      }
      filters={
        <OrganizationFilters at="/tasks">
          <CaseFilters machine={taskMachine} list={list} onChange={setList} counts={summary.data} />
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="任务"
        columns={taskColumns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(taskMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/tasks/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={{
          title: '没有在办的任务',
          hint: '会议议定的事项会列在这里，也可以点“布置任务”直接登记。',
        }}
      />
      {opening && <TaskDialog onClose={() => setOpening(false)} />}
      {exporting && (
        <ExportCases
          name="tasks.export"
          input={{ filter }}
          title="任务台账"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
