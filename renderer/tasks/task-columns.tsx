import type { TaskRow } from '@shared/contract/tasks'
import { taskMachine } from '@shared/domain/tasks/machine'
import { caseColumns } from '../ledgers/case-state'
import type { Column } from '../shell/DataTable'

/** What lists of tasks show; a task is named by what is to be done. */
export const taskColumns: Column<TaskRow>[] = caseColumns<TaskRow>(taskMachine, [
  { key: 'content', title: '任务', text: (row) => row.content, width: 200, grow: 4 },
  { key: 'meeting', title: '来自会议', text: (row) => row.meetingTitle ?? '', width: 150, grow: 3 },
]).filter(({ key }) => key !== 'name')

/** The same beside the meeting that decided them. */
export const decisionColumns: Column<TaskRow>[] = taskColumns.filter(
  ({ key }) => key !== 'meeting' && key !== 'openedOn' && key !== 'age',
)
