import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { taskMachine, type TaskMove } from '@shared/domain/tasks/machine'
import { useCommandOp, useQueryOp } from '../api'
import { Attachments } from '../attachments/Attachments'
import { responsibleWords } from '../ledgers/case-state'
import { CaseHistory } from '../ledgers/CaseHistory'
import { CasePage } from '../ledgers/CasePage'
import { FactsPanel } from '../ledgers/FactsPanel'
import { StepForm, stepOf } from '../ledgers/StepForm'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { TaskDialog } from './TaskDialog'

/** One task: who does it, by when, each dated progress, and the next step. */
export function TaskPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error, refetch } = useQueryOp('tasks.file', { id })
  const mayWrite = useMay('organization.write')
  const voiding = useCommandOp('tasks.void')
  const act = useCommandOp('tasks.move')
  const [moving, setMoving] = useState<TaskMove | null>(null)
  const [editing, setEditing] = useState(false)
  if (error || !file || file.id !== id) {
    return (
      <Page title="任务" parent="/tasks">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这件任务没有打开" />
        )}
      </Page>
    )
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这件任务',
      lead: '只用于重复登记或登错了的。隐去后不再列出，变更记录里仍可查到。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/tasks')
      },
    })
  const { label, requires } = taskMachine.moves[moving ?? 'progress']
  return (
    <>
      <CasePage
        machine={taskMachine}
        parent="/tasks"
        file={file}
        title={file.content}
        note={`历时 ${file.ageDays} 天`}
        onMove={setMoving}
        actions={
          mayWrite && (
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          )
        }
        facts={
          <FactsPanel
            title="任务"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            facts={[
              { label: '要做什么', words: file.content },
              { label: '责任人', words: responsibleWords(file) },
              { label: '村（社区）', words: file.villageName },
              { label: '布置日期', words: formatDay(file.openedOn) },
              { label: '要求办结', words: formatDay(file.dueOn) },
              {
                label: '来自会议',
                words: file.meetingId !== null && (
                  <Anchor component={Link} href={`/meetings/${file.meetingId}`}>
                    {file.meetingTitle}
                  </Anchor>
                ),
              },
              { label: '办理结果', words: file.result },
            ]}
          />
        }
        tabs={[
          { key: 'files', title: '附件', content: <Attachments entity="task" id={id} /> },
          { key: 'history', title: '变更记录', content: <CaseHistory entity="task" id={id} /> },
        ]}
      />
      {editing && <TaskDialog task={file} onClose={() => setEditing(false)} />}
      {moving && (
        <StepForm
          title={`${label}：${file.content}`}
          label={label}
          note={{ label: requires?.['note'] ?? '说明', required: true }}
          extra={{}}
          onSubmit={async (step) => {
            await act.mutateAsync({ id, revision: file.revision, move: moving, ...stepOf(step) })
            tellDone(`任务：${label}`)
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  )
}
