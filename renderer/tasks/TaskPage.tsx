import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { taskMachine, type TaskMove } from '@shared/domain/tasks/machine'
import { useCommandOp, useQueryOp } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { StepForm, stepOf } from '../ledgers/StepForm'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
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
      <NotOpened title="任务" parent="/tasks" what="这件任务" error={error} onRetry={refetch} />
    )
  }
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
            <VoidRecord
              what="这件任务"
              lead="只用于重复登记或登错了的。隐去后不再列出，变更记录里仍可查到。"
              parent="/tasks"
              onVoid={(reason) => voiding.mutateAsync({ id, reason })}
            />
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
        tabs={caseTabs('task', id)}
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
