import { useCommandOp, type OutputOf } from '../api'
import { StepForm } from '../ledgers/StepForm'
import { tellDone } from '../shell/notify'
import { assignmentFields } from '../ledgers/assignee'

interface AssignManyProps {
  needs: readonly OutputOf<'needs.list'>['rows'][number][]
  onClose: () => void
  onDone: () => void
}

/** 批量分派: several needs to one responsible, all of them or none. */
export function AssignMany({ needs, onClose, onDone }: AssignManyProps): React.ReactElement {
  const assign = useCommandOp('needs.assignMany')
  return (
    <StepForm
      title={`分派 ${needs.length} 件需求`}
      label="分派"
      note={{ label: '说明', required: false }}
      extra={{ assigneeId: null as number | null, assignee: '', dueOn: '' }}
      fields={assignmentFields}
      onSubmit={async ({ assigneeId, assignee, dueOn, day, note }) => {
        const { assigned } = await assign.mutateAsync({
          needs: needs.map(({ id, revision }) => ({ id, revision })),
          assigneeId,
          assignee,
          day,
          note,
          ...(dueOn && { dueOn }),
        })
        tellDone(`已分派 ${assigned} 件需求`)
        onDone()
      }}
      onClose={onClose}
    />
  )
}
